// Who is told when: late, absent and throwing vendors, and never without consent.

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Config } from '../../../../shared/schema/config.ts';
import type { Tell } from '../../../../shared/schema/measure.ts';
import type { Mode, Visitor } from '../../../../snippet/remember/visitor-api.ts';
import type { Warning } from '../../../../snippet/warn.ts';

interface Page extends EventTarget {
  [name: string]: unknown;
}
const page: Page = Object.assign(new EventTarget(), { setTimeout, clearTimeout, console }) as never;
const document_ = Object.assign(new EventTarget(), { readyState: 'loading' });
vi.stubGlobal('window', page);
vi.stubGlobal('document', document_);
vi.useFakeTimers();
page.setTimeout = setTimeout;
const { umami } = await import('../../../../snippet/tell/umami.ts');
const { ga4 } = await import('../../../../snippet/tell/ga4.ts');
const lent = await import('../../../../snippet/native.ts');
const { createTelling } = await import('../../../../snippet/tell/telling.ts');

const EXPOSURE = { experience: 'home', outcome: 'variant', variant: 'a', segment: 'keen' } as const;
let mode: Mode = 'stored';
let isOn = true;
let warnings: Warning[] = [];
const visitor = { ready: Promise.resolve(), mode: () => mode } as Pick<Visitor, 'ready' | 'mode'> as Visitor;
function begin(...tell: Tell[]) {
  const config: Config = {
    version: 1,
    site: '',
    revision: 1,
    goals: [{ id: 'order', name: '', event: 'purchase', value: 'value', currency: 'EUR' }],
    measure: { tell },
    segments: [],
    experiences: [],
  };
  return createTelling(
    () => {},
    { umami, ga4 },
    lent,
    config,
    visitor,
    () => isOn,
    (warning) => void warnings.push(warning),
  );
}
const settle = () => vi.advanceTimersByTimeAsync(0);
const load = () => {
  document_.dispatchEvent(new Event('DOMContentLoaded'));
  document_.readyState = 'complete';
  page.dispatchEvent(new Event('load'));
};

beforeEach(() => {
  mode = 'stored';
  isOn = true;
  warnings = [];
  document_.readyState = 'loading';
});
afterEach(() => {
  vi.clearAllTimers();
  delete page.umami;
  delete page.gtag;
});

test('who is there is told at once, of exposures and of goals', async () => {
  const track = vi.fn();
  page.umami = { track };
  const telling = begin({ to: 'umami', values: true });
  telling('exposure', EXPOSURE);
  telling('goal', {
    goal: 'order',
    value: 40,
    experiences: [{ id: 'home', outcome: 'holdout', segment: 'keen' }],
  });
  telling('goal', { goal: 'order', value: 40, experiences: [] });
  telling('segments', { segments: ['keen'], entered: ['keen'], left: [] });
  await settle();
  expect(track.mock.calls).toEqual([
    ['selvedge_exposure', { experience: 'home', arm: 'a' }],
    ['selvedge_goal', { goal: 'order', experience: 'home', arm: 'holdout', value: 40 }],
  ]);
  expect(track.mock.contexts[0]).toBe(page.umami);
  expect(warnings).toEqual([]);
});

test('what a goal is worth is told only where that is wanted', async () => {
  const track = vi.fn();
  page.umami = { track };
  const goal = { goal: 'order', value: 40, experiences: [{ id: 'home', outcome: 'holdout' as const }] };
  begin({ to: 'umami' })('goal', goal);
  await settle();
  expect(track.mock.calls).toEqual([
    ['selvedge_goal', { goal: 'order', experience: 'home', arm: 'holdout' }],
  ]);
});

test.each<[when: string, before: () => unknown, at: () => unknown]>([
  ['when the document is read', () => {}, () => document_.dispatchEvent(new Event('DOMContentLoaded'))],
  ['when the page has loaded', () => {}, load],
  ['a second later', load, () => vi.advanceTimersByTimeAsync(1_000)],
  ['five seconds later', load, () => vi.advanceTimersByTimeAsync(5_000)],
])('a late one is told %s, in order and once', async (_when, before, at) => {
  const telling = begin({ to: 'umami' });
  for (const variant of ['a', 'b']) telling('exposure', { ...EXPOSURE, variant });
  await settle();
  before();
  await settle();
  const track = vi.fn();
  page.umami = { track };
  at();
  await settle();
  expect(track).toHaveBeenCalledTimes(2);
  load();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(track.mock.calls.map(([, { arm }]) => arm)).toEqual(['a', 'b']);
  expect(warnings).toEqual([]);
});

test('nothing overtakes what still waits: one that has come since hears both, in order, at the next word', async () => {
  const track = vi.fn();
  const telling = begin({ to: 'umami' });
  telling('exposure', EXPOSURE);
  load();
  await settle();
  page.umami = { track };
  telling('exposure', { ...EXPOSURE, variant: 'b' });
  await settle();
  expect(track.mock.calls.map(([, { arm }]) => arm)).toEqual(['a', 'b']);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(track).toHaveBeenCalledTimes(2);
  expect(warnings).toEqual([]);
});

test('one that comes later still hears what happens from then on; that is said once', async () => {
  const telling = begin({ to: 'umami' });
  for (let i = 0; i < 30; i++) telling('exposure', EXPOSURE);
  load();
  await vi.advanceTimersByTimeAsync(4_999);
  expect(warnings).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(warnings).toEqual([
    { code: 'tell', message: expect.stringContaining('not on this page'), path: 'umami' },
  ]);
  const track = vi.fn();
  page.umami = { track };
  await vi.advanceTimersByTimeAsync(60_000);
  expect(track).not.toHaveBeenCalled();
  telling('exposure', EXPOSURE);
  await settle();
  expect(track).toHaveBeenCalledOnce();
});

test('twenty are kept, and no more', async () => {
  const telling = begin({ to: 'umami' });
  for (let i = 0; i < 30; i++) telling('exposure', EXPOSURE);
  await settle();
  const track = vi.fn();
  page.umami = { track };
  load();
  await settle();
  expect(track).toHaveBeenCalledTimes(20);
});

test('one that throws, or is rejected, is a warning and nobody else’s problem', async () => {
  const track = vi.fn();
  page.umami = { track };
  page.gtag = () => {
    throw new Error('no');
  };
  const telling = begin({ to: 'ga4' }, { to: 'umami' });
  telling('exposure', EXPOSURE);
  await settle();
  expect(track).toHaveBeenCalledOnce();
  expect(warnings).toEqual([{ code: 'tell', message: expect.stringContaining('no'), path: 'ga4' }]);
  page.gtag = () => Promise.reject(new Error('offline'));
  telling('exposure', EXPOSURE);
  await settle();
  expect(warnings.at(-1)?.message).toContain('offline');
});

test('what a page says of itself is no function: an element of that name, a getter that throws', async () => {
  page.umami = { track: 'no function' };
  Object.defineProperty(page, 'gtag', {
    configurable: true,
    get() {
      throw new Error('mine');
    },
  });
  const telling = begin({ to: 'umami' }, { to: 'ga4' });
  telling('exposure', EXPOSURE);
  load();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(warnings.map(({ path }) => path).sort()).toEqual(['ga4', 'umami']);
});

test('nobody is told before consent, while it is switched off, or of what was kept by then', async () => {
  const track = vi.fn();
  const telling = begin({ to: 'umami' });
  telling('exposure', EXPOSURE);
  await settle();
  page.umami = { track };
  isOn = false;
  telling('exposure', EXPOSURE);
  load();
  await settle();
  isOn = true;
  for (mode of ['waiting', 'memory', 'off'] as const) {
    telling('exposure', EXPOSURE);
    await settle();
  }
  mode = 'stored';
  await vi.advanceTimersByTimeAsync(60_000);
  expect(track).not.toHaveBeenCalled();
  expect(warnings).toEqual([]);
});

test('without `tell`, or with something else there, only the page is told; of a way that is none the author hears', async () => {
  const heard: unknown[] = [];
  const names: unknown[] = [];
  const parts = { umami, telling: () => undefined, counting: createTelling } as never;
  for (const tell of [undefined, [], null, 'ga4', [null, 3], [{ to: 'telling' }, { to: 'counting' }]]) {
    const hear = createTelling(
      (...told) => void heard.push(told),
      parts,
      lent,
      { measure: { tell }, experiences: [] } as never,
      visitor,
      () => true,
      ({ path }) => void names.push(path),
    );
    hear('exposure', EXPOSURE);
  }
  await settle();
  expect(heard).toEqual(Array.from({ length: 6 }, () => ['exposure', EXPOSURE]));
  expect(names).toEqual(['counting']);
});
