// What may be written of a list that shows recommended items.
import { describe, expect, test } from 'vitest';
import { checkConfig } from '../../../../shared/schema/check.ts';

const ITEMS = { file: 'selvedge-items-3f9a12bc.js' };
const change = (more: object = {}) => ({
  kind: 'recommend',
  target: { css: '.seen' },
  card: { item: '.card' },
  from: ['viewed'],
  count: 4,
  ...more,
});
const configOf = (one: object, more: object = { items: ITEMS }) => ({
  version: 1,
  site: 'shop.example',
  revision: 1,
  ...more,
  segments: [],
  experiences: [
    {
      id: 'e',
      name: 'E',
      status: 'live',
      goal: null,
      pages: ['*'],
      variants: [{ id: 'v', name: 'V', segment: 'everyone', changes: [one] }],
    },
  ],
});
const found = (config: object) =>
  checkConfig(config).problems.map(({ path, problem, severity }) =>
    `${severity} ${path}: ${problem}`.replace('experiences[0].variants[0].changes[0]', '…'),
  );

describe('a list', () => {
  test.each<[what: string, more: object]>([
    ['of what was looked at', {}],
    ['of all sources in an order', { from: ['together', 'similar', 'again', 'trending', 'viewed'] }],
    [
      'whose card says where everything is',
      { card: { item: 'li', name: 'h3', link: 'a', image: 'img', price: '.p' } },
    ],
    ['that is filled with fewer', { least: 2 }],
    ['that leaves nothing out', { without: [] }],
    ['that shows again what was bought long ago', { without: ['this', 'bought'], boughtWithin: '90d' }],
    ['of some items', { where: { group: { $in: ['tents', 'mats'] }, price: { $lte: 200 } } }],
    ['of some items, in another way', { where: { $or: [{ group: 'tents' }, { price: 5 }] }, perGroup: 2 }],
  ])('is taken: %s', (_what, more) => expect(found(configOf(change(more)))).toEqual([]));

  test.each<[what: string, says: string, more: object]>([
    ['without a card', 'error ….card', { card: undefined }],
    [
      'a card that nobody can find',
      'error ….card.item: "li >" is no CSS selector',
      { card: { item: 'li >' } },
    ],
    ['no source', 'error ….from', { from: [] }],
    ['an unknown source', 'error ….from[0]', { from: ['popular'] }],
    ['a source twice', 'error ….from[1]: "viewed" is there twice', { from: ['viewed', 'viewed'] }],
    ['none', 'error ….count', { count: 0 }],
    ['too many', 'error ….count', { count: 25 }],
    ['half a card', 'error ….count', { count: 2.5 }],
    ['more at least than at most', 'error ….least: at least 5 of at most 4', { least: 5 }],
    ['what is left out twice', 'error ….without[1]: "this" is there twice', { without: ['this', 'this'] }],
    [
      'a time of what is not left out',
      'error ….boughtWithin: "without" does not leave out what was bought',
      { without: ['this'], boughtWithin: '9d' },
    ],
    ['what is known of no item', 'error ….where: an item has no "colour"', { where: { colour: 'red' } }],
    [
      'the same, within',
      'error ….where: an item has no "colour"',
      { where: { $nor: [{ colour: 'red' }, { group: 'tents' }] } },
    ],
    [
      'a list that is never changed',
      'error ….target.css: <html> must not be changed',
      { target: { css: 'html' } },
    ],
  ])('is refused: %s', (_what, says, more) => {
    const all = found(configOf(change(more)));
    expect(all).toHaveLength(1);
    expect(all[0]).toContain(says);
  });

  test('is refused where the config names no file of items, and says what writes it', () => {
    const { problems } = checkConfig(configOf(change(), {}));
    expect(problems).toMatchObject([
      { severity: 'error', problem: expect.stringContaining('nothing is known of items') },
    ]);
    expect(problems[0]?.remedy).toContain('selvedge learn');
  });
});
