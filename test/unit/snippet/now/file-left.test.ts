// A view of a page that is left is written behind what stands in the file, and nothing else there is touched.
import { afterEach, expect, test, vi } from 'vitest';
import type { Decided } from '../../../../snippet/now/decided.ts';
import { fileLeft } from '../../../../snippet/now/file-left.ts';

const decided = (at: number, led: string[] = []): Decided => ({
  standing: 'implied',
  at,
  led,
  given: [],
  remembered: { rules: '', answers: {}, newestAt: 0, traits: {} },
  facts: () => [],
  ask: () => 0,
});

/** What the file says after pages were left at 1 and 2. */
function leaveTwice(file: object, referrer = '', led: string[] = []): string {
  let text = JSON.stringify(file);
  vi.stubGlobal('window', {});
  vi.stubGlobal('document', { referrer });
  vi.stubGlobal('location', { origin: 'https://shop.example' });
  vi.stubGlobal('localStorage', {
    getItem: () => text,
    setItem: (_key: string, next: string) => {
      text = next;
    },
  });
  fileLeft(decided(1, led));
  fileLeft(decided(2, led));
  return text;
}

afterEach(() => vi.unstubAllGlobals());

test.each([
  ['nothing of that name', { traits: { plan: 'gold' } }],
  ['lists that the page calls so', { traits: { plan: 'gold', left: [['a'], ['b']] } }],
])('%s', (_what, now) => {
  const file = { consent: 'implied', now };
  expect(JSON.parse(leaveTwice(file))).toEqual({
    ...file,
    left: [
      [1, ''],
      [2, ''],
    ],
  });
});

test('stands there once, whatever experiences are called', () => {
  const file = { consent: 'implied', now: { traits: { plan: 'gold' } } };
  const led = ['a {b} }', ',"left":[[1,""]]}', '__proto__'];
  expect(leaveTwice(file, '', led)).toBe(
    JSON.stringify({
      ...file,
      left: [
        [1, '', ...led],
        [2, '', ...led],
      ],
    }),
  );
});

test.each([
  ['https://www.google.com/search?q=jane', 'https://www.google.com'],
  ['http://t.co:8080/x', 'http://t.co'],
  ['https://shop.example/other', undefined],
  ['https://jane1984.example/', undefined],
  ['https://jane@mail.example/', undefined],
  ['android-app://com.google.android.gm/', undefined],
  ['', undefined],
])('led to by %s: %s', (referrer, from) => {
  const more = from === undefined ? [] : [from];
  expect(JSON.parse(leaveTwice({ consent: 'implied' }, referrer))).toEqual({
    consent: 'implied',
    left: [
      [1, '', ...more],
      [2, '', ...more],
    ],
  });
});
