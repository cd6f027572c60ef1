// Who turned suggestions off, or all that is made for them, gets no list.

import { expect, test } from 'vitest';
import { wantsLists } from '../../../../shared/page/wants-lists.ts';

test.each(['suggestions', 'personalize', ['suggestions'], ['measure', 'personalize']])(
  '%j off: no list',
  (off) => {
    expect(wantsLists(off)).toBe(false);
  },
);

test.each([undefined, null, [], 'measure', ['questions'], 'nosuggestions', {}, 7])('%j off: lists', (off) => {
  expect(wantsLists(off)).toBe(true);
});
