// Names and other texts of a draft are saved as one types: one step a pause, each in its place, and not lost with the panel.

import '../../../../support/fake-browser.ts';
import { expect, test, vi } from 'vitest';
import { createDesk } from '../../../../../extension/panel/draft/desk.ts';
import type { Spot } from '../../../../../extension/panel/draft/texts.ts';
import { createKnown } from '../../../../../extension/panel/site/known.ts';
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
async function beginTyping() {
  const desk = await openPanel();
  await desk.beginDraft(shopConfig());
  return { desk, steps: () => desk.draft.value?.past.map(({ what }) => what) };
}
const noted = () => Object.keys(localStorage).filter((name) => name.startsWith('words:'));
const NAME: Spot = { of: 'experience', id: 'hero', field: 'name' };
const css: Spot = { of: 'variant', experience: 'hero', id: 'a', field: 'css' };

test('letters are one step; nothing is noted once it is stored', async () => {
  const { desk, steps } = await beginTyping();
  for (const text of ['D', 'Dr', 'Dry']) desk.typeText(NAME, 'Name of an experience', text);
  expect(noted()).toHaveLength(1);
  await until(() => expect(desk.findExperience('hero')?.name).toBe('Dry'));
  expect(steps()).toEqual(['Name of an experience']);
  await until(() => expect(noted()).toEqual([]));
});

test('each text goes to its place; what is gone meanwhile changes nothing', async () => {
  const { desk } = await beginTyping();
  const [segment] = desk.config.value?.segments ?? [];
  const changes = () => desk.findVariant('hero', 'a')?.changes ?? [];
  const before = changes().length;
  desk.typeText(css, 'Page rules', 'h1 { color: red }');
  desk.typeText({ ...css, field: 'redirect' }, 'Redirect', ' /sale/ ');
  desk.typeText({ ...css, field: 'name' }, 'Name of a variant', 'Bold');
  if (segment) {
    desk.typeText({ of: 'segment', id: segment.id, field: 'name' }, 'Name', 'Readers');
    desk.typeText({ of: 'segment', id: segment.id, field: 'description' }, 'Description', 'Who read');
  }
  desk.typeText({ of: 'goal', id: 'gone', field: 'name' }, 'Name of a goal', 'Nowhere');
  await until(() =>
    expect(changes().slice(before)).toEqual([
      { kind: 'css', value: 'h1 { color: red }' },
      { kind: 'redirect', url: '/sale/' },
    ]),
  );
  expect(desk.findVariant('hero', 'a')?.name).toBe('Bold');
  if (segment)
    expect(desk.config.value?.segments[0]).toMatchObject({ name: 'Readers', description: 'Who read' });
  // emptied, it is no change
  desk.typeText(css, 'Page rules', ' ');
  await until(() => expect(changes()).toHaveLength(before + 1));
});

test('pages, dates and weights are saved as one types, too', async () => {
  const { desk, steps } = await beginTyping();
  const hero = () => desk.findExperience('hero');
  const pages: Spot = { of: 'experience', id: 'hero', field: 'pages' };
  for (const text of ['/a', '/a,', '/a, /b/*']) desk.typeText(pages, 'Pages', text);
  desk.typeText({ of: 'experience', id: 'hero', field: 'from' }, 'Schedule', '2026-12-01T09:30');
  desk.typeText({ of: 'experience', id: 'hero', field: 'to' }, 'Schedule', 'soon');
  desk.typeText({ ...css, field: 'weight' }, 'Weight', '2.5');
  await until(() => expect(hero()?.pages).toEqual(['/a', '/b/*']));
  expect(Object.keys(hero()?.schedule ?? {})).toEqual(['from']);
  expect(hero()?.schedule?.from).toMatch(/^2026-12-01T09:30:00[+-]\d\d:\d\d$/);
  expect(desk.findVariant('hero', 'a')?.weight).toBe(2.5);
  expect(steps()).toEqual(['Pages', 'Schedule', 'Weight']);
  // emptied, there is no limit and nobody
  desk.typeText({ of: 'experience', id: 'hero', field: 'from' }, 'Schedule', '');
  desk.typeText({ ...css, field: 'weight' }, 'Weight', '-');
  await until(() => expect(hero()).not.toHaveProperty('schedule'));
  expect(desk.findVariant('hero', 'a')?.weight).toBe(0);
});

test('a panel that is closed at once has stored nothing: the next one puts in what was noted, once', async () => {
  const { desk } = await beginTyping();
  vi.useFakeTimers();
  desk.typeText(NAME, 'Name of an experience', 'Closed over it');
  vi.clearAllTimers();
  vi.useRealTimers();
  over.abort();
  localStorage.setItem('words:https://shop.example damaged', '{"spot":');
  localStorage.setItem('words:https://other.example x', 'of another site');
  const life = new AbortController();
  const next = await openPanel(life.signal);
  await until(() => expect(next.findExperience('hero')?.name).toBe('Closed over it'));
  await until(() => expect(noted()).toEqual(['words:https://other.example x']));
  expect(next.draft.value?.past.map(({ what }) => what)).toEqual(['What was typed last']);
  life.abort();
});
