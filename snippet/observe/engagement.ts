// How long a page was visible and in use, and how far it was scrolled.

import { hearSigns, type Signs } from '../../shared/page/signs.ts';
import { listen, now } from '../native.ts';

/** Without a sign of life for this long (ms) reading counts as over. */
const AWAKE = 30_000;
const DEPTHS = [0.25, 0.5, 0.75, 0.9];

export interface Engagement {
  /** Seconds since the last call; then counts from 0. */
  take(): number;
  /** A new page begins: depths count again. */
  restart(): void;
}

/**
 * @param signs told every sign of life, the share of the page seen so far each time it grows, and leaving
 * @param deep called once a page for each of the standard depths
 */
export function watchEngagement(signs: Signs, deep: (share: number) => void): Engagement {
  let total = 0;
  let since = 0;
  let last = now();
  let depth = 0;
  const isVisible = () => document.visibilityState === 'visible';
  /** Adds the time since the last look, at most as long as a sign of life lasts. */
  const add = () => {
    if (since) total += Math.max(0, Math.min(now(), last + AWAKE) - since);
    since = 0;
  };
  const alive = () => {
    add();
    last = now();
    if (isVisible()) since = last;
    signs.alive();
  };
  const scrolled = (share: number) => {
    if (share <= depth) return;
    for (const mark of DEPTHS) if (depth < mark && share >= mark) deep(mark);
    depth = share;
    signs.scrolled(share);
  };
  hearSigns(listen, { alive, scrolled, left: signs.left });
  alive();
  return {
    take() {
      add();
      const seconds = Math.round(total / 1000);
      total = 0;
      if (isVisible()) since = now();
      return seconds;
    },
    restart() {
      depth = 0;
      last = now();
    },
  };
}
