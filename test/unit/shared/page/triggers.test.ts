// What each trigger waits for, and that it fires once. The signs come by hand and so does the time.

import { expect, test } from 'vitest';
import { createTriggers, type Triggers } from '../../../../shared/page/triggers.ts';
import type { Trigger } from '../../../../shared/schema/experience.ts';

/** Timers that ring when they are told to. */
function createClock() {
  let now = 0;
  const due = new Map<number, { at: number; fn: () => void }>();
  let count = 0;
  return {
    timers: {
      setTimer(fn: () => void, ms: number) {
        due.set(++count, { at: now + ms, fn });
        return count;
      },
      clearTimer: (id: number | undefined) => void (id !== undefined && due.delete(id)),
    },
    pass(ms: number) {
      now += ms;
      for (const [id, { at, fn }] of due) if (at <= now && due.delete(id)) fn();
    },
    isIdle: () => due.size === 0,
  };
}

type Act = (triggers: Triggers, pass: (ms: number) => void) => void;
const scroll: Trigger = { kind: 'scroll', share: 0.5 };
const idle: Trigger = { kind: 'idle', after: '1s' };
const time: Trigger = { kind: 'time', after: '1s' };
const event: Trigger = { kind: 'event', event: 'asked' };

test.each<[what: string, trigger: Trigger, act: Act, fired: number]>([
  ['scrolled by less', scroll, ({ scrolled }) => scrolled(0.49), 0],
  ['scrolled by as much', scroll, ({ scrolled }) => scrolled(0.5), 1],
  ['scrolled on and on', scroll, ({ scrolled }) => [0.5, 0.6, 0.7].forEach(scrolled), 1],
  ['nothing done for a second', idle, (_triggers, pass) => pass(1000), 1],
  ['nothing done for less', idle, (_triggers, pass) => pass(999), 0],
  [
    'something done every 300 ms',
    idle,
    ({ alive }, pass) => {
      for (let i = 0; i < 6; i++) {
        pass(300);
        alive();
      }
    },
    0,
  ],
  [
    'something done, then nothing for a second',
    idle,
    ({ alive }, pass) => {
      pass(900);
      alive();
      pass(1000);
      pass(1000);
    },
    1,
  ],
  [
    'a second, whatever is done',
    time,
    ({ alive }, pass) => {
      pass(600);
      alive();
      pass(400);
    },
    1,
  ],
  ['the event', event, (triggers) => triggers.event('asked'), 1],
  ['the event twice', event, (triggers) => ['asked', 'asked'].forEach(triggers.event), 1],
  ['another event', event, (triggers) => triggers.event('bought'), 0],
  ['leaving', { kind: 'exit' }, ({ left }) => left(), 1],
  [
    'leaving, coming back and leaving',
    { kind: 'exit' },
    (signs) => {
      signs.left();
      signs.left();
    },
    1,
  ],
  [
    'leaving while it waits for another sign',
    scroll,
    (signs) => {
      signs.left();
      signs.alive();
    },
    0,
  ],
])('%s', (_what, trigger, act, fired) => {
  const { timers, pass } = createClock();
  const triggers = createTriggers(timers);
  let count = 0;
  triggers.wait(trigger, () => count++);
  act(triggers, pass);
  expect(count).toBe(fired);
});

test('those that wait for the same sign fire in their order, each once', () => {
  const { timers, pass } = createClock();
  const triggers = createTriggers(timers);
  const fired: string[] = [];
  for (const id of ['a', 'b']) triggers.wait({ ...idle }, () => fired.push(id));
  pass(1000);
  expect(fired).toEqual(['a', 'b']);
});

test('a page view that ends takes all that waits with it', () => {
  const { timers, pass, isIdle } = createClock();
  const triggers = createTriggers(timers);
  const fired: string[] = [];
  for (const trigger of [scroll, idle, time, event]) triggers.wait(trigger, () => fired.push(trigger.kind));
  triggers.reset();
  expect(isIdle()).toBe(true);
  pass(5000);
  triggers.scrolled(1);
  triggers.event('asked');
  expect(fired).toEqual([]);
});
