/** A fresh process that only loads unpdf and extracts the bare text of a file: what `bench/readers.ts` compares with. */

import { readFileSync } from 'node:fs';
import { extractText, getDocumentProxy } from 'unpdf';

const pdf = await getDocumentProxy(new Uint8Array(readFileSync(process.argv[2]!)));
const { text } = await extractText(pdf, { mergePages: true });
if (text.length < 1000) process.exitCode = 2;
