/** Holds what `npm pack` would publish to what a user needs: `node scripts/check-package.mjs pack.json`. */

import { readFileSync } from 'node:fs';

const NEEDED = [
  'README.md',
  'bin/load.js',
  'bin/masa.js',
  'bin/package.json',
  'bin/read-worker.js',
  'dist/built-details.cjs',
  'dist/built-learnt.bin',
  'dist/built-phrases.bin',
  'dist/front-matter.cjs',
  'dist/index.js',
  'dist/masa.cjs',
  'dist/read-docx.cjs',
  'dist/read-html.cjs',
  'dist/read-pdf.cjs',
  'dist/report-docx.cjs',
  'dist/types/index.d.ts',
  'dist/THIRD-PARTY.txt',
  'package.json',
  'rules/schema/front-matter.schema.json',
  'rules/schema/report.schema.json',
];
const ALLOWED =
  /^(?:README\.md|LICENSE|package\.json|bin\/[a-z-]+\.js|bin\/package\.json|dist\/.+(?<!\.cache)|rules\/schema\/[a-z-]+\.schema\.json)$/;
// Readers, rules and what was learnt; the rules and that twice, for the command line and for the library.
const MOST_BYTES = 20_000_000;

const [pack] = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const paths = pack.files.map(({ path }) => path);
const problems = [
  ...NEEDED.filter((path) => !paths.includes(path)).map((path) => `${path} is missing from the package.`),
  ...paths.filter((path) => !ALLOWED.test(path)).map((path) => `${path} does not belong in the package.`),
];
if (pack.unpackedSize > MOST_BYTES) problems.push(`The package is too large: ${pack.unpackedSize} bytes.`);
for (const problem of problems) console.error(problem);
console.log(`${paths.length} files, ${pack.size} bytes packed, ${pack.unpackedSize} unpacked.`);
process.exitCode = problems.length > 0 ? 1 : 0;
