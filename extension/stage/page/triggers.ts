// Tells when an experience that waits for something in the previewed page has got it: a scroll depth, a time,
// idleness, leaving. Each fires once a page. (The tag has its own, snippet/apply/triggers.ts; events of the page
// are not heard here, as nothing is recorded: the panel has a button for those.)

import { ms } from '../../../shared/engine/duration.ts';
import { seenShare } from '../../../shared/page/seen-share.ts';
import type { Trigger } from '../../../shared/schema/experience.ts';

export interface Triggers {
  wait(id: string, trigger: Trigger): void;
  reset(): void;
}

export function createTriggers(fire: (id: string) => void): Triggers {
  const waiting = new Map<string, { trigger: Trigger; timer?: ReturnType<typeof setTimeout> }>();
  const go = (id: string) => {
    clearTimeout(waiting.get(id)?.timer);
    waiting.delete(id);
    fire(id);
  };
  const arm = (id: string) => {
    const one = waiting.get(id);
    if (!one || (one.trigger.kind !== 'time' && one.trigger.kind !== 'idle')) return;
    clearTimeout(one.timer);
    one.timer = setTimeout(() => go(id), Math.min(ms(one.trigger.after), 2 ** 31 - 1));
  };
  for (const type of ['scroll', 'wheel', 'touchmove'])
    addEventListener(
      type,
      () => {
        const share = seenShare();
        for (const [id, { trigger }] of waiting)
          if (trigger.kind === 'scroll' && share >= trigger.share) go(id);
      },
      { passive: true, capture: true },
    );
  document.addEventListener('mouseout', ({ relatedTarget, clientY }) => {
    if (relatedTarget || clientY > 0) return;
    for (const [id, { trigger }] of waiting) if (trigger.kind === 'exit') go(id);
  });
  for (const type of ['pointermove', 'keydown', 'scroll', 'touchstart'])
    addEventListener(
      type,
      () => {
        for (const [id, { trigger }] of waiting) if (trigger.kind === 'idle') arm(id);
      },
      { passive: true, capture: true },
    );
  return {
    wait(id, trigger) {
      if (waiting.has(id)) return;
      waiting.set(id, { trigger });
      arm(id);
    },
    reset() {
      for (const { timer } of waiting.values()) clearTimeout(timer);
      waiting.clear();
    },
  };
}
