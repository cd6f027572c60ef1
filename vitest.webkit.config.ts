// End-to-end tests in WebKit, over its own WebDriver: one browser at a time, file by file. Where there is none
// they are skipped, and `npm test` says so (see test/webkit/test.ts).

import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    environment: 'node',
    include: ['test/webkit/**/*.test.ts'],
    pool: 'threads',
    fileParallelism: false,
    // for what hangs, as in playwright.config.ts
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 20_000, interval: 50 } },
  },
});
