// Unit tests run in Node without a browser and finish in seconds; what needs a page is in test/e2e.

import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** They wait for a program of several seconds (a build, Mozilla's linter): last, they would be all that is left to wait for. */
const slow = /(reproducible|manifest)\.test\.ts$/;

class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]) {
    const sorted = await super.sort(files);
    const isSlow = ({ moduleId }: TestSpecification) => slow.test(moduleId);
    return [...sorted.filter(isSlow), ...sorted.filter((file) => !isSlow(file))];
  }
}

export default defineConfig({
  test: {
    environment: 'node',
    include: ['test/unit/**/*.test.ts'],
    setupFiles: ['test/support/same-draws.ts'],
    // no test touches globals or mocks a module, so files share a worker and load zod once
    pool: 'threads',
    isolate: false,
    maxWorkers: '100%',
    sequence: { sequencer: SlowFirst },
    // how long the checks of a loaded machine may take; none waits for it
    testTimeout: 60_000,
  },
});
