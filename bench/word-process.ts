/** A fresh process that only loads mammoth and extracts the bare text of a file: what `bench/readers.ts` compares with. */

import mammoth from 'mammoth';

const { value } = await mammoth.extractRawText({ path: process.argv[2]! });
if (value.length < 1000) process.exitCode = 2;
