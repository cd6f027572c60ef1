// When the lines of the next page are written: a little at a time while somebody looks at the page, and the rest of them
// as it is left.
import { expect, test, vi } from 'vitest';
import { compile } from '../../../../shared/engine/compile.ts';
import { createProfile } from '../../../../shared/engine/profile.ts';
import { configOf, NOW } from '../../shared/engine/arbitraries.ts';

const page = Object.assign(new EventTarget(), { setTimeout() {}, clearTimeout() {}, console });
vi.stubGlobal('window', page);
vi.stubGlobal('localStorage', { getItem: () => null });
const { fileLines } = await import('../../../../snippet/later/file-lines.ts');

const program = compile(
  configOf(
    Array.from(
      { length: 15 },
      (_, i) => ({ kind: 'count', event: 'purchase', is: { $gte: i + 1 } }) as const,
    ),
  ),
);

/** A page on which each look at the clock finds it a millisecond on; how many lines were unknown, at each writing. */
function open() {
  let at = NOW;
  vi.spyOn(Date, 'now').mockImplementation(() => at++);
  const profile = { ...createProfile(program), firstSeenAt: NOW, newestAt: NOW };
  const unknown: number[] = [];
  const write = () => {
    const { answers = {} } = file.forNext().now ?? {};
    unknown.push(Object.values(answers).filter((lines) => lines === 2).length);
  };
  const file = fileLines(program, () => profile, write);
  return { unknown, write };
}

test('as the page is left the rest of the lines is written', () => {
  const { unknown, write } = open();
  write();
  page.dispatchEvent(new Event('pagehide'));
  expect(unknown).toEqual([expect.any(Number), 0]);
  expect(unknown[0]).toBeGreaterThan(5);
});

test('a page that was come back to has short slices again', () => {
  const { unknown, write } = open();
  page.dispatchEvent(new Event('pagehide'));
  page.dispatchEvent(new Event('pageshow'));
  write();
  expect(unknown[0]).toBeGreaterThan(5);
});
