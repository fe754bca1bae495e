/**
 * Leaves the compiled form of each script in `dist/` beside it, for `bin/load.js`. A script is run first on files like
 * those that it will meet, so that the functions that it needs are compiled.
 */
import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isMainThread, Worker, workerData } from 'node:worker_threads';
import loader from '../bin/load.js';

const { cacheName, load, loaded } = loader;

const inProject = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

const EXAMPLE = inProject('fixtures/documents/example-arrangements.md');
const FILES = {
  docx: 'fixtures/documents/formats/tarnholme-2024.npm-docx.docx',
  html: 'fixtures/documents/formats/tarnholme-2024.council-page.html',
  pdf: 'fixtures/documents/formats/tarnholme-2024.libreoffice-tagged.pdf',
};

function save(name, script) {
  const file = inProject(`dist/${cacheName(name)}`);
  writeFileSync(`${file}.new`, script.createCachedData());
  renameSync(`${file}.new`, file);
}

const nowhere = { write: async () => undefined, isTTY: false, columns: 80 };

/** Checks a text and a Markdown document, and writes the reports that people and pipelines ask for most. */
async function compileCommandLine() {
  const { exports } = load('masa');
  const folder = mkdtempSync(join(tmpdir(), 'masa-build-'));
  try {
    const text = join(folder, 'arrangements.txt');
    writeFileSync(text, readFileSync(EXAMPLE, 'utf8').replaceAll(/^#+ /gm, ''));
    const outputs = ['json', 'html', 'docx'].flatMap((format) => ['--output', `${format}=${join(folder, format)}`]);
    const io = { stdin: [], stdout: nowhere, stderr: nowhere, env: {}, cwd: folder };
    await exports.run(['check', text, EXAMPLE, '--format', 'terminal', ...outputs], io);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  for (const [name, { script }] of loaded) save(name, script);
}

async function compileReader() {
  const name = `read-${workerData.format}`;
  const { exports, script } = load(name);
  await exports.done;
  save(name, script);
}

if (isMainThread) {
  await compileCommandLine();
  for (const [format, file] of Object.entries(FILES)) {
    const path = inProject(file);
    const worker = new Worker(new URL(import.meta.url), {
      workerData: { format, path, bytes: readFileSync(path) },
      stdout: true,
      stderr: true,
    });
    await new Promise((resolve, reject) => worker.once('exit', resolve).once('error', reject));
  }
} else {
  await compileReader();
}
