// What an author says of an export's columns, faster than the worker answers; and what is asked no more once all was ended.
import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import { createLearner } from '../../../../../extension/learner/learner.ts';
import type { LearnOrder } from '../../../../../extension/learner/messages.ts';
import type { LearnWorker } from '../../../../../extension/panel/learn/asking.ts';
import { createLearning } from '../../../../../extension/panel/learn/learning.ts';

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

function createPanel(origin = signal<string | undefined>('https://shop.example')) {
  const orders: LearnOrder[] = [];
  const learning = createLearning({
    origin,
    config: signal(undefined),
    startWorker: () => startWorker(orders),
    judge: async () => undefined,
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
