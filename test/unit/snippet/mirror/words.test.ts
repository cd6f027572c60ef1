// What the visitor's view says of what is remembered and changed: each word as the page or the author wrote it.

import type { ComponentChild, VNode } from 'preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Reason } from '../../../../shared/engine/explain.ts';
import type { Props } from '../../../../shared/schema/props.ts';
import type { Question } from '../../../../shared/schema/question.ts';
import type { Loop } from '../../../../snippet/loop.ts';
import { Answers } from '../../../../snippet/mirror/answers.tsx';
import { Changes } from '../../../../snippet/mirror/changes.tsx';
import { type Memory, Remembered } from '../../../../snippet/mirror/remembered.tsx';
import { namesIn, sayAnswer } from '../../../../snippet/mirror/say-answer.ts';
import { speak } from '../../../../snippet/mirror/speak.ts';
import { why } from '../../../../snippet/mirror/why.ts';

beforeEach(() => {
  vi.stubGlobal('document', { documentElement: { lang: 'en' }, getElementById: () => null });
  vi.stubGlobal('navigator', { languages: ['en-GB'] });
});
afterEach(() => vi.unstubAllGlobals());

/** The words in a tree, from the first to the last. */
function textsIn(node: ComponentChild | ComponentChild[]): string[] {
  if (Array.isArray(node)) return node.flatMap(textsIn);
  if (node === null || node === undefined || typeof node === 'boolean') return [];
  if (typeof node !== 'object') return [`${node}`];
  return textsIn((node as VNode<{ children: ComponentChild }>).props.children);
}

/** As much of it as is asked for. */
const loopOf = (of: object) => of as Loop;

const QUESTION: Question = {
  id: 'need',
  name: 'Need',
  ask: 'What do you need?',
  purpose: 'So that we show it.',
  trait: 'need',
  answer: {
    kind: 'choice',
    options: [
      { value: 'tent', label: 'A tent' },
      { value: 'constructor', label: 'A builder' },
    ],
  },
};

const speakOf = async (memory: Partial<Memory>, questions: Question[] = []) =>
  textsIn(
    Remembered({
      config: { version: 1, site: 'shop.example', revision: 1, segments: [], experiences: [], questions },
      memory: { firstSeenAt: null, traits: {}, events: [], ...memory },
      speech: await speak(),
      hidden: ['selvedge_asked'],
    }),
  );

test('events, fields and answers that are called as what every object has are said as they are', async () => {
  const at = Date.UTC(2026, 10, 30);
  const said = await speakOf(
    {
      events: [
        { name: 'toString', at, props: { constructor: 'Ferrari', valueOf: 2 } },
        { name: 'view_item', at, props: { item_id: 'a' } },
      ],
      traits: { need: 'toString', constructor: 'Ferrari', selvedge_asked: 'need s1 c0' },
    },
    [QUESTION],
  );
  expect(said.join(' ')).not.toContain('native code');
  expect(said).toEqual(expect.arrayContaining(['To string', 'constructor: Ferrari, value of: 2']));
  expect(said).toEqual(expect.arrayContaining(['Viewed an item', 'product: a']));
  expect(said.join('|')).toContain('What do you need?|toString|');
  expect(said.join('|')).not.toContain('selvedge_asked');
});

test('of what a page said goes with its item only the item is said', async () => {
  const props = { item_id: 'tent', similar: ['mat'], facts: [{ id: 'mat', name: 'Mat' }] };
  const said = await speakOf({ events: [{ name: 'item_row', at: 0, props: props as object as Props }] });
  expect(said).toContain('product: tent');
  expect(said.join(' ')).not.toMatch(/mat/i);
});

test('of what the tag tells of itself nothing is said as programs write it', async () => {
  const said = await speakOf({
    events: [
      {
        name: 'exposure',
        at: 0,
        props: { experience: 'tent-0', outcome: 'variant', variant: 'a', segment: 'everyone', late: true },
      },
      { name: 'engagement', at: 1, props: { seconds: 12 } },
      { name: 'visit_start', at: 2, props: { landing: '/p/tent-0', channel: 'search' } },
      { name: 'size_guide', at: 3, props: { variant: 'wide', seconds: 4 } },
    ],
  });
  expect(said.join('|')).not.toMatch(/tent-0|outcome|everyone|\blate\b|landing|12/);
  expect(said).toEqual(expect.arrayContaining(['Saw a changed part', 'Read', 'way you came: search']));
  // a site's own words stay
  expect(said).toContain('variant: wide, seconds: 4');
});

test('of a chance its number is said, and not what it hangs on; of a group what speaks for its answer', () => {
  const reason = (kind: string, value: boolean, text: string, of?: Reason[]): Reason => ({
    kind,
    value,
    until: null,
    text,
    ...(of && { of }),
  });
  const parts = [reason('count', true, 'three visits.'), reason('count', false, 'no order.')];
  const say = (of: Reason) => why(of, 'en');
  expect(say(reason('model', true, 'of 100 such visits 20.', parts))).toBe('Of 100 such visits 20.');
  expect(say(reason('all', false, 'all of:', parts))).toBe('No order.');
  expect(say(reason('any', true, 'any of:', [...parts, ...parts]))).toBe('Three visits.');
  expect(say(reason('segment', true, 'is in “tents”.', parts))).toBe('Three visits.');
});

test('an answer is said in the words that were tapped, and one that was none as it is', () => {
  const config = { questions: [QUESTION] };
  expect(sayAnswer(config, 'need', ['tent', 'constructor', 'valueOf'])).toEqual({
    ask: 'What do you need?',
    said: ['A tent', 'A builder', 'valueOf'],
  });
  expect(sayAnswer(config, 'other', 'tent')).toBeUndefined();
  expect(namesIn(config, { kind: 'trait', key: 'need', is: 'tent' })).toEqual({
    tent: 'A tent',
    constructor: 'A builder',
    need: 'What do you need?',
  });
  // a rule about something else may mean another thing by the word
  expect(namesIn(config, { kind: 'trait', key: 'needs', is: 'tent' })).toEqual({});
});

test('only what was answered stands among the answers', async () => {
  const { strings } = await speak();
  const said = (traits: Memory['traits'], trait = 'need') =>
    textsIn(
      Answers({
        loop: loopOf({ config: { questions: [{ ...QUESTION, trait }] } }),
        memory: { firstSeenAt: null, events: [], traits },
        strings,
        state: () => undefined,
      }),
    );
  expect(said({ need: 'tent' })).toEqual(
    expect.arrayContaining([QUESTION.ask, QUESTION.purpose, 'A tent', 'A builder']),
  );
  expect(said({})).toEqual([strings.answers, strings.noAnswers]);
  expect(said({}, 'constructor')).toEqual([strings.answers, strings.noAnswers]);
});

test('words of a change are quoted to the letter, without markup and tokens', async () => {
  const { strings } = await speak();
  const said = (value: string) => {
    const variant = { id: 'v', segment: 'everyone', changes: [{ kind: 'text', value }] };
    return textsIn(
      Changes({
        loop: loopOf({
          isOff: () => false,
          isOriginal: () => false,
          all: () => [
            {
              experience: { id: 'e', variants: [variant] },
              assignment: { outcome: 'variant', eligible: true, variant: 'v' },
            },
          ],
        }),
        strings,
        explain: () => '',
        changed: () => undefined,
      }),
    ).find((text) => text.includes('“'));
  };
  const quote = (text: string) => strings.kindText.replace('{}', () => text);
  expect(said("From $$9, $& and $' on")).toBe(quote("From $$9, $& and $' on"));
  expect(said('<b>Hello</b> {{trait.name|you}}')).toBe(quote('Hello you'));
  expect(said('x'.repeat(61))).toBe(quote(`${'x'.repeat(59)}…`));
});
