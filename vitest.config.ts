import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // By default one processor is left idle, which on a machine of two doubles the time.
    maxWorkers: '100%',
    // The files share what they import: loading it for each took a tenth of the time. None may leave a module changed.
    isolate: false,
    // Whole-command tests start a process each; on a busy machine that takes a while.
    // On a machine that does other work besides, a test may take many times as long.
    testTimeout: 120_000,
  },
});
