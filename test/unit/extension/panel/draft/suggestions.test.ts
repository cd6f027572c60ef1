// What is suggested to authors is what was seen of visitors, and nothing that the tag keeps for itself.

import '../../../../support/fake-browser.ts';
import { afterEach, expect, test } from 'vitest';
import { seenTraits } from '../../../../../extension/panel/draft/suggestions.ts';
import { memory } from '../../../../../extension/panel/site/page.ts';

afterEach(() => {
  memory.value = undefined;
});

test('what was stated is suggested, and not which questions were shown, or what was switched off', () => {
  const traits = { tier: 'gold', selvedge_asked: ['need s498900 c0'], selvedge_off: ['questions'] };
  memory.value = { events: [], traits, prunedAt: null };
  expect(seenTraits()).toEqual(['tier']);
});
