// What a page said of what was done, in words; and what learning called groups of buyers, in English, where an owner's own
// words stay as they are.
import { expect, test } from 'vitest';
import { sayGroups } from '../../../../snippet/mirror/english.ts';
import { sayProps, sayValue } from '../../../../snippet/mirror/say-props.ts';

const says = { locale: 'en-GB', names: { events: {}, names: { true: 'yes', false: 'no', value: 'value' } } };

test('of what holds nothing nothing is said, and a no and a 0 are something', () =>
  expect(
    sayProps({ value: 0, colour: null, size: '', tags: [], more: {}, isGift: false, of: undefined }, says),
  ).toBe('value: 0, is gift: no'));

test('items are said by their names, what has several fields by each of them', () => {
  expect(sayValue([{ item_id: 'a', item_name: 'Tent' }, { item_id: 'b' }], says)).toBe('Tent, b');
  expect(sayProps({ box: { widthCm: 20, isFlat: true } }, says)).toBe('box: width cm: 20, is flat: yes');
});

test.each([
  ['Bought about 4 times, about 5 weeks ago (rule)', 'Bought about 4 times, about 5 weeks ago'],
  [
    'In “Bought once, today (rule)” or “Bought once or twice, about 1 day ago, spent about 1,200 (rule)”.',
    'In “Bought once, today” or “Bought once or twice, about 1 day ago, spent about 1,200”.',
  ],
  ['Gold members (rule)', 'Gold members (rule)'],
  ['Bought the tent (rule)', 'Bought the tent (rule)'],
])('%s', (text, said) => expect(sayGroups(text)).toBe(said));
