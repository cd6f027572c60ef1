// A text is read by a worker, and one that takes too long ends with it: the panel goes on, and the next text is read.

import '../../../support/fake-browser.ts';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Order } from '../../../../extension/reader/jobs.ts';
import { adviseAside, readAside } from '../../../../extension/reader/read-aside.ts';

const TEN_SECONDS = 10_000;

/** A worker that does nothing until the test lets it. */
class FakeWorker extends EventTarget {
  static all: FakeWorker[] = [];
  orders: Order[] = [];
  isOver = false;
  readonly address: string;
  constructor(address: string) {
    super();
    this.address = address;
    FakeWorker.all.push(this);
  }
  postMessage(order: Order): void {
    this.orders.push(order);
  }
  terminate(): void {
    this.isOver = true;
  }
  answer(data: object): void {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
}
const latest = (): FakeWorker => FakeWorker.all.at(-1)!;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('Worker', FakeWorker);
});
afterEach(async () => {
  // the worker that is left goes with its page
  for (const worker of FakeWorker.all) worker.dispatchEvent(new Event('error'));
  FakeWorker.all = [];
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('each text gets its own answer, whichever comes first', async () => {
  const one = readAside('config', '{}');
  const two = readAside('script', 'tag');
  const worker = latest();
  expect(FakeWorker.all).toHaveLength(1);
  expect(worker.address).toMatch(/reader\.js\?language=en$/);
  const [first, second] = worker.orders as [Order, Order];
  expect([first.text, second.text]).toEqual(['{}', 'tag']);
  worker.answer({ id: second.id, isRead: true, value: { isTag: true } });
  worker.answer({ id: first.id, isRead: false, message: 'the text is odd' });
  expect(await two).toEqual({ isTag: true });
  await expect(one).rejects.toThrow('the text is odd');
  await vi.advanceTimersByTimeAsync(TEN_SECONDS);
  expect(worker.isOver).toBe(false);
});

test('one that takes too long is ended, whoever waits beside it hears, and the next is read by another', async () => {
  const long = readAside('config', '[');
  const beside = readAside('script', 'tag');
  const ends = Promise.allSettled([long, beside]);
  const stuck = latest();
  await vi.advanceTimersByTimeAsync(TEN_SECONDS - 1);
  expect(stuck.isOver).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  expect(stuck.isOver).toBe(true);
  const reason = new Error('reading it took more than 10 seconds');
  expect(await ends).toEqual([
    { status: 'rejected', reason },
    { status: 'rejected', reason },
  ]);

  const next = readAside('script', 'tag');
  expect(latest()).not.toBe(stuck);
  latest().answer({ id: latest().orders[0]?.id, isRead: true, value: { isTag: false } });
  expect(await next).toEqual({ isTag: false });
});

test('a worker that breaks is said, and the next text is read by another', async () => {
  const broken = readAside('script', 'tag');
  const first = latest();
  first.dispatchEvent(new Event('error'));
  await expect(broken).rejects.toThrow('it could not be read');
  const next = readAside('script', 'tag');
  expect(latest()).not.toBe(first);
  latest().answer({ id: latest().orders[0]?.id, isRead: true, value: { isTag: true } });
  expect(await next).toEqual({ isTag: true });
});

test('a config that takes long to think over keeps no text waiting, and ends alone', async () => {
  const advice = adviseAside({ version: 1 });
  const [thinking] = FakeWorker.all;
  const read = readAside('config', '{}');
  expect(FakeWorker.all).toHaveLength(2);
  expect(thinking!.orders).toMatchObject([{ job: 'advice', text: '{"version":1}' }]);
  const failed = expect(advice).rejects.toThrow('more than 10 seconds');
  await vi.advanceTimersByTimeAsync(TEN_SECONDS - 1);
  latest().answer({ id: latest().orders[0]!.id, isRead: true, value: { problems: [] } });
  expect(await read).toEqual({ problems: [] });
  await vi.advanceTimersByTimeAsync(1);
  await failed;
  expect([thinking!.isOver, latest().isOver]).toEqual([true, false]);
});
