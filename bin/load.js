const { readFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const { join } = require('node:path');
const { pathToFileURL } = require('node:url');
const { Script } = require('node:vm');

/** A script's compiled form serves only the engine and the machine on which it was made. */
const cacheName = (name) => `${name}-${process.version}-${process.platform}-${process.arch}.cache`;

const inDist = (name) => join(__dirname, '..', 'dist', name);

function read(path) {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

/** Every script that was loaded, by name. */
const loaded = new Map();

/**
 * Loads one of the scripts in `dist/`, once, which is a function in brackets. Compiling takes half of a short run, so the build leaves the
 * compiled form beside it; where there is none for this Node.js, or it does not fit, the script is compiled as usual.
 */
function load(name) {
  if (loaded.has(name)) return loaded.get(name);
  const path = inDist(`${name}.cjs`);
  const script = new Script(readFileSync(path, 'latin1'), {
    filename: path,
    cachedData: read(inDist(cacheName(name))),
  });
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(path), module, pathToFileURL(path).href);
  loaded.set(name, { exports: module.exports, script });
  return loaded.get(name);
}

module.exports = { cacheName, load, loaded };
