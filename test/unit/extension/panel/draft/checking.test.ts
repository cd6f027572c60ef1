// A draft is checked aside: the answer is of the draft in front, only the last of many changes is waited for, and what
// is known stays until more is.

import '../../../../support/fake-browser.ts';
import { signal } from '@preact/signals';
import { beforeEach, expect, test, vi } from 'vitest';
import { createChecking } from '../../../../../extension/panel/draft/checking.ts';
import type { Answer, Order } from '../../../../../extension/reader/jobs.ts';
import type { Checked } from '../../../../../shared/schema/check.ts';
import type { Config } from '../../../../../shared/schema/config.ts';
import { shopConfig } from '../../../../support/fake-stage.ts';

let asked: Order[] = [];
const worker = new EventTarget();
class SlowReader extends EventTarget {
  postMessage(order: Order): void {
    asked.push(order);
  }
  override addEventListener(...given: Parameters<EventTarget['addEventListener']>): void {
    worker.addEventListener(...given);
  }
  terminate(): void {}
}
vi.stubGlobal('Worker', SlowReader);

/** The worker's answer to the oldest question that has none. */
async function answer(checked?: Checked): Promise<void> {
  const { id = 0 } = asked.shift() ?? {};
  const data: Answer<'draft'> = checked
    ? { id, isRead: true, value: checked }
    : { id, isRead: false, message: 'it took too long' };
  worker.dispatchEvent(new MessageEvent('message', { data }));
  await new Promise<void>((done) => setTimeout(done));
}
const named = (site: string): Config => ({ ...shopConfig(), site });
const siteAsked = () => asked.map(({ text }) => JSON.parse(text).site);
const fitFor = (config: Config): Checked => ({ config, problems: [] });

beforeEach(() => {
  asked = [];
});

function start(first?: Config) {
  const publishable = signal(first);
  const checking = createChecking(publishable);
  return { publishable, ...checking, stop: checking.follow() };
}

test('of many changes only the first and the last are checked, one after the other', async () => {
  const { publishable, checked, fit, stop } = start(named('a'));
  for (const site of 'bcde') publishable.value = named(site);
  expect(siteAsked()).toEqual(['a']);
  expect([checked.value, fit.value]).toEqual([undefined, undefined]);
  await answer(fitFor(named('a')));
  // known, but not of what would go out now
  expect([checked.value?.config?.site, fit.value]).toEqual(['a', undefined]);
  expect(siteAsked()).toEqual(['e']);
  await answer(fitFor(named('e')));
  expect([checked.value?.config?.site, fit.value?.site]).toEqual(['e', 'e']);
  expect(asked).toEqual([]);
  stop();
});

test('what is heard of a draft that is gone says nothing of the next', async () => {
  const { publishable, checked, fit, stop } = start(named('one'));
  publishable.value = undefined;
  publishable.value = named('other');
  await answer(fitFor(named('one')));
  expect([checked.value, fit.value]).toEqual([undefined, undefined]);
  await answer(fitFor(named('other')));
  expect(fit.value?.site).toBe('other');
  publishable.value = undefined;
  expect([checked.value, fit.value]).toEqual([undefined, undefined]);
  stop();
});

test('errors keep it back; a check that fails is an error in words, and the next change is checked again', async () => {
  const { publishable, checked, fit, stop } = start(named('a'));
  await answer();
  expect(fit.value).toBeUndefined();
  expect(checked.value?.problems).toEqual([
    expect.objectContaining({ severity: 'error', problem: expect.stringContaining('it took too long') }),
  ]);
  publishable.value = named('b');
  await answer(fitFor(named('b')));
  expect([fit.value?.site, checked.value?.problems]).toEqual(['b', []]);
  stop();
});

test('when it is over nothing is asked any more', async () => {
  const { publishable, stop } = start();
  stop();
  publishable.value = named('a');
  expect(asked).toEqual([]);
});

test('whoever waits for what is there now is not told of what was there before', async () => {
  const { publishable, whenChecked, stop } = start(named('a'));
  let isTold = false;
  publishable.value = named('b');
  const waiting = whenChecked().then(() => {
    isTold = true;
  });
  await answer(fitFor(named('a')));
  expect(isTold).toBe(false);
  await answer(fitFor(named('b')));
  await waiting;
  expect(isTold).toBe(true);
  // known already, or nothing to know
  await whenChecked();
  publishable.value = undefined;
  await whenChecked();
  stop();
});
