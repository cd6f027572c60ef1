// Unit tests run in Node without a browser and finish in seconds; what needs a page is in test/e2e.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** They wait for a program of several seconds (a build, Mozilla's linter): last, they would be all that is left to wait for. */
const slow = /(reproducible|manifest|package)\.test\.ts$/;

class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]) {
    const sorted = await super.sort(files);
    const isSlow = ({ moduleId }: TestSpecification) => slow.test(moduleId);
    return [...sorted.filter(isSlow), ...sorted.filter((file) => !isSlow(file))];
  }
}

const all = readdirSync('test/unit', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.test.ts'))
  .map((path) => join('test/unit', path));
/** What the tag takes of its page it takes once, when it is imported: with a page of its own a test needs a world of its own. */
const alone = all.filter((path) => readFileSync(path, 'utf8').includes('vi.stubGlobal('));

export default defineConfig({
  test: {
    projects: [
      // the others touch no globals and mock no module: they share a worker and load zod once
      { extends: true, test: { name: 'unit', include: all, exclude: alone, isolate: false } },
      { extends: true, test: { name: 'alone', include: alone } },
    ],
    environment: 'node',
    setupFiles: ['test/support/same-draws.ts'],
    pool: 'threads',
    maxWorkers: '100%',
    sequence: { sequencer: SlowFirst },
    // how long the checks of a loaded machine may take; none waits for it
    testTimeout: 60_000,
  },
});
