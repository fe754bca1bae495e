/**
 * Builds `dist/`: the command line and the library, each with everything it needs, in pieces that load when used.
 *
 *   node scripts/build.mjs             kernel, rules, program, licences of what is bundled, types
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
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildKernel } from './build-kernel.mjs';
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

const SETTINGS = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  minifyWhitespace: true,
  minifySyntax: true,
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
};

/** The library: modules, in pieces that load when used. */
async function bundleLibrary(esbuild, outdir) {
  const { metafile } = await esbuild.build({
    ...SETTINGS,
    entryPoints: { index: 'src/index.ts' },
    outdir,
    splitting: true,
    chunkNames: 'chunks/[name]-[hash]',
    format: 'esm',
  });
  for (const path of Object.keys(metafile.outputs)) {
    const code = readFileSync(path, 'utf8');
    if (code.includes('typeof require')) writeFileSync(path, REQUIRE + code);
  }
  return metafile;
}

/** esbuild leaves other signs in regular expressions; a script of ASCII alone is read and compiled twice as fast. */
const asciiOnly = (code) =>
  code.replaceAll(/[^\0-\x7f]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** What a check never reads stays in a file of its own beside the script. */
const detailsApart = {
  name: 'details-apart',
  setup: ({ onResolve }) =>
    onResolve({ filter: /built-details\.ts$/ }, () => ({ path: './built-details.cjs', external: true })),
};

/** Modules with many numbers: which of their texts holds them, and the file that they get. */
const NUMBERS = {
  'built-prepared': { text: 'trie', file: 'built-phrases.bin' },
  'built-learnt': { text: 'weights', file: 'built-learnt.bin' },
};
const moduleOf = (name) => `src/evidence/${name}.ts`;

/** Many numbers are read as they are; in the script they would be a text to decode first. */
const numbersApart = {
  name: 'numbers-apart',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /built-(?:prepared|learnt)\.ts$/ }, ({ namespace, path }) =>
      namespace === 'numbers-apart' ? undefined : { path: basename(path, '.ts'), namespace: 'numbers-apart' },
    );
    onLoad({ filter: /./, namespace: 'numbers-apart' }, ({ path }) => ({
      resolveDir: root,
      contents: `import { readFileSync } from 'node:fs';
        export { rest } from './${moduleOf(path)}';
        export const ${NUMBERS[path].text} = readFileSync(new URL('${NUMBERS[path].file}', import.meta.url));`,
    }));
  },
};

/** Writes those numbers into the files that the script reads. */
async function writeNumbers(esbuild, outdir) {
  for (const [name, { text, file }] of Object.entries(NUMBERS)) {
    const { outputFiles } = await esbuild.build({
      ...SETTINGS,
      entryPoints: [moduleOf(name)],
      format: 'cjs',
      write: false,
    });
    const module = { exports: {} };
    new Function('module', 'exports', outputFiles[0].text)(module, module.exports);
    writeFileSync(join(outdir, file), Buffer.from(module.exports[text], 'base64'));
  }
}

/** What few checks need has a script of its own, so that the others do not read and set up its packages. */
const SELDOM = {
  'front-matter': 'src/rules/front-matter.ts',
  'report-docx': 'src/report/docx/file.ts',
};

const seldomApart = {
  name: 'seldom-apart',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^\.\.\/bin\/load\.js$/ }, ({ path }) => ({ path, external: true }));
    onResolve({ filter: /\.ts$/ }, ({ kind, path, resolveDir }) => {
      if (kind !== 'dynamic-import') return undefined;
      const name = Object.keys(SELDOM).find((key) => join(resolveDir, path) === join(root, SELDOM[key]));
      return name === undefined ? undefined : { path: name, namespace: 'seldom-apart' };
    });
    onLoad({ filter: /./, namespace: 'seldom-apart' }, ({ path }) => ({
      contents: `module.exports = require('../bin/load.js').load('${path}').exports;`,
    }));
  },
};

/** commander can start programs, which ours never asks for; what it takes for that is loaded only if it should. */
const childrenWhenCalled = {
  name: 'children-when-called',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
      importer.includes('commander') ? { path: 'child_process', namespace: 'when-called' } : undefined,
    );
    onLoad({ filter: /./, namespace: 'when-called' }, () => ({
      contents: "exports.spawn = (...args) => require('node:child_process').spawn(...args);",
    }));
  },
};

/** The command line and the workers that read files: one script each, in the form that `bin/load.js` takes. */
async function bundleScripts(esbuild, outdir) {
  const { metafile } = await esbuild.build({
    ...SETTINGS,
    entryPoints: {
      masa: 'src/cli.ts',
      'read-docx': 'src/read/docx/worker.ts',
      'read-html': 'src/read/html/worker.ts',
      'read-pdf': 'src/read/pdf/worker.ts',
      ...SELDOM,
    },
    outdir,
    outExtension: { '.js': '.cjs' },
    format: 'cjs',
    charset: 'ascii',
    define: { 'import.meta.url': 'importMetaUrl' },
    // Scripts that were compiled before cannot import modules.
    supported: { 'dynamic-import': false },
    banner: { js: '(function(exports,require,module,importMetaUrl){' },
    footer: { js: '})' },
    plugins: [detailsApart, numbersApart, seldomApart, childrenWhenCalled],
  });
  await esbuild.build({
    ...SETTINGS,
    entryPoints: ['src/rules/built-details.ts'],
    outfile: join(outdir, 'built-details.cjs'),
    format: 'cjs',
  });
  await writeNumbers(esbuild, outdir);
  for (const path of Object.keys(metafile.outputs)) writeFileSync(path, asciiOnly(readFileSync(path, 'utf8')));
  return metafile;
}

/**
 * Leaves the compiled form of each script beside it. A script is run first on files like those that it will meet, so that
 * the functions that it needs are compiled.
 */
function compileScripts() {
  if (spawnSync(process.execPath, ['scripts/compile-scripts.mjs'], { stdio: 'inherit' }).status !== 0)
    throw new Failed();
}

/** The licences of every bundled package, as most of them ask to stand beside copies of their code. */
function licences(inputs) {
  const folders = new Set();
  for (const input of inputs) {
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
  await buildKernel();
  if (!flags.has('--no-rules') && (await runScript('scripts/build-rules.ts', [])) !== 0) throw new Failed();
  mkdirSync('.tmp', { recursive: true });
  const outdir = mkdtempSync(join(root, '.tmp', 'dist-'));
  try {
    const made = [await bundleLibrary(esbuild, outdir), await bundleScripts(esbuild, outdir)];
    const inputs = made.flatMap((metafile) => Object.keys(metafile.inputs));
    writeFileSync(join(outdir, 'THIRD-PARTY.txt'), licences(inputs));
    if (!flags.has('--no-types')) types(join(outdir, 'types'));
    chmodSync(outdir, 0o755);
    replace(outdir, join(root, 'dist'));
    compileScripts();
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
