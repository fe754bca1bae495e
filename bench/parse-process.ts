/** A whole process that only imports the parser and parses one file. */
import { readFileSync } from 'node:fs';
import { parseMarkdown } from './parse-markdown.ts';

const tree = parseMarkdown(readFileSync(process.argv[2]!, 'utf8')) as { children: unknown[] };
if (tree.children.length === 0) process.exitCode = 1;
