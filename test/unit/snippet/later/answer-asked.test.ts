// When what a page has asked early is answered.
import { expect, test } from 'vitest';
import { answerAsked } from '../../../../snippet/later/answer-asked.ts';
import type { Served } from '../../../../snippet/public.ts';

test('listeners listen at once; all else is asked in its order, when what the rest does as it begins is done', async () => {
  const did: unknown[][] = [];
  const rest = {
    on: (type: string) => did.push(['on', type]),
    track: (name: string) => did.push(['track', name]),
    q: { push: (...entries: unknown[]) => did.push(['push', entries]) },
  };
  let done: (answer: unknown) => void = () => {};
  const answered = new Promise((resolve) => {
    done = resolve;
  });
  answerAsked(rest as unknown as Served, [
    { name: 'track', given: ['a'], done },
    { name: 'push', given: [['track', 'b']] },
    { name: 'on', given: ['goal'] },
  ]);
  queueMicrotask(() => did.push(['begun']));
  await answered;
  expect(did).toEqual([['on', 'goal'], ['begun'], ['track', 'a'], ['push', [['track', 'b']]]]);
});
