const { workerData } = require('node:worker_threads');
const { load } = require('./load.js');

load(`read-${workerData.format}`);
