// A goal is made with what tells of it, once; and what is made is a config that can be published.

import { expect, test } from 'vitest';
import { makeGoal } from '../../../../../extension/panel/draft/make-goal.ts';
import { checkConfig } from '../../../../../shared/schema/check.ts';
import type { Config } from '../../../../../shared/schema/config.ts';
import { shopConfig } from '../../../../support/fake-stage.ts';

const bare = (): Config => {
  const { goals: _goals, capture: _capture, ...rest } = shopConfig();
  return rest;
};

test('a visit to a page: its capture and its goal, both once', () => {
  const config = bare();
  const id = makeGoal(config, { kind: 'page', path: '/thank-you' });
  expect(config.capture).toEqual([{ kind: 'page', event: 'visit_thank_you', pages: ['/thank-you'] }]);
  expect(config.goals).toEqual([{ id, name: 'Visit /thank-you', event: 'visit_thank_you' }]);
  expect(makeGoal(config, { kind: 'page', path: '/thank-you' })).toBe(id);
  expect([config.capture, config.goals].map((list) => list?.length)).toEqual([1, 1]);
  expect(checkConfig(config).config).toBeDefined();
});

test('another page whose name is alike has an event of its own', () => {
  const config = bare();
  makeGoal(config, { kind: 'page', path: '/thank-you' });
  makeGoal(config, { kind: 'page', path: '/thank/you' });
  expect(new Set(config.capture!.map(({ event }) => event)).size).toBe(2);
  expect(new Set(config.goals!.map(({ id }) => id)).size).toBe(2);
});

test('a purchase and an event seen need no capture; what it is worth has no end, so it is not counted', () => {
  const config = bare();
  makeGoal(config, { kind: 'purchase' });
  makeGoal(config, { kind: 'event', event: 'sign_up' });
  expect(config.goals).toEqual([
    { id: 'purchase', name: 'Purchase', event: 'purchase' },
    { id: 'sign-up', name: 'sign_up', event: 'sign_up' },
  ]);
  expect(config.capture).toBeUndefined();
  expect(makeGoal(config, { kind: 'event', event: 'purchase' })).toBe('purchase');
});

test('a goal that counts only some of the events is not the same', () => {
  const config = bare();
  config.goals = [{ id: 'large', name: 'Large', event: 'purchase', where: { value: { $gt: 100 } } }];
  expect(makeGoal(config, { kind: 'purchase' })).toBe('purchase');
});

const button = { css: '#add', print: { tag: 'button', text: 'Add to basket' } };

test('a click: its capture and its goal, both once, however the element was remembered', () => {
  const config = bare();
  const wanted = { kind: 'click', name: 'Clicks on ‘Add to basket’', target: button } as const;
  const id = makeGoal(config, wanted);
  expect(config.capture).toEqual([{ kind: 'click', event: 'clicks_on_add_to_basket', target: button }]);
  expect(config.goals).toEqual([{ id, name: 'Clicks on ‘Add to basket’', event: 'clicks_on_add_to_basket' }]);
  expect(makeGoal(config, { ...wanted, target: { css: '#add' } })).toBe(id);
  expect([config.capture, config.goals].map((list) => list?.length)).toEqual([1, 1]);
  expect(checkConfig(config).config).toBeDefined();
});

test('a click that is recorded already is counted by its own event', () => {
  const config = bare();
  config.capture = [{ kind: 'click', event: 'to_basket', target: { css: '#add' } }];
  const id = makeGoal(config, { kind: 'click', name: 'Clicks on ‘Add’', target: button });
  expect(config.goals).toEqual([{ id, name: 'Clicks on ‘Add’', event: 'to_basket' }]);
  expect(config.capture).toHaveLength(1);
});

test.each([
  ['on one page only', { kind: 'click', pages: ['/'] }],
  ['a form', { kind: 'submit' }],
  ['another element', { kind: 'click', target: { css: '#other' } }],
] as const)('%s is another thing to count', (_name, other) => {
  const config = bare();
  const first = makeGoal(config, { kind: 'click', name: 'Add', target: button });
  const { pages, ...rest } = { pages: undefined, ...other };
  const second = makeGoal(config, {
    name: 'Add',
    target: button,
    ...rest,
    ...(pages && { pages: [...pages] }),
  });
  expect(second).not.toBe(first);
  expect(new Set(config.capture!.map(({ event }) => event)).size).toBe(2);
  expect(checkConfig(config).config).toBeDefined();
});

test('an element whose words have no latin letters has an event all the same', () => {
  const config = bare();
  makeGoal(config, { kind: 'click', name: '購入', target: button });
  expect(config.capture).toMatchObject([{ event: 'goal' }]);
  expect(checkConfig(config).config).toBeDefined();
});
