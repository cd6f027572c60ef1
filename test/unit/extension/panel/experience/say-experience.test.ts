// An experience is read back as the sentence that its form is.

import { expect, test } from 'vitest';
import { sayExperience } from '../../../../../extension/panel/experience/say-experience.ts';
import type { Experience } from '../../../../../shared/schema/experience.ts';

const variant = (name: string, segment: string) => ({ id: name, name, segment, changes: [] });
const base: Experience = {
  id: 'x',
  name: 'X',
  status: 'live',
  pages: ['/'],
  variants: [variant('A', 'phones')],
};

test.each<[Partial<Experience>, string]>([
  [{}, 'Shows “A” to “On a phone” on /.'],
  [{ goal: null }, 'Shows “A” to “On a phone” on /; there is nothing to count.'],
  [
    { variants: [variant('A', 'phones'), variant('B', 'everyone')], pages: ['*', '!/cart'] },
    'Shows “A” to “On a phone” and “B” to everyone else on every page but /cart.',
  ],
  [
    { variants: [variant('A', 'everyone'), variant('B', 'everyone')], pages: ['/a', '/b', '/c'] },
    'Shows “A” to everyone and “B” to everyone on /a, /b and /c.',
  ],
  [
    {
      trigger: { kind: 'scroll', share: 0.5 },
      frequency: { times: 1, per: 'visit' },
      goal: 'buy',
      holdout: 0.125,
    },
    'Shows “A” to “On a phone” on /, when they have scrolled 50 % of the page, once a visit at most; measures “Purchase”; 12.5 % of them keep the original.',
  ],
  [
    { trigger: { kind: 'time', after: '10s' }, frequency: { times: 3, per: '7d' }, status: 'paused' },
    'Shows “A” to “On a phone” on /, after 10 seconds on the page, 3 times in 7 days at most; paused now.',
  ],
  [
    { status: 'draft', pages: ['!/cart'] },
    'Shows “A” to “On a phone” on every page but /cart; not shown yet.',
  ],
  [
    { status: 'draft', $launch: true } as Partial<Experience>,
    'Shows “A” to “On a phone” on /; shown once you publish.',
  ],
])('%j', (more, expected) => {
  const whoOf = (id: string) => (id === 'everyone' ? 'everyone' : 'On a phone');
  expect(sayExperience({ ...base, ...more }, whoOf, () => 'Purchase')).toBe(expected);
});
