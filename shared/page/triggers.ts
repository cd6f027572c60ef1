// Tells when an experience that waits for something has got it: an event, a scroll depth, a time, idleness, leaving.
// Each fires once a page view. Hears nothing itself: signs.ts tells the tag and the preview the same.

import { ms } from '../grammar/duration.ts';
import type { Trigger } from '../schema/experience.ts';
import type { Signs } from './signs.ts';

export interface Timers<Id> {
  /** Delays past what a browser can hold are its to clamp. */
  setTimer(fn: () => void, ms: number): Id;
  clearTimer(id: Id | undefined): void;
}

export interface Triggers extends Signs {
  /** Starts waiting for `trigger`; replaces nothing that waits already. */
  wait(trigger: Trigger, fire: () => void): void;
  event(name: string): void;
  /** Forgets all that waits. */
  reset(): void;
}

interface Waiting<Id> {
  trigger: Trigger;
  fire(): void;
  timer?: Id;
}

export function createTriggers<Id>({ setTimer, clearTimer }: Timers<Id>): Triggers {
  let waiting: Waiting<Id>[] = [];
  const fire = (test: (trigger: Trigger) => boolean) => {
    const ready = waiting.filter(({ trigger }) => test(trigger));
    waiting = waiting.filter((one) => !ready.includes(one));
    for (const one of ready) one.fire();
  };
  const arm = (one: Waiting<Id>) => {
    const { trigger } = one;
    if (trigger.kind === 'time' || trigger.kind === 'idle')
      one.timer = setTimer(() => fire((other) => other === trigger), ms(trigger.after));
  };
  return {
    wait(trigger, then) {
      const one = { trigger, fire: then };
      waiting.push(one);
      arm(one);
    },
    event: (name) => fire((trigger) => trigger.kind === 'event' && trigger.event === name),
    scrolled: (share) => fire((trigger) => trigger.kind === 'scroll' && share >= trigger.share),
    left: () => fire(({ kind }) => kind === 'exit'),
    alive() {
      for (const one of waiting)
        if (one.trigger.kind === 'idle') {
          clearTimer(one.timer);
          arm(one);
        }
    },
    reset() {
      for (const { timer } of waiting) clearTimer(timer);
      waiting = [];
    },
  };
}
