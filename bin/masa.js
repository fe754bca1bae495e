#!/usr/bin/env node
// CommonJS, like all here: a module would take longer to start than a short document to check.
const { load } = require('./load.js');

load('masa')
  .exports.run(process.argv.slice(2))
  .then((code) => {
    process.exitCode = code;
  });
