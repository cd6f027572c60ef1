// What an author says of an export's columns, faster than the worker answers; and what is asked no more once all was ended.
import { type Signal, signal } from '@preact/signals';
import { expect, test } from 'vitest';
import { createLearner } from '../../../../../extension/learner/learner.ts';
import type { LearnOrder } from '../../../../../extension/learner/messages.ts';
import type { LearnWorker } from '../../../../../extension/panel/learn/asking.ts';
import { createLearning, type LearningNeeds } from '../../../../../extension/panel/learn/learning.ts';

const ORDERS = 'buyer,date,paid,extra\nann,2026-01-02,10,1\nbob,2026-01-03,20,2\n';

/** The worker's own code, in this thread. */
function startWorker(orders: LearnOrder[]): LearnWorker {
  const worker = new EventTarget();
  const learner = createLearner((data) => worker.dispatchEvent(new MessageEvent('message', { data })));
  return Object.assign(worker, {
    postMessage(order: LearnOrder) {
      orders.push(order);
      void learner(order);
    },
    terminate() {},
  });
}

function createPanel(
  origin = signal<string | undefined>('https://shop.example'),
  judge: LearningNeeds['judge'] = async () => undefined,
) {
  const orders: LearnOrder[] = [];
  const learning = createLearning({
    origin,
    config: signal(undefined),
    startWorker: () => startWorker(orders),
    judge,
  });
  return { learning, orders, choose: () => learning.choose([new File([ORDERS], 'orders.csv')]) };
}

test('two columns that are said one right after the other both count', async () => {
  const { learning, choose } = createPanel();
  await choose();
  await Promise.all([learning.say(0, 'buyer', 'buyer'), learning.say(0, 'total', 'extra')]);
  const [one] = learning.chosen.value;
  expect(one?.map).toEqual({ buyer: 'buyer', total: 'extra' });
  // what is shown is what will be learned from
  expect(one?.found).toMatchObject({ at: { buyer: 0, total: 3 } });
  expect(learning.busy.value).toBeUndefined();
});

test('each answer is that of its own order', async () => {
  const { learning, choose } = createPanel();
  await choose();
  await Promise.all([learning.say(0, 'total', 'extra'), learning.learn()]);
  expect(learning.chosen.value[0]?.map).toEqual({ total: 'extra' });
  expect(learning.known.value?.knowledge?.read.orders).toBe(2);
});

test('what waits for its turn is not asked where all was ended', async () => {
  const { learning, orders, choose } = createPanel();
  await choose();
  const asked = [learning.say(0, 'buyer', 'buyer'), learning.say(0, 'total', 'extra')];
  learning.forget();
  await Promise.all(asked);
  expect(orders.filter(({ kind }) => kind === 'look').length).toBeLessThan(3);
  expect(learning.chosen.value).toEqual([]);
  expect(learning.busy.value).toBeUndefined();
});

test('what was chosen before the page was known is of that page, and of no other', async () => {
  const origin = signal<string | undefined>(undefined);
  const { learning, choose } = createPanel(origin);
  const life = new AbortController();
  learning.start(life.signal);
  await choose();
  origin.value = 'https://shop.example';
  expect(learning.chosen.value).toHaveLength(1);
  origin.value = 'https://other.example';
  expect(learning.chosen.value).toEqual([]);
  life.abort();
});

const LEARNED = new File(['{"learned":{}}'], 'learned.json');

const MEANWHILE: [
  what: string,
  act: (panel: ReturnType<typeof createPanel>, origin: Signal<string | undefined>) => unknown,
][] = [
  ['other files are chosen', ({ choose }) => choose()],
  ['it is cancelled', ({ learning }) => learning.cancel()],
  ['all is begun anew', ({ learning }) => learning.forget()],
  [
    'another site comes in front',
    (_panel, origin) => Object.assign(origin, { value: 'https://other.example' }),
  ],
];
for (const [what, act] of MEANWHILE)
  for (const why of [undefined, 'bad'])
    test(`what the terminal wrote is judged, and ${what}: then it is not taken (${why ?? 'good'})`, async () => {
      const origin = signal<string | undefined>('https://shop.example');
      let answer: ((why: string | undefined) => void) | undefined;
      const panel = createPanel(
        origin,
        () =>
          new Promise((resolve) => {
            answer = resolve;
          }),
      );
      const { learning } = panel;
      const life = new AbortController();
      learning.start(life.signal);
      const first = learning.choose([LEARNED]);
      await expect.poll(() => answer).toBeDefined();
      await act(panel, origin);
      answer?.(why);
      await first;
      expect([learning.known.value, learning.trouble.value]).toEqual([undefined, undefined]);
      life.abort();
    });

test('a catalog joins what was chosen, whichever comes first; other files take its place', async () => {
  const { learning, orders, choose } = createPanel();
  const kinds = () => learning.chosen.value.map(({ found }) => found.kind);
  const catalog = (name: string) => new File(['sku,title\ntent,Tent\n'], name);
  await learning.choose([catalog('a.csv')]);
  expect(kinds()).toEqual(['catalog']);
  await choose();
  expect(kinds()).toEqual(['orders', 'catalog']);
  await learning.choose([catalog('b.csv')]);
  expect(learning.chosen.value.map(({ file }) => file.name)).toEqual(['orders.csv', 'b.csv']);
  await learning.say(0, 'total', 'paid');
  await learning.learn();
  expect(orders.at(-1)).toMatchObject({ kind: 'learn', given: [{ as: 'export' }, { as: 'catalog' }] });
  expect(learning.known.value?.knowledge?.read.orders).toBe(2);
  // of what was learned already it asks to learn once more
  await learning.choose([catalog('c.csv')]);
  expect(learning.known.value).toBeUndefined();
  expect(kinds()).toEqual(['orders', 'catalog']);
  await choose();
  expect(kinds()).toEqual(['orders']);
});

test('a file that was taken for another kind is what its author says', async () => {
  const { learning } = createPanel();
  await learning.choose([new File(['Artikel,Titel\ntent,Tent\n'], 'own.csv')]);
  const found = () => learning.chosen.value[0]?.found;
  expect(found()?.kind).not.toBe('catalog');
  await learning.sayKind(0, 'catalog');
  await learning.sayField(0, 'id', 'Artikel');
  await learning.sayField(0, 'name', 'Titel');
  expect(found()).toMatchObject({ kind: 'catalog', at: { id: 0, name: 1 } });
  expect(found()).not.toHaveProperty('fault');
  await learning.sayKind(0, 'export');
  expect(found()?.kind).not.toBe('catalog');
});
