#!/usr/bin/env node
import { load } from './load.js';

process.exitCode = await load('masa').exports.run(process.argv.slice(2));
