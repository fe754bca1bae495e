/** masa-check in pipelines: machine formats of a real document, the GitHub Action, pre-commit, GitLab CI. */

import { execFile } from 'node:child_process';
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { expectJunit, expectSarif, readCommand, readCsv } from './report/official.ts';
import { masa, type Run, root } from './run-masa.ts';
import { temporary } from './temporary.ts';

const EXAMPLE = readFileSync(join(root, 'fixtures/documents/example-arrangements.md'), 'utf8');
const SHORT = '# Arrangements\n\nThe safeguarding partners are Merrowdale Borough Council and Fellside Constabulary.\n';
const WAIVED = `---\nnot-applicable:\n  restraint-review: There is no secure establishment in the area.\n---\n\n${SHORT}`;

const read = (folder: string, file: string): string => readFileSync(join(folder, file), 'utf8');
const commands = (text: string) => text.split('\n').slice(0, -1).map(readCommand);

function shell(script: string, options: { cwd: string; env?: Record<string, string>; args?: string[] }): Promise<Run> {
  return new Promise((resolve) => {
    const args = [...(options.args ?? []), '-c', script];
    execFile('bash', args, { cwd: options.cwd, env: { ...process.env, ...options.env } }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr });
    });
  });
}

/** A folder with `masa` in it, as an installation puts it on the path. */
function installed(): string {
  const folder = temporary();
  symlinkSync(join(root, 'bin/masa.js'), join(folder, 'masa'));
  return `${folder}${delimiter}${process.env.PATH}`;
}

describe('a real document in machine formats', () => {
  it('is valid in all of them, written at once', async () => {
    const folder = temporary({ 'docs/a.md': EXAMPLE, 'docs/b.md': WAIVED });
    const files = ['sarif=m.sarif', 'junit=m.xml', 'csv=m.csv', 'markdown=m.md', 'codequality=m.json'];
    const run = await masa(['docs', '-f', 'github', ...files.flatMap((file) => ['-o', file])], { cwd: folder });
    expect(run.stderr).toBe('');
    const [sarif] = expectSarif(read(folder, 'm.sarif')).runs;
    expect(sarif.results.length).toBeGreaterThan(10);
    const suppressed = sarif.results.filter((result: object) => 'suppressions' in result);
    expect(suppressed).toHaveLength(1);
    expect(suppressed[0]).toMatchObject({
      ruleId: 'restraint-review',
      suppressions: [{ justification: 'There is no secure establishment in the area.' }],
    });
    const [suites] = expectJunit(read(folder, 'm.xml'), '//testsuite/@name');
    expect(suites).toEqual(['docs/a.md', 'docs/b.md']);
    expect(readCsv(read(folder, 'm.csv')).length).toBeGreaterThan(100);
    expect(read(folder, 'm.md').length).toBeLessThan(60_000);
    const issues = JSON.parse(read(folder, 'm.json'));
    expect(new Set(issues.map(({ fingerprint }: { fingerprint: string }) => fingerprint)).size).toBe(issues.length);
    expect(commands(run.stdout).length).toBeGreaterThan(5);
  });

  it.each(['markdown', 'csv', 'sarif', 'junit', 'github', 'codequality'])('has stable bytes: %s', async (format) => {
    const options = { cwd: temporary({ 'a.md': SHORT }), stdin: SHORT };
    const elsewhere = {
      cwd: temporary({ 'a.md': SHORT }),
      stdin: SHORT,
      env: { LANG: 'tr_TR.UTF-8', TZ: 'Asia/Tokyo' },
    };
    expect(await masa(['-f', format, 'a.md', '-'], options)).toEqual(
      await masa(['-f', format, 'a.md', '-'], elsewhere),
    );
  });

  it('keeps its SARIF fingerprints when another part is edited', async () => {
    const prints = async (text: string): Promise<string[]> => {
      const { stdout } = await masa(['-f', 'sarif', 'a.md'], { cwd: temporary({ 'a.md': text }) });
      return expectSarif(stdout).runs[0].results.map(
        ({ ruleId, partialFingerprints }: { ruleId: string; partialFingerprints: object }) =>
          `${ruleId} ${JSON.stringify(partialFingerprints)}`,
      );
    };
    const edited = EXAMPLE.replace(/\n## /, '\n## A note\n\nThe hall has a new roof.\n\n## ');
    expect(edited).not.toBe(EXAMPLE);
    expect(await prints(edited)).toEqual(await prints(EXAMPLE));
  });

  it('names files relative to the working folder or --base-dir', async () => {
    const folder = temporary({ 'repo/docs/a.md': SHORT });
    const uri = async (args: string[], cwd: string): Promise<unknown> => {
      const { stdout } = await masa(['-f', 'sarif', ...args], { cwd: join(folder, cwd) });
      return expectSarif(stdout).runs[0].artifacts[0].location.uri;
    };
    expect(await uri(['./docs/a.md'], 'repo')).toBe('docs/a.md');
    expect(await uri([join(folder, 'repo/docs/a.md')], 'repo')).toBe('docs/a.md');
    expect(await uri(['--base-dir', '..', 'a.md'], 'repo/docs')).toBe('docs/a.md');
    const wrong = await masa(['--base-dir', 'nowhere', 'a.md'], { cwd: join(folder, 'repo/docs') });
    expect(wrong).toEqual({
      code: 2,
      stdout: '',
      stderr: 'masa: Paths cannot be shown relative to “nowhere”: there is no such file or folder.\n',
    });
  });
});

describe('the GitHub Action', () => {
  const action = parse(readFileSync(join(root, 'action.yml'), 'utf8'));

  /** Runs the shell steps of the action in order, each as the runner does, and gives back what they left. */
  async function runAction(inputs: Record<string, string>, files: Record<string, string>) {
    const workspace = temporary(files);
    const runner = temporary({ summary: '', output: '' });
    const values: Record<string, string> = {};
    for (const [name, input] of Object.entries<{ default?: string }>(action.inputs)) {
      values[name] = inputs[name] ?? input.default ?? '';
    }
    const fill = (text: string): string =>
      text.replace(/\$\{\{ inputs\.([a-z-]+) \}\}/g, (_, name: string) => values[name]!);
    let run: Run = { code: 0, stdout: '', stderr: '' };
    for (const step of action.runs.steps) {
      if (step.run === undefined) continue;
      expect(step.shell).toBe('bash');
      expect(step.run).not.toContain('${{');
      const env = Object.entries<string>(step.env ?? {}).map(([name, value]) => [name, fill(value)]);
      run = await shell(step.run, {
        cwd: workspace,
        args: ['--noprofile', '--norc', '-e', '-o', 'pipefail'],
        env: {
          ...Object.fromEntries(env),
          GITHUB_ACTION_PATH: root,
          GITHUB_WORKSPACE: workspace,
          GITHUB_STEP_SUMMARY: join(runner, 'summary'),
          GITHUB_OUTPUT: join(runner, 'output'),
        },
      });
      if (run.code !== 0) break;
    }
    return { run, workspace, summary: read(runner, 'summary'), output: read(runner, 'output') };
  }

  it('annotates, adds to the summary and writes SARIF', async () => {
    const { run, workspace, summary, output } = await runAction(
      { paths: '  docs/\n\nwith a space.md  \n', sarif: 'out/masa.sarif', edition: 'wt2023' },
      { 'docs/a.md': SHORT, 'with a space.md': SHORT },
    );
    expect(run.stderr).toBe('');
    expect(run.code).toBe(1);
    const files = commands(run.stdout).map(({ properties }) => properties.file);
    expect(files).toContain('docs/a.md');
    expect(summary).toContain('`with a space.md`');
    expect(output).toBe('exit-code=1\nsarif=out/masa.sarif\n');
    expectSarif(read(workspace, 'out/masa.sarif'));
  });

  it('passes when nothing is to fail', async () => {
    const { run, output } = await runAction({ paths: 'a.md', 'fail-on': 'never' }, { 'a.md': SHORT });
    expect(run.code).toBe(0);
    expect(output).toBe('exit-code=0\n');
  });

  it('runs nothing that its inputs hold', async () => {
    const inputs = { paths: '$(touch pwned)\n--help\n`touch pwned`', sarif: '$(touch pwned).sarif', edition: '' };
    const { run, workspace, output } = await runAction(inputs, { 'a.md': SHORT });
    expect(run.code).toBe(2);
    expect(existsSync(join(workspace, 'pwned'))).toBe(false);
    expect(output).toContain('exit-code=2');
    expect(commands(run.stdout)).toHaveLength(3);
  });

  it('obeys nothing that a document holds', async () => {
    const nasty = '::set-output name=x::y\n\n::stop-commands::z\n\nTBC ::error::x\n\n## ::add-mask::y\n\nTBC\n';
    const { run } = await runAction({ paths: 'a.md' }, { 'a.md': SHORT + nasty });
    for (const { name } of commands(run.stdout)) expect(['error', 'warning', 'notice']).toContain(name);
    expect(run.stderr).not.toMatch(/^\s*::/m);
  });
});

describe('pre-commit', () => {
  it('has a hook whose entry runs', async () => {
    const [hook] = parse(readFileSync(join(root, '.pre-commit-hooks.yaml'), 'utf8'));
    expect(hook).toMatchObject({ id: 'masa-check', language: 'node' });
    const { bin } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    expect(Object.keys(bin)).toContain(hook.entry.split(' ')[0]);
    const cwd = temporary({ 'a.md': SHORT, 'b.md': SHORT });
    const env = { PATH: installed() };
    const run = await shell(`${hook.entry} ${(hook.args ?? []).join(' ')} a.md b.md`, { cwd, env });
    expect(run.code).toBe(1);
    expect(run.stdout).toContain('All documents');
    const passed = await shell(`${hook.entry} --fail-on never --quiet a.md b.md`, { cwd, env });
    expect(passed.code).toBe(0);
  });
});

describe('docs/ci.md', () => {
  // biome-ignore lint/suspicious/noExplicitAny: examples of other programs' settings
  let examples: any[];
  beforeAll(() => {
    const page = readFileSync(join(root, 'docs/ci.md'), 'utf8');
    examples = [...page.matchAll(/```yaml\n(.*?)```/gs)].map((match) => parse(match[1]!));
  });

  it('has a GitLab job that leaves the reports it names', async () => {
    const job = examples.find((example) => 'arrangements' in example).arrangements;
    const cwd = temporary({ 'arrangements/a.md': SHORT });
    const run = await shell(job.script.join('\n'), { cwd, env: { PATH: installed() } });
    expect(run.code).toBe(1);
    expect(run.stdout).toContain('Summary');
    const { junit, codequality } = job.artifacts.reports;
    expectJunit(read(cwd, junit));
    expect(JSON.parse(read(cwd, codequality))[0].location.path).toBe('arrangements/a.md');
  });

  it('gives the action and the hook only what they take', async () => {
    const { inputs, outputs } = parse(readFileSync(join(root, 'action.yml'), 'utf8'));
    const steps = examples.find((example) => 'jobs' in example).jobs.check.steps;
    const step = steps.find(({ uses }: { uses: string }) => uses.includes('/masa-check@'));
    for (const name of Object.keys(step.with)) expect(Object.keys(inputs)).toContain(name);
    for (const [, name] of JSON.stringify(steps).matchAll(/outputs\.([a-z-]+)/g)) {
      expect(Object.keys(outputs)).toContain(name);
    }
    const [hook] = examples.find((example) => 'repos' in example).repos[0].hooks;
    const run = await shell(`masa check ${hook.args.join(' ')} a.md`, {
      cwd: temporary({ 'a.md': SHORT }),
      env: { PATH: installed() },
    });
    expect(run.code).toBe(1);
    expect(run.stderr).toBe('');
  });
});
