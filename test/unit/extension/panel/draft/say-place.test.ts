// A problem's place in the config is said by the names of its parts.

import { expect, test } from 'vitest';
import { sayPlace } from '../../../../../extension/panel/draft/say-place.ts';
import type { Config } from '../../../../../shared/schema/config.ts';

const config: Config = {
  version: 1,
  site: 'shop.example',
  revision: 1,
  segments: [{ id: 'tents', name: 'Likes tents', when: { kind: 'age', is: { $gt: '1d' } } }],
  experiences: [
    {
      id: 'home',
      name: 'Home',
      status: 'live',
      pages: ['/'],
      variants: [{ id: 'a', name: '', segment: 'tents', changes: [] }],
    },
  ],
};

test.each([
  ['segments[0].when.is', '“Likes tents”, when.is'],
  ['experiences[0]', '“Home”'],
  ['experiences[0].goal', '“Home”, goal'],
  ['experiences[0].variants[0]', '“Home”, “a”'],
  ['experiences[0].variants[0].changes[2].href', '“Home”, “a”, change 3, href'],
  ['experiences[0].variants[0].changes[2]', '“Home”, “a”, change 3'],
  ['experiences[4].goal', 'experiences[4].goal'],
  ['privacy.retention', 'privacy.retention'],
])('%s: %s', (path, words) => expect(sayPlace(path, config)).toBe(words));
