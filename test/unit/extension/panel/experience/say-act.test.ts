// What was picked for a goal is said as a visitor reads it.

import { expect, test } from 'vitest';
import { sayAct, sayFit, sayLasting } from '../../../../../extension/panel/experience/say-act.ts';

test.each([
  ['a button by its words', 'click', 'Add to basket', 'Clicks on ‘Add to basket’'],
  ['what says nothing by its kind', 'click', '', 'Clicks on the link main menu'],
  ['a form by its heading', 'submit', 'Newsletter', 'Form ‘Newsletter’ sent'],
  ['a form that says nothing', 'submit', '', 'Form sent'],
] as const)('%s', (_name, act, label, words) =>
  expect(sayAct({ act, label, says: 'link main menu' })).toBe(words),
);

test('how many fit, and by what they are found', () => {
  expect([0, 1, 12].map(sayFit)).toEqual([
    '0 elements on this page fit',
    '1 element on this page fits',
    '12 elements on this page fit',
  ]);
  const known = (stability: number, text?: string) =>
    sayLasting({ target: { css: '.buy', ...(text !== undefined && { text }) }, stability, count: 1 });
  expect(known(0.9)).toBe('found by something lasting');
  expect(known(0.5, 'More')).toBe('found by its words: counts until they change');
  expect(known(0.5)).toBe('found by its place: may break with a redesign');
});
