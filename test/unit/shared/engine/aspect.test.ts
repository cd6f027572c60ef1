// What two changes both want: every kind against every kind, and which element they mean.

import { describe, expect, test } from 'vitest';
import { aspectsOf, keysOf, nameOf, slotOf } from '../../../../shared/engine/aspect.ts';
import type { Change, ChangeOf } from '../../../../shared/schema/change.ts';

const target = { css: 'h1' };
const kinds: { [K in Change['kind']]: ChangeOf<K> } = {
  text: { kind: 'text', target, value: 'a' },
  html: { kind: 'html', target, value: '<b>a</b>' },
  attribute: { kind: 'attribute', target, name: 'title', value: 'a' },
  image: { kind: 'image', target, src: '/a.png' },
  link: { kind: 'link', target, href: '/a' },
  class: { kind: 'class', target, add: ['a'], remove: ['b'] },
  style: { kind: 'style', target, properties: { color: 'red', margin: '0' } },
  hide: { kind: 'hide', target },
  insert: { kind: 'insert', target, position: 'after', html: '<p>a</p>' },
  block: { kind: 'block', shape: 'bar', place: 'top', fields: { text: 'a' } },
  move: { kind: 'move', target, to: { css: 'h2' }, position: 'after' },
  ask: { kind: 'ask', question: 'need' },
  recommend: { kind: 'recommend', target, card: { item: 'li' }, from: ['viewed'], count: 4 },
  css: { kind: 'css', value: 'h1{color:red}' },
  redirect: { kind: 'redirect', url: '/a' },
};
const all = Object.values(kinds);

/** Whether two changes want the same of the same element. */
const meets = (one: Change, other: Change): boolean => keysOf(one).some((key) => keysOf(other).includes(key));

/** What each kind meets on the same element. */
const table: Record<Change['kind'], Change['kind'][]> = {
  text: ['text', 'html'],
  html: ['text', 'html'],
  attribute: ['attribute'],
  image: ['image'],
  link: ['link'],
  class: ['class'],
  style: ['style'],
  hide: ['hide'],
  insert: [],
  block: [],
  move: ['move'],
  ask: [],
  recommend: ['recommend'],
  css: [],
  redirect: [],
};

describe('of one element', () => {
  test.each(all.map((change) => [change.kind, change] as const))(
    '%s meets its own kind alone',
    (kind, change) => {
      expect(all.filter((other) => meets(change, other)).map((other) => other.kind)).toEqual(table[kind]);
    },
  );

  test.each<[what: string, one: Change, other: Change, isMet: boolean]>([
    ['another attribute', kinds.attribute, { ...kinds.attribute, name: 'lang' }, false],
    ['one class of two', kinds.class, { kind: 'class', target, add: ['a', 'c'] }, true],
    ['a class added and the same taken away', kinds.class, { kind: 'class', target, add: ['b'] }, true],
    ['other classes', kinds.class, { kind: 'class', target, add: ['c'] }, false],
    ['one property of two', kinds.style, { kind: 'style', target, properties: { margin: '1px' } }, true],
    ['other properties', kinds.style, { kind: 'style', target, properties: { border: '0' } }, false],
    ['a property on one width only', kinds.style, { ...kinds.style, media: '(width < 600px)' }, false],
    [
      'a class that is called as a property is',
      { kind: 'class', target, add: ['color'] },
      kinds.style,
      false,
    ],
    ['an attribute that is called as a class is', { ...kinds.attribute, name: 'a' }, kinds.class, false],
  ])('%s', (_what, one, other, isMet) => {
    expect([meets(one, other), meets(other, one)]).toEqual([isMet, isMet]);
  });

  test('each aspect has a name of its own', () => {
    const names = all.flatMap((change) => (change.kind === 'ask' ? [] : aspectsOf(change))).map(nameOf);
    expect(names).toEqual([
      'content',
      'content',
      'attribute title',
      'image',
      'link',
      'class a',
      'class b',
      'property color ',
      'property margin ',
      'hide',
      'move',
      'recommend',
    ]);
  });
});

test.each<[what: string, one: object, other: object, isSame: boolean]>([
  ['another selector', {}, { css: 'h2' }, false],
  ['the same words, spaced otherwise', { text: 'Dry nights' }, { text: ' Dry\n nights ' }, true],
  ['other words', { text: 'Dry nights' }, { text: 'Wet nights' }, false],
  ['no words, and any', { text: '' }, {}, false],
  ['no root on the way', {}, { within: [] }, true],
  ['a root on the way', {}, { within: ['x-a'] }, false],
  ['roots in another order', { within: ['x-a', 'x-b'] }, { within: ['x-b', 'x-a'] }, false],
  ['a fingerprint', {}, { print: { tag: 'h1' } }, true],
])('an element: %s', (_what, one, other, isSame) => {
  const of = (more: object): Change => ({ kind: 'hide', target: { ...target, ...more } });
  expect(meets(of(one), of(other))).toBe(isSame);
  expect(slotOf(of(one)) === slotOf(of(other))).toBe(isSame);
});

test.each<[what: string, one: Change, other: Change, isSame: boolean]>([
  ['a text that became html', kinds.text, kinds.html, true],
  ['other classes', kinds.class, { kind: 'class', target, add: ['c'] }, true],
  ['other properties', kinds.style, { kind: 'style', target, properties: { border: '0' } }, true],
  ['properties on another width', kinds.style, { ...kinds.style, media: '(width < 600px)' }, false],
  ['another attribute', kinds.attribute, { ...kinds.attribute, name: 'lang' }, false],
  ['a block in another place', kinds.insert, { ...kinds.insert, position: 'before' }, true],
  ['other rules for the page', kinds.css, { kind: 'css', value: 'h2{color:red}' }, true],
  ['another kind', kinds.hide, kinds.move, false],
])('the place in a variant: %s', (_what, one, other, isSame) => {
  expect(slotOf(one) === slotOf(other)).toBe(isSame);
});
