/** Whole commands: what is typed, what comes out, and the exit code. */

import { execFile } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { width } from '../src/report/width.ts';
import { DANGEROUS } from './report/dangerous.ts';
import { expectReport } from './report/schema.ts';
import { masa, type Run, root } from './run-masa.ts';
import { temporary } from './temporary.ts';

const EXAMPLE = 'fixtures/documents/example-arrangements.md';
const SHORT = '# Arrangements\n\nThe safeguarding partners are Merrowdale Borough Council and Fellside Constabulary.\n';

/** What Node's record of a run says of its scripts. */
interface Coverage {
  result: { url: string; functions: { functionName: string; ranges: { count: number }[] }[] }[];
}

/** One sentence from the program, and nothing of its insides. */
function expectOneSentence(run: Run): void {
  expect(run.stderr).toMatch(/^masa: [^\n]+[.?]\n$/);
  expectNoStack(run);
}

function expectNoStack({ stdout, stderr }: Run): void {
  expect(stdout + stderr).not.toMatch(/\n\s+at |node:internal|\.js:\d+/);
}

const json = (run: Run) => {
  const report = JSON.parse(run.stdout);
  expectReport(report);
  return report;
};

describe('masa check', () => {
  it('masa FILE: reports on a document', async () => {
    const run = await masa([EXAMPLE]);
    expect(run.stderr).toBe('');
    expect([0, 1]).toContain(run.code);
    expect(run.stdout).toContain('Merrowdale Safeguarding Children Partnership');
    expect(run.stdout).toContain(EXAMPLE);
    expect(run.stdout).toContain('Judged against Working Together to Safeguard Children 2023.');
    for (const line of run.stdout.split('\n')) expect(width(line), line).toBeLessThanOrEqual(80);
    expect(run.stdout.replaceAll('\n', '')).not.toMatch(DANGEROUS);
    const [gaps, met, summary] = ['Not met:', '\nMet:', '\nSummary\n'].map((part) => run.stdout.indexOf(part));
    expect(gaps).toBeGreaterThan(0);
    expect(met).toBeGreaterThan(gaps!);
    expect(summary).toBeGreaterThan(met!);
  });

  it('masa check FILE: is the same command', async () => {
    expect(await masa(['check', EXAMPLE])).toEqual(await masa([EXAMPLE]));
  });

  it('masa --format json FILE: writes the published schema', async () => {
    const run = await masa(['--format', 'json', EXAMPLE]);
    const report = json(run);
    expect(report.failed).toEqual([]);
    expect(report.documents).toHaveLength(1);
    expect(report.documents[0].path).toBe(EXAMPLE);
    expect(report.documents[0].edition).toBe('wt2023');
  });

  it('masa FILE: gives the same bytes in any place, language and time zone', async () => {
    const options = { env: { LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8', TZ: 'Asia/Tokyo', COLUMNS: '40' } };
    for (const format of ['terminal', 'json']) {
      const first = await masa(['-f', format, EXAMPLE]);
      expect(await masa(['-f', format, EXAMPLE], options)).toEqual(first);
    }
    const folder = temporary({ 'x/doc.md': SHORT });
    const there = await masa(['doc.md'], { cwd: join(folder, 'x') });
    expect(there.stdout).not.toContain(folder);
  });

  it('masa - : reads standard input', async () => {
    const run = await masa(['-f', 'json', '-'], { stdin: SHORT });
    expect(json(run).documents[0].path).toBe('-');
    expect((await masa(['-'], { stdin: SHORT })).stdout).toContain('standard input');
  });

  it('masa - : says so when standard input is empty', async () => {
    const run = await masa(['-']);
    expect(run.code).toBe(2);
    expectOneSentence(run);
    expect(run.stderr).toContain('Standard input');
  });

  it('masa FOLDER: reads every document in it, in order', async () => {
    const folder = temporary({
      'b.md': SHORT,
      'a.md': SHORT,
      'sub/c.txt': SHORT,
      'a.labels.yaml': 'x: 1',
      'p.png': '',
    });
    const run = await masa(['-f', 'json', '.'], { cwd: folder });
    expect(json(run).documents.map(({ path }: { path: string }) => path)).toEqual(['a.md', 'b.md', 'sub/c.txt']);
    const named = await masa(['-f', 'json', './sub', 'b.md'], { cwd: folder });
    expect(json(named).documents.map(({ path }: { path: string }) => path)).toEqual(['./sub/c.txt', 'b.md']);
    expect((await masa(['.'], { cwd: folder })).stdout).toContain('All documents');
  });

  it('masa FOLDER: says so when there is nothing to read', async () => {
    const run = await masa(['.'], { cwd: temporary({ 'p.png': '' }) });
    expect(run.code).toBe(2);
    expectOneSentence(run);
    expect(run.stderr).toContain('holds nothing to read');
  });

  it('masa FILE MISSING: reports on the one, says what is wrong with the other, exits with 2', async () => {
    const run = await masa(['-f', 'json', EXAMPLE, 'missing.md', '--fail-on', 'never']);
    expect(run.code).toBe(2);
    expectOneSentence(run);
    expect(run.stderr).toBe('masa: There is no file or folder “missing.md”.\n');
    const report = json(run);
    expect(report.documents).toHaveLength(1);
    expect(report.failed).toEqual([
      { path: 'missing.md', error: { code: 'not-found', message: 'There is no file or folder “missing.md”.' } },
    ]);
  });

  it.each([
    ['an empty file', ''],
    ['white space', ' \n\n '],
    ['a binary file', Uint8Array.from({ length: 4000 }, (_, n) => (n * 7) % 256)],
    ['a PNG', Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1')],
  ])('masa FILE: one sentence for %s', async (_, content) => {
    const run = await masa(['bad.md'], { cwd: temporary({ 'bad.md': content }) });
    expect(run.code).toBe(2);
    expectOneSentence(run);
    expect(run.stderr).toContain('bad.md');
  });

  it('masa --fail-on FORCE: decides the exit code and nothing else', async () => {
    const folder = temporary({ 'doc.md': SHORT });
    const runs = await Promise.all(
      ['must', 'should', 'any', 'never'].map((force) => masa(['--fail-on', force, 'doc.md'], { cwd: folder })),
    );
    expect(runs.map(({ code }) => code)).toEqual([1, 1, 1, 0]);
    expect(new Set(runs.map(({ stdout }) => stdout)).size).toBe(1);
  });

  it('masa --edition ID: judges against that edition', async () => {
    const report = json(await masa(['-f', 'json', '--edition', 'wt2018', EXAMPLE]));
    expect(report.documents[0].edition).toBe('wt2018');
    const provisional = await masa(['--edition', 'WT2026', EXAMPLE]);
    expect(provisional.stdout.toLowerCase()).toContain('provisional');
  });

  it('masa --quiet: only the closing sentence', async () => {
    const run = await masa(['--quiet', EXAMPLE]);
    const full = await masa(['-f', 'json', EXAMPLE]);
    const sentence = JSON.parse(full.stdout).documents[0].summary.sentence;
    expect(run.stdout.replace(/\n(?!$)/g, ' ')).toBe(`${EXAMPLE}: ${sentence}\n`);
  });

  it('masa --verbose: more, and nothing less', async () => {
    const [normal, verbose] = await Promise.all([masa([EXAMPLE]), masa(['-v', EXAMPLE])]);
    expect(verbose!.stdout.length).toBeGreaterThan(normal!.stdout.length);
    expect(verbose!.code).toBe(normal!.code);
  });

  it('masa --width N: fits', async () => {
    for (const columns of [50, 120]) {
      const { stdout } = await masa(['--width', String(columns), EXAMPLE]);
      const longest = Math.max(...stdout.split('\n').map(width));
      expect(longest).toBeLessThanOrEqual(columns);
      expect(longest).toBeGreaterThan(columns - 12);
    }
  });

  it('masa --ext: other files in a folder', async () => {
    const folder = temporary({ 'a.md': SHORT, 'b.arr': SHORT });
    const report = json(await masa(['-f', 'json', '--ext', '.arr', '.'], { cwd: folder }));
    expect(report.documents.map(({ path }: { path: string }) => path)).toEqual(['b.arr']);
  });
});

describe('colour', () => {
  const code = '\u001b[';
  it.each([
    [[], {}, false],
    [['--color'], {}, true],
    [['--color'], { NO_COLOR: '1' }, true],
    [[], { FORCE_COLOR: '1' }, true],
    [['--no-color'], { FORCE_COLOR: '1' }, false],
    [[], { NO_COLOR: '1' }, false],
    [['-f', 'json'], { FORCE_COLOR: '1' }, false],
  ] as const)('masa %j with %j', async (args, env, expected) => {
    const run = await masa([...args, EXAMPLE], { env });
    expect(run.stdout.includes(code)).toBe(expected);
  });

  it('stays out of files', async () => {
    const folder = temporary({ 'a.md': SHORT });
    await masa(['a.md', '-o', 'r.txt'], { cwd: folder, env: { FORCE_COLOR: '1' } });
    expect(readFileSync(join(folder, 'r.txt'), 'utf8')).not.toContain(code);
  });
});

describe('masa --output', () => {
  it('writes a file whole, in a folder that it makes, and prints nothing', async () => {
    const folder = temporary({ 'a.md': SHORT });
    const run = await masa(['a.md', '-o', 'out/deep/r.json'], { cwd: folder });
    expect(run).toEqual({ code: 1, stdout: '', stderr: '' });
    expectReport(JSON.parse(readFileSync(join(folder, 'out/deep/r.json'), 'utf8')));
    expect(readdirSync(join(folder, 'out/deep'))).toEqual(['r.json']);
  });

  it('writes several at once beside what is printed', async () => {
    const folder = temporary({ 'a.md': SHORT });
    const args = ['a.md', '-f', 'terminal', '-o', 'json=r.json', '-o', 'terminal=r.txt'];
    const run = await masa(args, { cwd: folder });
    expect(readFileSync(join(folder, 'r.txt'), 'utf8')).toBe(run.stdout);
    expect(run.stdout).toContain('Summary');
    expectReport(JSON.parse(readFileSync(join(folder, 'r.json'), 'utf8')));
  });

  it('exits with 2 when it cannot write, and still writes the others', async () => {
    const folder = temporary({ 'a.md': SHORT });
    mkdirSync(join(folder, 'taken'));
    const run = await masa(['a.md', '-o', 'json=taken', '-o', 'terminal=r.txt'], { cwd: folder });
    expect(run.code).toBe(2);
    expectOneSentence(run);
    expect(run.stderr).toContain('“taken”: it is a folder');
    expect(readdirSync(folder).sort()).toEqual(['a.md', 'r.txt', 'taken']);
  });

  it('does not replace the document that it checks', async () => {
    const folder = temporary({ 'a.md': SHORT });
    const run = await masa(['a.md', '-o', './a.md'], { cwd: folder });
    expect(run.code).toBe(2);
    expectOneSentence(run);
    expect(readFileSync(join(folder, 'a.md'), 'utf8')).toBe(SHORT);
  });
});

describe('a slip is answered with what was probably meant', () => {
  it.each([
    [['check', '--edition', 'wt2032', EXAMPLE], 'There is no edition “wt2032”. Did you mean “wt2023”?'],
    [['check', '--format', 'jsn', EXAMPLE], 'Did you mean “json”?'],
    [['check', '--fail-on', 'shuold', EXAMPLE], 'Did you mean “should”?'],
    [['check', '--edtion', 'wt2023', EXAMPLE], 'Did you mean --edition?'],
    [['rulse'], 'Did you mean the command “rules”?'],
    [['help', 'chek'], 'Did you mean “check”?'],
    [['explain', 'custody'], 'Did you mean “custody-and-residential”?'],
    [['explain', 'independant-scrutny'], 'Did you mean “independent-scrutiny”?'],
    [['explain', 'lead-police'], 'part of “lead-partners”'],
    [['rules', '--edition', '2023'], 'Did you mean “wt2023”?'],
    [['rules', '--format', 'jsno'], 'Did you mean “json”?'],
    [['check', '--width', 'wide', EXAMPLE], 'whole number of columns'],
    [['check', '--as-of', '2025-02-30', EXAMPLE], 'Give a day such as'],
    [['check', '-q', '-v', EXAMPLE], 'cannot be used with'],
    [['check'], 'Missing required argument'],
    [['explain'], 'Missing required argument'],
    [[], 'masa --help'],
    [['\u001b[31mx'], '␛[31mx'],
    [['check', '--\u001b]0;title\u0007', 'x'], '␛]0;title␇'],
  ])('masa %j', async (args, words) => {
    const run = await masa(args);
    expect(run.code).toBe(2);
    expect(run.stdout).toBe('');
    expectOneSentence(run);
    expect(run.stderr).toContain(words);
  });
});

describe('hostile documents', () => {
  const nasty = [
    '# A\u001b[2J\u001b]0;title\u0007 \u202Eevil\u202C',
    'The safeguarding partners are \u001b[31mMerrowdale Borough Council\u001b[0m, \u009b2J Fellside Constabulary.',
    '<script>alert(1)</script> ]]> ::set-output name=x::y\u2028z',
    `${'x'.repeat(10_000)} will be reviewed every year.`,
  ].join('\n\n');

  it.each(['terminal', 'json'])('come out as text: %s', async (format) => {
    const folder = temporary({ 'n\u001b[31mame.md': nasty });
    const run = await masa(['--format', format, '--verbose', '.'], { cwd: folder });
    expect(run.stderr).toBe('');
    expect(run.stdout.replaceAll('\n', '')).not.toMatch(DANGEROUS);
    if (format === 'json') expect(json(run).documents[0].path).toBe('n\u001b[31mame.md');
    else for (const line of run.stdout.split('\n')) expect(width(line)).toBeLessThanOrEqual(80);
  });
});

describe('masa rules', () => {
  it('lists the newest complete edition', async () => {
    const run = await masa(['rules']);
    expect(run.code).toBe(0);
    expect(run.stdout).toContain('Working Together to Safeguard Children 2023');
    expect(run.stdout).toMatch(/independent-scrutiny +Must +/);
    for (const line of run.stdout.split('\n')) expect(width(line)).toBeLessThanOrEqual(80);
  });

  it('lists another edition, as data', async () => {
    const run = await masa(['rules', '--edition', 'wt2018', '--format', 'json']);
    const { edition, requirements } = JSON.parse(run.stdout);
    expect(edition.id).toBe('wt2018');
    expect(requirements.map(({ id }: { id: string }) => id)).not.toContain('partnership-chair');
    expect(requirements[0]).toMatchObject({
      id: expect.any(String),
      force: expect.any(String),
      title: expect.any(String),
    });
  });
});

describe('masa explain', () => {
  it('says what a requirement asks for and what counts', async () => {
    const run = await masa(['explain', 'custody-and-residential']);
    expect(run.code).toBe(0);
    for (const part of ['Where it comes from', 'What is looked for', 'Examples', 'What to write']) {
      expect(run.stdout).toContain(part);
    }
    for (const line of run.stdout.split('\n')) expect(width(line)).toBeLessThanOrEqual(80);
  });
});

describe('masa itself', () => {
  it('masa --version', async () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    expect(await masa(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
  });

  it.each([['--help'], ['check', '--help'], ['help', 'explain'], ['rules', '-h']])('masa %s %s', async (...args) => {
    const run = await masa(args.filter((arg) => arg !== undefined));
    expect(run.code).toBe(0);
    expect(run.stderr).toBe('');
    expect(run.stdout).toContain('Usage: masa');
    for (const line of run.stdout.split('\n')) expect(line.length, line).toBeLessThanOrEqual(80);
  });

  it('has every option of check in the README', async () => {
    const readme = readFileSync(join(root, 'README.md'), 'utf8');
    const { stdout } = await masa(['check', '--help']);
    for (const [option] of stdout.matchAll(/--[a-z-]+/g)) if (option !== '--help') expect(readme).toContain(option);
  });

  it('is quiet when its reader goes away', async () => {
    const command = `"${process.execPath}" bin/masa.js -v --width 20 ${EXAMPLE} ${EXAMPLE} | head -c 10`;
    const { stderr } = await promisify(execFile)('sh', ['-c', command], { cwd: root });
    expect(stderr).toBe('');
  });

  it('says so when standard output is full', async () => {
    const command = `"${process.execPath}" bin/masa.js ${EXAMPLE} > /dev/full; echo "code $?"`;
    const { stdout, stderr } = await promisify(execFile)('sh', ['-c', command], { cwd: root });
    expect(stdout).toBe('code 2\n');
    expect(stderr).toMatch(/^masa: [^\n]+the disk is full\.\n$/);
  });

  /** The modules of the built program that a command ran, from Node's own record; the build keeps their names. */
  async function modulesRun(args: string[]): Promise<string[]> {
    const folder = temporary({ 'plain.txt': `Arrangements\n\n${SHORT.slice(16)}` });
    await masa(args, { cwd: folder, env: { NODE_V8_COVERAGE: join(folder, 'coverage') } });
    return readdirSync(join(folder, 'coverage')).flatMap((file) => {
      const { result } = JSON.parse(readFileSync(join(folder, 'coverage', file), 'utf8')) as Coverage;
      const functions = result
        .filter(({ url }) => url.endsWith('/dist/masa.cjs'))
        .flatMap((script) => script.functions);
      return functions
        .filter(({ functionName, ranges }) => /\.(?:ts|js)$/.test(functionName) && ranges[0]!.count > 0)
        .map(({ functionName }) => functionName);
    });
  }

  it('reads the same signs built as from its source', () => {
    for (const name of ['masa', 'read-docx', 'read-html', 'read-pdf']) {
      // Scripts are read byte by byte, so a sign beyond ASCII would be another one.
      expect(readFileSync(join(root, `dist/${name}.cjs`)).every((byte) => byte < 128)).toBe(true);
    }
  });

  it('has a compiled form that fits the Node.js that built it', async () => {
    const script = `const { script } = (await import('./bin/load.js')).default.load('masa'); console.log(script.cachedDataRejected)`;
    const run = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], { cwd: root });
    expect(run.stdout).toBe('false\n');
  });

  it('runs where no compiled form fits', async () => {
    const folder = temporary({ 'a.md': SHORT });
    const usual = await masa(['a.md'], { cwd: folder });
    const other = await masa(['a.md'], { cwd: folder, env: { NODE_OPTIONS: '--interpreted-frames-native-stack' } });
    expect(other).toEqual(usual);
    expect(usual.code).toBe(1);
  });

  it('loads only what a command needs', async () => {
    const version = (await modulesRun(['--version'])).join('\n');
    expect(version).toContain('src/report/formats.ts');
    expect(version).not.toMatch(
      /src\/(?:commands\/(?:check|rules|explain)|read|evidence|report\/terminal|rules\/built)/,
    );
    const check = (await modulesRun(['plain.txt'])).join('\n');
    expect(check).toContain('src/verdict/check.ts');
    expect(check).not.toMatch(/src\/(?:read\/markdown|read\/yaml|report\/json|report\/html|commands\/explain)/);
    expect(check).not.toMatch(/node_modules\/(?:yaml|ajv|unified|docx)\//);
  });
});
