// When what a page has asked early is answered.
import { expect, test, vi } from 'vitest';
import type { Served } from '../../../../snippet/public.ts';

// taken by native.ts once, when it is imported
vi.stubGlobal('window', Object.assign(new EventTarget(), { setTimeout, clearTimeout, console }));
const { hasActed } = await import('../../../../snippet/consent/acted.ts');
const { answerAsked } = await import('../../../../snippet/later/answer-asked.ts');

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

test('what was said of consent is judged by the touches of then', async () => {
  const did: unknown[] = [];
  const hear = (...given: unknown[]) => did.push([given, hasActed()]);
  const rest: unknown = { consent: hear, q: { push: hear } };
  const said = ['consent', 'granted'];
  answerAsked(rest as Served, [
    { name: 'consent', given: ['granted'], done() {}, hasActed: false },
    { name: 'consent', given: ['granted'], done() {}, hasActed: true },
    { name: 'push', given: [said, ['track', 'share'], 'no entry'], hasActed: false },
    { name: 'push', given: [said], hasActed: true },
  ]);
  await expect
    .poll(() => did)
    .toEqual([
      [['granted'], false],
      [['granted'], true],
      [[said, ['track', 'share'], 'no entry'], false],
      [[said], true],
    ]);
  // and what is said from then on by those of then
  expect(hasActed()).toBe(false);
});
