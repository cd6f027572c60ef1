// Whatever a path is remembered as is among what it may be remembered as.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scrubPath } from '../../../../shared/page/scrub.ts';
import { findPaths } from '../../../../snippet/now/paths.ts';
import { draws } from '../../../support/draws.ts';

test.each<[path: string, paths: string[]]>([
  ['/', ['/']],
  ['/tents/winter', ['/tents/winter']],
  ['/tents/', ['/tents/']],
  ['/tents/a-2', ['/tents/a-2', '/tents/[removed]']],
  ['/reset/a', ['/reset/a', '/reset/[removed]']],
  ['/1/b/2', ['/1/b/2', '/1/b/[removed]', '/[removed]/b/2', '/[removed]/b/[removed]']],
  ['/1/2/3/4/5', []],
])('%s', (path, paths) => expect(findPaths(path)).toEqual(paths));

const word = fc.constantFrom(
  ...[
    'tents',
    'reset',
    'members',
    'u',
    'orders',
    'p',
    'anna-schmidt',
    'ada@shop.example',
    '4111111111111111',
    '+4930123456',
  ],
  ...['eyJhbGciOiJIUzI1', '550e8400-e29b-41d4-a716-446655440000', 'aXb', 'ABC', 'step-2', '192.168.10.10'],
  ...['abcdefghijklmnopqrstu', 'a%40b.de', '１２３４５６７８９', 'é', 'sid=1', 'sk_live_x', 'email:x', ''],
);

test('the path as it is kept is one of them', () => {
  let kept = 0;
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(
          word,
          fc.string({ maxLength: 24 }).map((text) => text.replaceAll('/', '')),
        ),
        {
          maxLength: 5,
        },
      ),
      fc.boolean(),
      (parts, isPlain) => {
        const path = `/${parts.join('/')}`;
        const paths = findPaths(path);
        if (!paths[0]) return;
        const scrubbed = scrubPath(path, isPlain);
        kept += +(scrubbed !== path);
        expect(paths).toContain(scrubbed);
      },
    ),
    { numRuns: draws(20_000) },
  );
  expect(kept).toBeGreaterThan(100);
});
