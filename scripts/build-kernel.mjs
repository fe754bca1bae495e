/**
 * Compiles `src/evidence/kernel/` to WebAssembly and writes it into `src/evidence/built-kernel.ts`; `--check` writes
 * nothing and fails when that is stale. A kernel that was compiled from the same source is left as it is.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const FOLDER = 'src/evidence/kernel';
const SOURCE = `${FOLDER}/index.ts`;
const TARGET = 'src/evidence/built-kernel.ts';
const OPTIONS = ['-O3', '--converge', '--noAssert', '--runtime', 'stub', '--enable', 'simd'];

async function compile() {
  const { default: asc } = await import('assemblyscript/asc');
  let wasm;
  const { error, stderr } = await asc.main([SOURCE, '--outFile', 'kernel.wasm', ...OPTIONS], {
    readFile: (name) => (existsSync(`${root}/${name}`) ? readFileSync(`${root}/${name}`, 'utf8') : null),
    writeFile: (_name, contents) => {
      wasm = contents;
    },
    listFiles: () => [],
  });
  if (error) throw new Error(`${SOURCE} does not compile:\n${stderr.toString()}`);
  return Buffer.from(wasm).toString('base64');
}

/** Made anew when the source, the compiler or its options change. */
function madeFrom() {
  const { version } = JSON.parse(readFileSync(`${root}/node_modules/assemblyscript/package.json`, 'utf8'));
  const files = readdirSync(`${root}/${FOLDER}`).filter((name) => name.endsWith('.ts'));
  const sources = files.sort().map((name) => readFileSync(`${root}/${FOLDER}/${name}`, 'utf8'));
  return createHash('sha256')
    .update([version, ...OPTIONS, ...sources].join('\n'))
    .digest('hex');
}

/** True when all is well. */
export async function buildKernel({ checkOnly = false } = {}) {
  const made = madeFrom();
  const target = `${root}/${TARGET}`;
  const now = existsSync(target) ? readFileSync(target, 'utf8') : '';
  if (now.includes(made)) return true;
  if (checkOnly) {
    console.error(`${TARGET} is ${now === '' ? 'missing' : 'stale'}; run "npm run build:kernel".`);
    return false;
  }
  writeFileSync(
    target,
    `// Made from ${FOLDER}/ by \`npm run build:kernel\`. Do not edit.\n// ${made}\nexport const kernel: string = '${await compile()}';\n`,
  );
  return true;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const checkOnly = process.argv.includes('--check');
  if (!(await buildKernel({ checkOnly }))) process.exitCode = 1;
}
