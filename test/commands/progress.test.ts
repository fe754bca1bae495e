import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Progress } from '../../src/commands/progress.ts';
import { width } from '../../src/report/width.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function terminal(isTTY = true, env: Record<string, string> = {}) {
  const written: string[] = [];
  const write = async (data: string | Uint8Array): Promise<void> => void written.push(String(data));
  return { written, io: { env, stderr: { isTTY, columns: 40, write } } };
}

it('says nothing of a short run, nor where there is no terminal', async () => {
  for (const { io, written, waits } of [
    { ...terminal(), waits: 400 },
    { ...terminal(false), waits: 5000 },
    { ...terminal(true, { TERM: 'dumb' }), waits: 5000 },
  ]) {
    const progress = new Progress(io, 2);
    await progress.next('a.md');
    await vi.advanceTimersByTimeAsync(waits);
    await progress.done();
    expect(written).toEqual([]);
  }
});

it('shows in one line what a long run is at, and takes it away', async () => {
  const { io, written } = terminal();
  const progress = new Progress(io, 2);
  await progress.next('a.md');
  await vi.advanceTimersByTimeAsync(600);
  await progress.next('b.md');
  await progress.done();
  expect(written).toEqual(['\rChecking 1 of 2: a.md …', '\rChecking 2 of 2: b.md …', `\r${' '.repeat(23)}\r`]);
});

it('keeps to the line and prints nothing that a terminal obeys', async () => {
  const { io, written } = terminal();
  const progress = new Progress(io, 1);
  await vi.advanceTimersByTimeAsync(600);
  await progress.next(`\u001b[2J${'字'.repeat(60)}.md`);
  expect(written[0]).toContain('Checking');
  expect(width(written[0]!.slice(1))).toBeLessThan(40);
  expect(written.join('')).not.toContain('\u001b');
});
