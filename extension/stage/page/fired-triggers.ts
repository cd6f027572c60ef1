// Which experiences of a previewed page have had their trigger, and those that wait for it.

import { hearSigns } from '../../../shared/page/signs.ts';
import { createTriggers } from '../../../shared/page/triggers.ts';
import type { Trigger } from '../../../shared/schema/experience.ts';
import { ears, timers } from './ears.ts';

export interface FiredTriggers {
  /** ids of experiences */
  fired: ReadonlySet<string>;
  fire(id: string): void;
  /** Once, however often it is asked. */
  waitFor(id: string, trigger: Trigger): void;
  /** Another page: nothing has happened on it. */
  reset(): void;
}

/** @param changed called after a trigger that was waited for */
export function createFiredTriggers(changed: () => void): FiredTriggers {
  const fired = new Set<string>();
  const waiting = new Set<string>();
  const triggers = createTriggers(timers);
  hearSigns(ears.listen, triggers);
  return {
    fired,
    fire: (id) => void fired.add(id),
    waitFor(id, trigger) {
      if (waiting.has(id) || fired.has(id)) return;
      waiting.add(id);
      triggers.wait(trigger, () => {
        fired.add(id);
        changed();
      });
    },
    reset() {
      triggers.reset();
      waiting.clear();
      fired.clear();
    },
  };
}
