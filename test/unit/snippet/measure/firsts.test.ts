// Whether a goal is reached for the first time since an experience was shown.

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { VisitorEvent } from '../../../../shared/engine/event.ts';
import type { Config } from '../../../../shared/schema/config.ts';
import type { Mode, Visitor } from '../../../../snippet/remember/visitor-api.ts';

vi.stubGlobal('window', Object.assign(new EventTarget(), { setTimeout, clearTimeout, console, Reflect }));
const page = Object.assign(new EventTarget(), { readyState: 'loading', hidden: false });
vi.stubGlobal('document', page);
const { tellingFirsts } = await import('../../../../snippet/measure/firsts.ts');

const config: Config = {
  version: 1,
  site: '',
  revision: 1,
  goals: [{ id: 'order', name: '', event: 'purchase' }],
  segments: [],
  experiences: [],
};
const EARLIER = 1_000;
const exposed = (experience: string, at = EARLIER): VisitorEvent => ({
  name: 'exposure',
  at,
  props: { experience, variant: 'v' },
});
const bought = (at = EARLIER): VisitorEvent => ({ name: 'purchase', at, props: {} });

let stored: VisitorEvent[];
let mode: Mode;
let seed: string;
let reads: number;
let told: unknown[];
let isReady: () => void;
let hear: ReturnType<typeof tellingFirsts>;

beforeEach(() => {
  stored = [];
  mode = 'stored';
  seed = 'one';
  reads = 0;
  told = [];
  const ready = new Promise<void>((resolve) => {
    isReady = resolve;
  });
  const visitor = {
    ready,
    mode: () => mode,
    seed: () => seed,
    async events() {
      reads++;
      return [...stored];
    },
  } as Pick<Visitor, 'ready' | 'mode' | 'seed' | 'events'> as Visitor;
  hear = tellingFirsts((type, detail) => void told.push([type, detail]), config, visitor);
});
afterEach(() => void vi.restoreAllMocks());

const got = (id: string) => ({ id, outcome: 'variant' as const, variant: 'v' });
/** The visitor reaches it on this page. */
function reach(...ids: string[]) {
  stored.push(bought(Date.now()));
  hear('goal', { goal: 'order', value: 3, experiences: ids.map(got) });
}
const settle = () => new Promise((resolve) => setImmediate(resolve));
const told1 = (...firsts: [string, boolean][]) => [
  'goal',
  { goal: 'order', value: 3, experiences: firsts.map(([id, first]) => ({ ...got(id), first })) },
];

test('the first is told as one, once for each experience, and what waits for memory keeps its order', async () => {
  reach('home');
  reach('home', 'tents');
  expect(told).toEqual([]);
  isReady();
  await settle();
  expect(told).toEqual([told1(['home', true]), told1(['home', false], ['tents', true])]);
});

test('what an earlier page reached is no first; what was reached before it was shown is none of its', async () => {
  stored = [exposed('home'), bought(), exposed('tents')];
  isReady();
  reach('home', 'tents');
  await settle();
  expect(told).toEqual([told1(['home', false], ['tents', true])]);
  // from then on at once
  reach('home', 'tents');
  expect(told).toHaveLength(2);
  expect(told[1]).toEqual(told1(['home', false], ['tents', false]));
});

test('what another tab reached meanwhile is known when this one is seen again', async () => {
  stored = [exposed('home')];
  isReady();
  reach();
  await settle();
  stored.push(bought(Date.now()));
  page.dispatchEvent(new Event('visibilitychange'));
  await settle();
  reach('home');
  expect(told.at(-1)).toEqual(told1(['home', false]));
});

test('a page that is left reads nothing any more', async () => {
  isReady();
  reach();
  await settle();
  const looked = reads;
  page.hidden = true;
  page.dispatchEvent(new Event('visibilitychange'));
  await settle();
  expect(reads).toBe(looked);
  page.hidden = false;
  page.dispatchEvent(new Event('visibilitychange'));
  await settle();
  expect(reads).toBeGreaterThan(looked);
});

test('of who is forgotten nothing is known, and who is not remembered waits for nothing', async () => {
  stored = [exposed('home'), bought()];
  isReady();
  reach('home');
  await settle();
  seed = 'another';
  reach('home');
  expect(told).toEqual([told1(['home', false]), told1(['home', true])]);
  mode = 'memory';
  reach('home');
  expect(told[2]).toEqual(told1(['home', false]));
});

test('before consent a goal is told at once', () => {
  mode = 'waiting';
  reach('home');
  expect(told).toEqual([told1(['home', true])]);
});

test('other news goes on as it is, and a memory that cannot be read holds up nothing', async () => {
  hear('ready', undefined);
  expect(told).toEqual([['ready', undefined]]);
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  Object.defineProperty(stored, Symbol.iterator, {
    value() {
      throw new Error('broken');
    },
  });
  isReady();
  hear('goal', { goal: 'order', value: 3, experiences: [got('home')] });
  await settle();
  expect(told[1]).toEqual(told1(['home', true]));
});
