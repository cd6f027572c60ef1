// What a tag holds of questions: nothing where none is asked; where some are, their answers end in time.
import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { noteInLog } from '../../../../shared/engine/ask-log.ts';
import { askAsBlock } from '../../../../shared/page/ask-as-block.ts';
import { bundle } from '../../../../shared/publish/bundle.ts';
import { sourceFor } from '../../../../shared/publish/form.ts';
import type { Config } from '../../../../shared/schema/config.ts';
import { asking } from '../../../../snippet/ask/asking.ts';

const DAY = 86_400_000;
const NOW = 1_800_000_000_000;
const question: NonNullable<Config['questions']>[number] = {
  id: 'need',
  name: 'Need',
  ask: 'What matters?',
  purpose: 'So that it fits.',
  trait: 'need',
  answer: {
    kind: 'choice',
    options: [
      { value: 'price', label: 'Price' },
      { value: 'quality', label: 'Quality' },
    ],
  },
};
const PLAIN: Config = { version: 1, site: 'a.example', revision: 1, segments: [], experiences: [] };
const read = (name: string) => readFileSync(`dist/${name}`, 'utf8');

test.each(['whole', 'two'] as const)('%s: a config that asks nothing has none of it', (form) => {
  const plain = bundle(read(sourceFor(form, PLAIN)), PLAIN);
  const counting = { ...PLAIN, measure: { tell: [{ to: 'dataLayer' as const }] } };
  for (const text of [plain, bundle(read(sourceFor(form, counting)), counting)])
    expect(text).not.toContain('selvedge_asked');
  const asks = { ...PLAIN, questions: [question] };
  const asking = bundle(read(sourceFor(form, asks)), asks);
  expect(asking).toContain('selvedge_asked');
  expect(asking).toContain('selvedge-ask.js');
  expect(plain).not.toContain('selvedge-ask.js');
  // what counts is not in it for that
  expect(asking).not.toMatch(/\/\*part|dataLayer\.push|epsilon/);
});

test('what asks weighs at most 5.7 kB', () => {
  expect(brotliCompressSync(readFileSync('dist/selvedge-ask.js')).length).toBeLessThan(5_700);
});

test('a change is given its question; one that is not there is left as it is', () => {
  const config = { questions: [question] };
  expect(askAsBlock(config, { kind: 'ask', question: 'need' })).toEqual({
    kind: 'block',
    shape: 'question',
    place: 'corner',
    position: 'last',
    question,
  });
  const other = { kind: 'ask' as const, question: 'other' };
  expect(askAsBlock(config, other)).toBe(other);
  expect(askAsBlock({}, other)).toBe(other);
  const hide = { kind: 'hide' as const, target: { css: 'p' } };
  expect(askAsBlock(config, hide)).toBe(hide);
});

/** What the log holds of an answer of 31 days ago that was let go of. */
const OVER = `${noteInLog({}, 'need', 'answered', NOW - 31 * DAY).selvedge_asked[0]} o`;

test.each<[what: string, mode: 'stored' | 'memory', traits: object, forgotten: object[]]>([
  [
    'its time is over',
    'stored',
    { need: 'price', ...noteInLog({}, 'need', 'answered', NOW - 31 * DAY) },
    [{ need: null, selvedge_asked: [OVER] }],
  ],
  [
    'its time is not over',
    'stored',
    { need: 'price', ...noteInLog({}, 'need', 'answered', NOW - 29 * DAY) },
    [],
  ],
  ['the site states it itself', 'stored', { need: 'price' }, []],
  [
    'it is gone already',
    'stored',
    noteInLog({}, 'need', 'answered', NOW - 31 * DAY),
    [{ need: null, selvedge_asked: [OVER] }],
  ],
  ['the site states it since it was let go of', 'stored', { need: 'price', selvedge_asked: [OVER] }, []],
  [
    'it was answered again since',
    'stored',
    { need: 'price', ...noteInLog({ selvedge_asked: [OVER] }, 'need', 'answered', NOW - 1 * DAY) },
    [],
  ],
  [
    'its time is over for the second time',
    'stored',
    { need: 'price', ...noteInLog({ selvedge_asked: [OVER] }, 'need', 'answered', NOW - 31 * DAY) },
    [{ need: null, selvedge_asked: [OVER] }],
  ],
  ['nothing may be stored', 'memory', { need: 'price', ...noteInLog({}, 'need', 'answered', 0) }, []],
])('an answer that is kept for 30 days: %s', async (_what, mode, traits, forgotten) => {
  const set: object[] = [];
  await asking.forget(
    { questions: [{ ...question, keep: '30d' }] },
    {
      ready: Promise.resolve(),
      mode: () => mode,
      profile: () => ({ traits }) as never,
      set: async (given) => void set.push(given),
    },
    () => NOW,
  );
  expect(set).toEqual(forgotten);
});
