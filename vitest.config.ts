// Unit tests run in Node without a browser and finish in seconds; what needs a page is in test/e2e.

import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { environment: 'node', include: ['test/unit/**/*.test.ts'], testTimeout: 15_000 },
});
