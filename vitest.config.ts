import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    globalSetup: ['scripts/build/threads-of-tests.ts'],
    // A thread is started from its built file, never from its source: scripts/build/threads.ts says why.
    execArgv: ['--no-experimental-strip-types'],
    include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts'],
    testTimeout: 20_000,
    hookTimeout: 20_000,
  },
});
