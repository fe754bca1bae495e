/**
 * Runs one of the project's TypeScript programs, which Node 20 cannot do by itself:
 *
 *   node scripts/run.mjs scripts/build-rules.ts --check
 */

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Bundles the file into a temporary one inside the project, so that packages are found, and runs that. */
export async function runScript(file, args) {
  const { build } = await import('esbuild');
  mkdirSync(join(root, '.tmp'), { recursive: true });
  const folder = mkdtempSync(join(root, '.tmp', 'script-'));
  const outfile = join(folder, 'script.mjs');
  try {
    await build({
      entryPoints: [resolve(root, file)],
      outfile,
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: 'node20',
      packages: 'external',
      sourcemap: 'inline',
      logLevel: 'warning',
    });
    const run = [process.execPath, '--enable-source-maps', '--expose-gc', outfile, ...args];
    return spawnSync(run[0], run.slice(1), { stdio: 'inherit', cwd: root }).status ?? 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [file, ...args] = process.argv.slice(2);
  try {
    process.exitCode = await runScript(file, args);
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
