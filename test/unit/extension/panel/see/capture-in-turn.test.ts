// Pictures of a window: never more than the browser allows, and one that it fails to make is asked for again.

import '../../../../support/fake-browser.ts';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { captureInTurn } from '../../../../../extension/panel/see/capture-in-turn.ts';
import { fake } from '../../../../support/fake-browser.ts';

const askedAt: number[] = [];
/** @param answers in this order, the last one for all that follow */
function answer(...answers: (() => Promise<string>)[]): void {
  fake.capture = async () => {
    askedAt.push(performance.now());
    return await answers[Math.min(askedAt.length, answers.length) - 1]!();
  };
}
const picture = async () => 'data:image/png,1';
const fail = async () => {
  throw new Error('image readback failed');
};
const hang = () => new Promise<string>(() => {});
const gaps = () => askedAt.slice(1).map((at, index) => at - askedAt[index]!);

beforeEach(() => {
  vi.useFakeTimers();
  askedAt.length = 0;
});
afterEach(() => {
  vi.useRealTimers();
});

async function take(): Promise<string> {
  const taken = captureInTurn(1).catch((error: Error) => error.message);
  await vi.runAllTimersAsync();
  return await taken;
}

test('between two there is half a second, however slow the first was', async () => {
  answer(() => new Promise((resolve) => setTimeout(() => resolve('data:image/png,1'), 300)));
  await take();
  await take();
  await take();
  for (const gap of gaps()) expect(gap).toBeGreaterThanOrEqual(800);
});

test('one that fails is asked for again, as late as any other', async () => {
  answer(fail, picture);
  expect(await take()).toBe('data:image/png,1');
  expect(gaps()).toHaveLength(1);
  expect(gaps()[0]).toBeGreaterThanOrEqual(500);
});

test('one that never comes is asked for again', async () => {
  answer(hang, picture);
  expect(await take()).toBe('data:image/png,1');
  expect(askedAt).toHaveLength(2);
});

test('three that fail are the browser’s last word', async () => {
  answer(fail);
  expect(await take()).toBe('image readback failed');
  expect(askedAt).toHaveLength(3);
  askedAt.length = 0;
  answer(hang);
  expect(await take()).toMatch(/no picture of the page within 10 seconds/);
  expect(askedAt).toHaveLength(3);
});
