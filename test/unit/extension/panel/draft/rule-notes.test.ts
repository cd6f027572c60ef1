// What is typed into a blank of a rule is in the draft once the blank is left, and outlives a panel that is closed before.

import '../../../../support/fake-browser.ts';
import { expect, test } from 'vitest';
import { createDesk } from '../../../../../extension/panel/draft/desk.ts';
import { createKnown } from '../../../../../extension/panel/site/known.ts';
import type { Condition } from '../../../../../shared/schema/condition.ts';
import { lookAt, shopConfig } from '../../../../support/fake-stage.ts';
import { usePanelLife } from '../../../../support/panel-life.ts';
import { until } from '../../../../support/until.ts';

const over = usePanelLife();

async function openPanel(signal = over.signal) {
  const known = createKnown();
  known.look.value = lookAt();
  const desk = createDesk(known);
  desk.start(signal);
  await until(() => expect(desk.isDraftRead.value).toBe(true));
  return desk;
}
const beginDraft = async () => {
  const desk = await openPanel();
  await desk.beginDraft(shopConfig());
  const [segment] = desk.config.value?.segments ?? [];
  if (!segment) throw new Error('the shop has a segment');
  return { desk, segment };
};
const noted = () => Object.keys(localStorage).filter((name) => name.startsWith('rule:'));
const seen = (times: number): Condition => ({ kind: 'count', event: 'page_view', is: { $gte: times } });
const steps = (desk: Awaited<ReturnType<typeof openPanel>>) => desk.draft.value?.past.map(({ what }) => what);

test('a panel closed over a blank: the next one puts in what was noted last, once', async () => {
  const { desk, segment } = await beginDraft();
  for (const times of [1, 12, 123]) desk.noteRule(segment.id, segment.when, seen(times));
  expect(noted()).toHaveLength(1);
  expect(desk.config.value?.segments[0]?.when).toEqual(segment.when);
  over.abort();
  const life = new AbortController();
  const next = await openPanel(life.signal);
  await until(() => expect(next.config.value?.segments[0]?.when).toEqual(seen(123)));
  await until(() => expect(noted()).toEqual([]));
  expect(steps(next)).toEqual(['What was typed last']);
  life.abort();
});

test('a note is thrown away that is damaged, of another rule than it was written for, or of a segment that is gone', async () => {
  const { desk, segment } = await beginDraft();
  desk.noteRule(segment.id, seen(7), seen(8));
  desk.noteRule('gone', seen(7), seen(8));
  localStorage.setItem('rule:https://shop.example damaged', '{"id":');
  localStorage.setItem('rule:https://shop.example other', '{"id":"x","was":{},"when":"no rule"}');
  localStorage.setItem('rule:https://other.example x', 'of another site');
  const next = await openPanel();
  await until(() => expect(noted()).toEqual(['rule:https://other.example x']));
  expect(next.config.value?.segments[0]?.when).toEqual(segment.when);
  expect(steps(next)).toEqual([]);
  expect(next.trouble.value).toBe('');
});

test('what is left or stored is forgotten, what was typed since is not', async () => {
  const { desk, segment } = await beginDraft();
  const forget = desk.noteRule(segment.id, segment.when, seen(1));
  const forgetLast = desk.noteRule(segment.id, segment.when, seen(2));
  forget();
  expect(noted()).toHaveLength(1);
  forgetLast();
  expect(noted()).toEqual([]);
});
