// A problem's place in the config is said by the names of its parts.

import { expect, test } from 'vitest';
import { sayPlace } from '../../../../../extension/panel/draft/say-place.ts';
import type { Config } from '../../../../../shared/schema/config.ts';

const config: Config = {
  version: 1,
  site: 'shop.example',
  revision: 1,
  segments: [{ id: 'tents', name: 'Likes tents', when: { kind: 'age', is: { $gt: '1d' } } }],
  questions: [
    {
      id: 'which',
      name: 'Tents',
      ask: 'Which tent?',
      purpose: 'To show fitting ones.',
      trait: 'tent',
      answer: { kind: 'choice', options: ['one', 'two'].map((value) => ({ value, label: value })) },
    },
  ],
  experiences: [
    {
      id: 'home',
      name: 'Home',
      status: 'live',
      pages: ['/'],
      variants: [
        {
          id: 'a',
          name: '',
          segment: 'tents',
          changes: [
            { kind: 'hide', target: { css: '.old' } },
            { kind: 'ask', question: 'which' },
          ],
        },
      ],
    },
  ],
};

test.each([
  ['segments[0].when.is', '“Likes tents”, when.is'],
  ['experiences[0]', '“Home”'],
  ['experiences[0].goal', '“Home”, goal'],
  ['experiences[0].variants[0]', '“Home”, “a”'],
  ['experiences[0].variants[0].changes[0].target', '“Home”, “a”, The old is hidden, target'],
  [
    'experiences[0].variants[0].changes[1]',
    '“Home”, “a”, The question “Which tent?” is asked in the corner of the window',
  ],
  ['experiences[0].variants[0].changes[2]', '“Home”, “a”'],
  ['experiences[4].goal', 'experiences[4].goal'],
  ['privacy.retention', 'privacy.retention'],
])('%s: %s', (path, words) => expect(sayPlace(path, config)).toBe(words));
