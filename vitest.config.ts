import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Whole-command tests start a process each; on a busy machine that takes a while.
    testTimeout: 20_000,
  },
});
