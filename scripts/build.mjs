/**
 * Builds `dist/`: the command line and the library, each with everything it needs, in pieces that load when used.
 *
 *   node scripts/build.mjs             rules, program, licences of what is bundled, types
 *   node scripts/build.mjs --no-types  without the types (for the tests, which do not need them)
 *   node scripts/build.mjs --no-rules  with the rules as they were built last
 */

import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runScript } from './run.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);
const flags = new Set(process.argv.slice(2));

/** A step has said by itself what is wrong. */
class Failed extends Error {}

/** The banner lets bundled CommonJS packages call `require` for Node's own modules. */
const REQUIRE = "import{createRequire as __masaRequire}from'node:module';var require=__masaRequire(import.meta.url);";

/** An install without development packages has nothing to build with; a package from a registry is built already. */
async function builder() {
  try {
    return await import('esbuild');
  } catch {
    if (process.env.npm_lifecycle_event !== 'prepare') throw new Error('esbuild is not installed; run "npm ci".');
    console.error('masa-check: not built, because development packages are not installed; run "npm ci" to build it.');
    process.exit(0);
  }
}

async function bundle(esbuild, outdir) {
  const { metafile } = await esbuild.build({
    entryPoints: { cli: 'src/cli.ts', index: 'src/index.ts', 'read-worker': 'src/read/read-worker.ts' },
    outdir,
    bundle: true,
    splitting: true,
    chunkNames: 'chunks/[name]-[hash]',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    minifyWhitespace: true,
    minifySyntax: true,
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
  });
  for (const path of Object.keys(metafile.outputs)) {
    const code = readFileSync(path, 'utf8');
    if (code.includes('typeof require')) writeFileSync(path, REQUIRE + code);
  }
  return metafile;
}

/** The licences of every bundled package, as most of them ask to stand beside copies of their code. */
function licences(metafile) {
  const folders = new Set();
  for (const input of Object.keys(metafile.inputs)) {
    const match = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input);
    if (match) folders.add(match[1]);
  }
  const parts = [...folders].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    const text = file === undefined ? '' : `\n${readFileSync(join(folder, file), 'utf8').trim()}\n`;
    return `${name} ${version} (${license})\n${text}`;
  });
  return `masa-check holds code of these packages.\n\n${parts.join(`\n${'-'.repeat(70)}\n\n`)}`;
}

function types(outdir) {
  const tsc = join(dirname(fileURLToPath(import.meta.resolve('typescript/package.json'))), 'bin', 'tsc');
  const args = [tsc, '-p', 'tsconfig.build.json', '--outDir', outdir];
  if (spawnSync(process.execPath, args, { stdio: 'inherit' }).status !== 0) throw new Failed();
}

/** Puts the new build in place of the old at once, so that nobody runs half of each. */
function replace(from, to) {
  const old = `${from}.old`;
  if (existsSync(to)) renameSync(to, old);
  renameSync(from, to);
  rmSync(old, { recursive: true, force: true });
}

async function build() {
  const esbuild = await builder();
  if (!flags.has('--no-rules') && (await runScript('scripts/build-rules.ts', [])) !== 0) throw new Failed();
  mkdirSync('.tmp', { recursive: true });
  const outdir = mkdtempSync(join(root, '.tmp', 'dist-'));
  try {
    const metafile = await bundle(esbuild, outdir);
    writeFileSync(join(outdir, 'THIRD-PARTY.txt'), licences(metafile));
    if (!flags.has('--no-types')) types(join(outdir, 'types'));
    chmodSync(outdir, 0o755);
    replace(outdir, join(root, 'dist'));
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

/** A step has said by itself what is wrong. */
try {
  await build();
} catch (error) {
  if (!(error instanceof Failed)) console.error(`The build failed: ${error.message}`);
  process.exitCode = 1;
}
