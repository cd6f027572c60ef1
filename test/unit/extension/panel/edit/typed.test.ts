// What is typed is in the draft a moment later, is one step to undo, and outlives a panel that is closed at once.

import '../../../../support/fake-browser.ts';
import { expect, test, vi } from 'vitest';
import { createDesk } from '../../../../../extension/panel/draft/desk.ts';
import { markOf } from '../../../../../extension/panel/edit/find-change.ts';
import { createTyped, sayMade, type Typed } from '../../../../../extension/panel/edit/typed.ts';
import { createKnown } from '../../../../../extension/panel/site/known.ts';
import type { Change } from '../../../../../shared/schema/change.ts';
import { fake } from '../../../../support/fake-browser.ts';
import { lookAt, shopConfig } from '../../../../support/fake-stage.ts';
import { usePanelLife } from '../../../../support/panel-life.ts';
import { until } from '../../../../support/until.ts';

const over = usePanelLife();
const target = { css: '#lead' };

async function openPanel(signal = over.signal) {
  const known = createKnown();
  known.look.value = lookAt();
  const desk = createDesk(known);
  desk.start(signal);
  await until(() => expect(desk.isDraftRead.value).toBe(true));
  const typed = createTyped(desk);
  signal.addEventListener('abort', typed.startRestoring());
  const changes = (): Change[] => desk.findVariant('hero', 'a')?.changes ?? [];
  const write = (value: string, what = 'Text of the lead', isOriginal = false, at: Partial<Typed> = {}) =>
    typed.type({
      experience: 'hero',
      id: 'a',
      change: { kind: 'text', target, value },
      isOriginal,
      language: 'en',
      what,
      ...at,
    });
  const lead = () => changes().find((one) => 'target' in one && one.target.css === '#lead');
  return { desk, typed, changes, write, lead };
}

async function beginTyping() {
  const panel = await openPanel();
  await panel.desk.beginDraft(shopConfig());
  return { ...panel, steps: () => panel.desk.draft.value?.past.map(({ what }) => what) };
}

const noted = () => Object.keys(localStorage).filter((name) => name.startsWith('typed:'));

test('letters are one step; nothing is noted once it is stored', async () => {
  const { desk, write, lead, steps } = await beginTyping();
  for (const text of ['D', 'Dr', 'Dry']) write(text);
  expect(noted()).toHaveLength(1);
  expect(lead()).toBeUndefined();
  await until(() => expect(lead()).toEqual({ kind: 'text', target, value: 'Dry' }));
  expect(steps()).toEqual(['Text of the lead']);
  await until(() => expect(noted()).toEqual([]));
  await desk.undo();
  expect(lead()).toBeUndefined();
});

test('empty is a text like any other; what the page says by itself is no change', async () => {
  const { write, lead } = await beginTyping();
  write('');
  await until(() => expect(lead()).toMatchObject({ value: '' }));
  write('The lead', 'Text of the lead', true);
  await until(() => expect(lead()).toBeUndefined());
});

test('whatever is done meanwhile comes after what was typed', async () => {
  const { desk, write, lead, steps } = await beginTyping();
  write('Dry');
  await desk.editVariant({ experience: 'hero', id: 'a' }, 'Hiding', (variant) => {
    variant.changes.push({ kind: 'hide', target });
  });
  expect(steps()).toEqual(['Text of the lead', 'Hiding']);
  write('Dry again', 'Text of the lead again');
  // undone is what was typed, not the hiding
  await desk.undo();
  expect(lead()).toMatchObject({ value: 'Dry' });
  expect(steps()).toEqual(['Text of the lead', 'Hiding']);
});

const say = (text: string): Change => ({ kind: 'block', shape: 'bar', place: 'top', fields: { text } });
const held = (changes: Change[]) =>
  changes.map((one) => (one.kind === 'block' ? one.fields.text : `${one.kind} of another`));

test('a block is written where it stands: others of its kind, names and what is gone stay as they are', async () => {
  const { desk, typed, changes, steps } = await beginTyping();
  await desk.editVariant({ experience: 'hero', id: 'a' }, 'Blocks', (variant) => {
    variant.changes = [say('one'), { ...say('two'), ...{ $name: 'Mine' } }, { kind: 'hide', target }];
  });
  const write = (index: number, was: string[], text: string, change = say(text)) =>
    typed.type({
      experience: 'hero',
      id: 'a',
      change,
      isOriginal: false,
      language: '',
      what: 'Text of the bar',
      again: { index, marks: was.map((one) => markOf(say(one))), form: 'a form' },
    });
  const was = ['two'];
  for (const text of ['t', 'tw', 'TWO']) {
    write(1, was, text);
    was.push(text);
  }
  await until(() =>
    expect(changes()).toEqual([say('one'), { ...say('TWO'), $name: 'Mine' }, { kind: 'hide', target }]),
  );
  expect(steps()).toEqual(['Blocks', 'Text of the bar']);
  // a slide-in of the same words is no bar
  write(1, ['gone'], 'nowhere', {
    kind: 'block',
    shape: 'slide',
    place: 'corner',
    fields: { text: 'nowhere' },
  });
  await until(() => expect(noted()).toEqual([]));
  expect(held(changes())).toEqual(['one', 'TWO', 'hide of another']);
});

test('another window puts blocks in another order meanwhile: the words go into the right one', async () => {
  const { desk, typed, changes } = await beginTyping();
  const at = { experience: 'hero', id: 'a' };
  await desk.editVariant(at, 'Blocks', (variant) => {
    variant.changes = ['one', 'two', 'three'].map(say);
  });
  const other = await openPanel();
  await until(() => expect(held(other.changes())).toEqual(['one', 'two', 'three']));
  typed.type({
    ...at,
    change: say('two and more'),
    isOriginal: false,
    language: '',
    what: 'Text of the bar',
    again: { index: 1, marks: [markOf(say('two'))], form: 'a form' },
  });
  await other.desk.editVariant(at, 'Order of changes', (variant) => {
    variant.changes.reverse();
    variant.changes.push(say('new'));
    variant.changes.unshift(say('first'));
  });
  await until(() => expect(held(changes())).toEqual(['first', 'three', 'two and more', 'one', 'new']));
  // what the author calls it goes along, and is all that this writes
  typed.type({
    ...at,
    change: say('two and more'),
    isOriginal: false,
    language: '',
    what: 'Change renamed',
    again: { index: 1, marks: [markOf(say('two'))], form: 'a form', name: ' Mine ' },
  });
  await until(() => expect(changes()[2]).toEqual({ ...say('two and more'), $name: 'Mine' }));
  expect(changes().filter((one) => '$name' in one)).toHaveLength(1);
});

test('another element, another variant: each keeps its own', async () => {
  const { write, changes, lead } = await beginTyping();
  const before = changes().length;
  write('Dry');
  write('Title', 'Text of the title', false, {
    change: { kind: 'text', target: { css: '#other' }, value: 'Title' },
  });
  write('Nowhere', 'Text', false, { id: 'gone' });
  await until(() => expect(lead()).toMatchObject({ value: 'Dry' }));
  expect(changes()).toHaveLength(before + 2);
});

test('a panel that is closed at once has stored nothing: the next one puts in what was noted, once', async () => {
  const { write, lead } = await beginTyping();
  vi.useFakeTimers();
  write('Dry nights');
  vi.clearAllTimers();
  vi.useRealTimers();
  over.abort();
  expect(lead()).toBeUndefined();
  const life = new AbortController();
  const next = await openPanel(life.signal);
  await until(() => expect(next.lead()).toMatchObject({ value: 'Dry nights' }));
  await until(() => expect(noted()).toEqual([]));
  expect(next.desk.draft.value?.past.map(({ what }) => what)).toEqual(['What was typed last']);
  life.abort();
});

test('a note that is damaged, or about a variant that is gone, changes nothing and is thrown away', async () => {
  const { desk, changes } = await beginTyping();
  const before = structuredClone(changes());
  localStorage.setItem('typed:https://shop.example hero a x', '{"experience":');
  localStorage.setItem(
    'typed:https://shop.example gone a y',
    JSON.stringify({
      experience: 'gone',
      id: 'a',
      change: { kind: 'hide', target },
      isOriginal: false,
      language: '',
      what: 'Hiding',
    }),
  );
  // of a change as another release may write it, and of none at all
  for (const [name, change] of Object.entries({
    a: { kind: 'text', value: 'No element' },
    b: { kind: 'new', target },
  }))
    localStorage.setItem(
      `typed:https://shop.example hero a ${name}`,
      JSON.stringify({ experience: 'hero', id: 'a', change, isOriginal: false, language: '', what: 'Text' }),
    );
  localStorage.setItem('typed:https://other.example hero a z', 'of another site');
  const next = await openPanel();
  await until(() => expect(noted()).toEqual(['typed:https://other.example hero a z']));
  expect(next.changes()).toEqual(before);
  expect(desk.draft.value?.past).toEqual([]);
  expect(next.desk.trouble.value).toBe('');
});

test('undone or from another window is foreign, typed here is not', async () => {
  const { desk, typed, write, changes, lead } = await beginTyping();
  const made = () => sayMade(changes(), target);
  write('Dry');
  expect(typed.takeForeign(made())).toBe(false);
  await until(() => expect(noted()).toEqual([]));
  expect(typed.takeForeign(made())).toBe(false);
  const other = await openPanel();
  other.write('Wet', 'Text from elsewhere');
  await until(() => expect(lead()).toMatchObject({ value: 'Wet' }));
  expect(typed.takeForeign(made())).toBe(true);
  expect(typed.takeForeign(made())).toBe(false);
  // back to what was typed here: the form shows the other window's words by now
  await desk.undo();
  await until(() => expect(lead()).toMatchObject({ value: 'Dry' }));
  expect(typed.takeForeign(made())).toBe(true);
});

test('old news of the store do not bring back what was typed over', async () => {
  const { desk, write, lead } = await beginTyping();
  write('Dry');
  await until(() => expect(lead()).toMatchObject({ value: 'Dry' }));
  const [key, old] = Object.entries(structuredClone(fake.stored())).find(([name]) =>
    name.startsWith('draft:'),
  )!;
  write('Dry nights');
  await until(() => expect(lead()).toMatchObject({ value: 'Dry nights' }));
  fake.hearStored(key, old);
  expect(lead()).toMatchObject({ value: 'Dry nights' });
  expect(desk.trouble.value).toBe('');
});
