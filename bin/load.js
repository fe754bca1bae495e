import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';

/** A script's compiled form serves only the engine and the machine on which it was made. */
export const cacheName = (name) => `${name}-${process.version}-${process.platform}-${process.arch}.cache`;

const inDist = (name) => new URL(`../dist/${name}`, import.meta.url);

function read(url) {
  try {
    return readFileSync(url);
  } catch {
    return undefined;
  }
}

/**
 * Loads one of the scripts in `dist/`, which is a function in brackets. Compiling takes half of a short run, so the build leaves the
 * compiled form beside it; where there is none for this Node.js, or it does not fit, the script is compiled as usual.
 */
export function load(name) {
  const url = inDist(`${name}.cjs`);
  const script = new Script(readFileSync(url, 'latin1'), {
    filename: fileURLToPath(url),
    cachedData: read(inDist(cacheName(name))),
  });
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(url), module, url.href);
  return { exports: module.exports, script };
}
