// When what a page has asked early is answered.
import { expect, test } from 'vitest';
import { answerAsked } from '../../../../snippet/later/answer-asked.ts';
import type { Served } from '../../../../snippet/public.ts';

test('listeners listen at once; all else is asked in its order, when what the rest does as it begins is done', async () => {
  const did: unknown[][] = [];
  const rest: unknown = {
    on: (type: string) => did.push(['on', type]),
    track: (name: string) => did.push(['track', name]),
    q: { push: (...entries: unknown[]) => did.push(['push', entries]) },
  };
  let done: (answer: unknown) => void = () => {};
  const answered = new Promise((resolve) => {
    done = resolve;
  });
  answerAsked(rest as Served, [
    { name: 'track', given: ['a'], done },
    { name: 'push', given: [['track', 'b']] },
    { name: 'on', given: ['goal'] },
  ]);
  queueMicrotask(() => did.push(['begun']));
  await answered;
  expect(did).toEqual([['on', 'goal'], ['begun'], ['track', 'a'], ['push', [['track', 'b']]]]);
});

test('what was said of consent is handed on with whether the page had been touched by then', async () => {
  const did: unknown[][] = [];
  const rest: unknown = {
    consent: (...given: unknown[]) => did.push(given),
    q: { push: (...entries: unknown[]) => did.push(entries) },
  };
  const said = ['consent', 'granted'];
  answerAsked(rest as Served, [
    { name: 'consent', given: ['granted'], done() {}, hasActed: false },
    { name: 'push', given: [said, ['track', 'share'], 'no entry'], hasActed: false },
    { name: 'push', given: [said], hasActed: true },
  ]);
  await expect
    .poll(() => did)
    .toEqual([['granted', false], [[...said, false], ['track', 'share'], 'no entry'], [[...said, true]]]);
});
