// Which segments the visitor is in: answered from memory, told when it changes, looked at again
// at the exact instant at which an answer can change by itself, or when somebody asks after it: timers are late in
// a tab that is hidden, and in a device that sleeps.

import { type Answer, decide } from '../../shared/engine/decide.ts';
import { readThrown } from '../../shared/engine/thrown.ts';
import type { View } from '../../shared/engine/view.ts';
import type { Config } from '../../shared/schema/config.ts';
import { whenCalm } from '../idle.ts';
import { clearTimer, listen, now, setTimer } from '../native.ts';
import type { Warn } from '../warn.ts';

export interface Segments {
  ids(): string[];
  /**
   * Decides again; tells `changed` what entered and left, if anything did. A page that is still to be painted decides
   * when it has time or somebody asks: its experiences have asked for the segments they need.
   */
  refresh(): void;
  /** @param isErased what was decided from is no more: all are left */
  stop(isErased?: boolean): void;
}

/**
 * @param changed told whenever a segment was entered or left
 * @param other when something else on this page can change by itself (ms since epoch)
 * @param due called when it is time to look again
 */
export function createSegments(
  segments: Config['segments'],
  view: () => View,
  warn: Warn,
  changed: (now: { segments: string[]; entered: string[]; left: string[] }) => void,
  other: () => number,
  due: () => void,
): Segments {
  let ids: string[] = [];
  let timer: number | undefined;
  let answers: Answer[] = [];
  let isAwake = false;
  let isStale = false;
  let decidedAt = 0;
  let until: number | undefined;
  /** Finding the instant costs more than the answer, so that waits until the page has time or somebody asks. */
  const findUntil = () => {
    until ??= Math.min(other(), ...answers.map((answer) => answer.until));
    return until;
  };
  /** Sets the one timer. */
  const arm = () => {
    const at = findUntil();
    timer = at < Infinity ? setTimer(due, at - now()) : undefined;
  };
  const tell = (before: string[]) => {
    const entered = ids.filter((id) => !before.includes(id));
    const left = before.filter((id) => !ids.includes(id));
    if (entered.length + left.length) changed({ segments: ids, entered, left });
  };
  const refresh = () => {
    isStale = true;
    if (!isAwake) return;
    isStale = false;
    const moment = view();
    const before = ids;
    decidedAt = moment.now;
    until = undefined;
    answers = [];
    ids = segments.flatMap(({ id, when }, index) => {
      try {
        const answer = decide(when, moment);
        answers.push(answer);
        return answer.value === true ? [id] : [];
      } catch (error) {
        const message = `${readThrown(error).message}; nobody is in this segment`;
        warn({ code: 'rule', message, path: `segments[${index}]` });
        return [];
      }
    });
    clearTimer(timer);
    timer = setTimer(arm, 0);
    tell(before);
  };
  // timers sleep with the page, and clocks jump meanwhile; a page that is only loading has just decided
  listen<PageTransitionEvent>(window, 'visibilitychange pageshow', ({ type, persisted }) => {
    if (timer && document.visibilityState === 'visible' && (persisted || type !== 'pageshow')) due();
  });
  const wake = () => {
    isAwake = true;
    if (isStale) refresh();
  };
  void whenCalm(wake);
  return {
    ids() {
      wake();
      const at = now();
      if (at !== decidedAt && (at < decidedAt || at >= findUntil())) due();
      return ids;
    },
    refresh,
    stop(isErased) {
      clearTimer(timer);
      timer = undefined;
      isStale = false;
      answers = [];
      until = Infinity;
      if (!isErased) return;
      const before = ids;
      ids = [];
      tell(before);
    },
  };
}
