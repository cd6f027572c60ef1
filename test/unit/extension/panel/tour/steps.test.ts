// A step of the tour is done by doing it.

import '../../../../support/fake-browser.ts';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { findSomebody } from '../../../../../extension/panel/see/find-somebody.ts';
import {
  findDone,
  findNext,
  findOwn,
  PACKED,
  type Seen,
  STEPS,
} from '../../../../../extension/panel/tour/steps.ts';
import { checkConfig } from '../../../../../shared/schema/check.ts';
import type { Config } from '../../../../../shared/schema/config.ts';

const shop: Config = JSON.parse(readFileSync('extension/tour/selvedge.json', 'utf8'));

const nothing: Seen = {
  isGiven: false,
  isPicked: false,
  draft: undefined,
  isWalking: false,
  visible: [],
  isChecked: false,
  published: undefined,
};
const made = (segment: string, kind: 'text' | 'hide' = 'text'): Config => ({
  ...shop,
  experiences: [
    ...shop.experiences,
    {
      id: 'mine',
      name: 'Mine',
      status: 'draft',
      pages: ['/tour/home.html'],
      variants: [
        {
          id: 'a',
          name: 'A',
          segment,
          changes: [{ kind, target: { css: 'h1' }, ...(kind === 'text' && { value: 'New' }) } as never],
        },
      ],
    },
  ],
});
const answered = (goal: string | null): Config => {
  const config = made('pots');
  return { ...config, experiences: config.experiences.map((one) => ({ ...one, goal })) };
};

test.each<[fact: string, seen: Partial<Seen>, done: readonly string[]]>([
  ['nothing is done before something is', {}, []],
  ['a draft that is what the shop has is nothing made', { draft: shop }, []],
  ['what the shop shows is seen', { isGiven: true }, ['see']],
  ['words of one’s own', { draft: made('everyone') }, ['rewrite']],
  ['another change rewrites nothing', { draft: made('pots', 'hide') }, []],
  ['and for whom', { draft: made('pots') }, ['rewrite', 'whom']],
  [
    'walking where it is not on the page is no look at it',
    { draft: made('pots'), isWalking: true },
    ['rewrite', 'whom'],
  ],
  [
    'what the shop shows is not what was made',
    { draft: made('pots'), isWalking: true, visible: [PACKED] },
    ['rewrite', 'whom'],
  ],
  [
    'walking as them',
    { draft: made('pots'), isWalking: true, visible: ['mine'] },
    ['rewrite', 'whom', 'walk'],
  ],
  ['seen, but as nobody in particular', { draft: made('pots'), visible: ['mine'] }, ['rewrite', 'whom']],
  ['checking before there is something', { draft: shop, isChecked: true }, []],
  [
    'published without a word on what should happen more',
    { draft: made('pots'), isChecked: true, published: made('pots') },
    ['rewrite', 'whom', 'check'],
  ],
  [
    'said, but not published since',
    { draft: answered(null), isChecked: true, published: made('pots') },
    ['rewrite', 'whom', 'check'],
  ],
  [
    'checked and published, with nothing to count',
    { draft: answered(null), isChecked: true, published: answered(null) },
    ['rewrite', 'whom', 'check', 'publish'],
  ],
  [
    'or with a goal',
    { draft: answered('sale'), isChecked: true, published: answered('sale') },
    ['rewrite', 'whom', 'check', 'publish'],
  ],
])('%s', (_fact, seen, done) => expect(findDone({ ...nothing, ...seen })).toEqual(done));

test('the next one is the first that is not done, whatever was done before its turn', () => {
  expect(findNext([])).toBe('see');
  expect(findNext(['see', 'rewrite'])).toBe('pick');
  expect(findNext(STEPS)).toBeUndefined();
});

test('the shop’s config is fit, and everybody it speaks of can be walked as', () => {
  expect(checkConfig(shop).problems).toEqual([]);
  expect(shop.experiences.map(({ id }) => id)).toEqual([PACKED]);
  expect(findOwn(shop)).toBeUndefined();
  const walkers = shop.segments.map(({ id }) => findSomebody(shop, id, Date.now()));
  expect(walkers.map((walker) => walker?.name)).toEqual(shop.segments.map(({ name }) => name));
});
