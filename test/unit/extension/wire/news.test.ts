// Who may tell the panel what: the stage of the tab in front, from its top page; the button, from our own pages.

import '../../../support/fake-browser.ts';
import { afterEach, expect, test } from 'vitest';
import { hear } from '../../../../extension/wire/news.ts';
import { fake } from '../../../support/fake-browser.ts';
import { statusOf } from '../../../support/fake-stage.ts';

afterEach(fake.reset);

function listenTo<N extends 'status' | 'opened'>(name: N) {
  const heard: unknown[] = [];
  const deafen = hear(
    name,
    () => 7,
    (value) => void heard.push(value),
  );
  return { heard, deafen };
}

test('a stage is heard about its own tab only', () => {
  const { heard, deafen } = listenTo('status');
  fake.news('status', statusOf('a'), 8);
  fake.news('status', statusOf('b'), 7, 3);
  fake.ownNews('status', statusOf('c'));
  expect(heard).toEqual([]);
  const told = statusOf('d');
  fake.news('status', told, 7);
  expect(heard).toEqual([told]);
  deafen();
  fake.news('status', statusOf('e'), 7);
  expect(heard).toHaveLength(1);
});

test('no page says that the button was clicked', () => {
  const { heard, deafen } = listenTo('opened');
  fake.news('opened', 7, 7);
  expect(heard).toEqual([]);
  fake.ownNews('opened', 9);
  expect(heard).toEqual([9]);
  deafen();
});

test('what has another shape is not heard', () => {
  const { heard, deafen } = listenTo('status');
  fake.news('status', { ...statusOf(), visible: 'all' }, 7);
  fake.news('opened', 7, 7);
  expect(heard).toEqual([]);
  deafen();
});
