// Two experiences that want the same of the same element are said before anybody publishes them.

import { expect, test } from 'vitest';
import { findCollisions, sharePages } from '../../../../../extension/panel/experience/find-collisions.ts';
import type { Change } from '../../../../../shared/schema/change.ts';
import type { Config } from '../../../../../shared/schema/config.ts';
import type { Experience } from '../../../../../shared/schema/experience.ts';

test.each([
  ['the same page', ['/'], ['/'], true],
  ['another page', ['/'], ['/cart'], false],
  ['a page below', ['/shoes/*'], ['/shoes/red'], true],
  ['two globs that meet', ['/*/sale'], ['/shoes/*'], true],
  ['two globs that never meet', ['/a*b'], ['/c*b'], false],
  ['every page', ['*'], ['/cart'], true],
  ['a trailing slash', ['/shoes/'], ['/shoes'], true],
  ['a whole address', ['https://shop.example/cart?x=1'], ['/cart'], true],
  ['one of several', ['/a', '/b'], ['/c', '/b'], true],
  ['left out by the other', ['/cart'], ['*', '!/cart'], false],
  ['many stars, told quickly', [`/${'*a'.repeat(60)}`], [`/${'*b'.repeat(60)}`], false],
  ['only left out: every other page', ['!/cart'], ['/tents'], true],
])('%s: pages are shared or not', (_what, a, b, expected) => {
  expect(sharePages(a, b)).toBe(expected);
  expect(sharePages(b, a)).toBe(expected);
});

const title: Change = { kind: 'text', target: { css: 'h1' }, value: 'One' };
const show = (id: string, changes: Change[], more: Partial<Experience> = {}): Experience => ({
  id,
  name: id,
  status: 'live',
  pages: ['*'],
  variants: [{ id: 'a', name: 'A', segment: 'everyone', changes }],
  ...more,
});
const collide = (...experiences: Experience[]) =>
  findCollisions({ version: 1, site: 's', revision: 1, segments: [], experiences } as Config, 'mine').map(
    ({ with: other, isEarlier, elements }) => [other.id, isEarlier, ...elements],
  );

test.each<[string, Experience[], unknown[]]>([
  [
    'text and html are one',
    [show('a', [{ ...title, kind: 'html', value: '<b>x</b>' }])],
    [['a', true, 'headline']],
  ],
  ['another element', [show('a', [{ ...title, target: { css: 'h2' } }])], []],
  ['another aspect', [show('a', [{ kind: 'hide', target: { css: 'h1' } }])], []],
  [
    'blocks put in never collide',
    [show('a', [{ kind: 'insert', target: { css: 'h1' }, position: 'after', html: '<p>x</p>' }])],
    [],
  ],
  ['paused', [show('a', [title], { status: 'paused' })], []],
  ['one page among all', [show('a', [title], { pages: ['/x'] })], [['a', true, 'headline']]],
])('%s', (_what, others, expected) => {
  expect(collide(...others, show('mine', [title]))).toEqual(expected);
});

test('the order says who wins', () => {
  expect(collide(show('first', [title]), show('mine', [title, title]), show('later', [title]))).toEqual([
    ['first', true, 'headline'],
    ['later', false, 'headline'],
  ]);
});
