// Tells when an experience that waits for something has got it: an event, a scroll depth, a time, idleness, leaving.
// Each fires once a page view.

import { ms } from '../../shared/engine/duration.ts';
import type { Trigger } from '../../shared/schema/experience.ts';
import { clearTimer, listen, setTimer } from '../native.ts';

export interface Triggers {
  /** Starts waiting for `trigger`; replaces nothing that waits already. */
  wait(trigger: Trigger, fire: () => void): void;
  event(name: string): void;
  scrolled(share: number): void;
  /** A sign of life: idleness begins anew. */
  active(): void;
  /** Forgets all that waits. */
  reset(): void;
}

export function createTriggers(): Triggers {
  let waiting: { trigger: Trigger; fire: () => void; timer?: number }[] = [];
  const fire = (test: (trigger: Trigger) => boolean) => {
    const ready = waiting.filter(({ trigger }) => test(trigger));
    waiting = waiting.filter((one) => !ready.includes(one));
    for (const one of ready) one.fire();
  };
  // the pointer leaves through the top, where tabs and the address are
  listen<MouseEvent>(document, 'mouseout', ({ relatedTarget, clientY }) => {
    if (!relatedTarget && clientY <= 0) fire(({ kind }) => kind === 'exit');
  });
  const arm = (one: (typeof waiting)[0]) => {
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
    active() {
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
