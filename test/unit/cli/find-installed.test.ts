// Packages that are no part of this program: from the folder one stands in, else beside it, else nowhere.
import { afterAll, expect, test } from 'vitest';
import { findInstalled } from '../../../cli/find-installed.ts';
import { createCommandLine } from './command-line.ts';

const line = createCommandLine();
afterAll(line.remove);

test('the folder one stands in comes first, then what lies beside the program', () => {
  const beside = findInstalled('fast-check', line.cwd);
  expect(beside?.resolve('fast-check')).not.toContain(line.cwd);
  line.write('node_modules/fast-check/index.js', 'module.exports = "own"');
  expect(findInstalled('fast-check', line.cwd)?.('fast-check')).toBe('own');
  expect(findInstalled('no-such-package-of-anybody', line.cwd)).toBeUndefined();
});
