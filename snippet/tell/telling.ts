// Tells the site's own analytics what a visitor was given and which goals they reached, by the functions that the page has
// for it. It loads nothing and makes nothing of a vendor's; what is not there yet is waited for, a little.

import type { Config } from '../../shared/schema/config.ts';
import type { Tell } from '../../shared/schema/measure.ts';
import type { Details, Emit } from '../events.ts';
import type { apply, listen, quiet, readFrom, setTimer } from '../native.ts';
import type { Visitor } from '../remember/visitor-api.ts';
import type { Warn } from '../warn.ts';
import type { Given, Told, Ways } from './told.ts';

/** So much is kept for one that is not there yet. */
const MOST_KEPT = 20;
/** So long (ms) after the page has loaded it is looked for again; the last time for good. */
const AGAIN = [1_000, 5_000];

/** Of the tag's native.ts: this file is cut out where nobody is told, so it shares nothing with the others. */
export interface Lent {
  apply: typeof apply;
  listen: typeof listen;
  quiet: typeof quiet;
  readFrom: typeof readFrom;
  setTimer: typeof setTimer;
}

/** What stands at a path from `window`, and whose it is. */
function find(path: string, readFrom: Lent['readFrom']): [owner: unknown, found: unknown] {
  let owner: unknown;
  let found: unknown = window;
  for (const name of path.split('.')) {
    owner = found;
    found = found === undefined || found === null ? undefined : readFrom(Object(found), name);
  }
  return [owner, found];
}

/** One entry of `measure.tell`. */
function createTeller(
  entry: Tell,
  ways: Ways,
  { apply, listen, quiet, readFrom, setTimer }: Lent,
  hosts: readonly string[],
  mayTell: () => boolean,
  warn: Warn,
) {
  const { to, values } = entry;
  const say = (message: string) => warn({ code: 'tell', message, path: to });
  let kept: Told[] = [];
  let isWaiting = false;

  /** @returns whether there is somebody who could hear it */
  const call = (told: Told): boolean => {
    try {
      const { value: _, ...rest } = told;
      for (const [path, ...given] of ways[to]?.(values ? told : rest, entry, hosts) ?? []) {
        const [owner, found] = find(path, readFrom);
        if (typeof found !== 'function') return false;
        // some answer with a promise, which may be rejected
        void Promise.resolve(apply(found, owner, given)).catch((error) => say(`did not take it (${error})`));
      }
    } catch (error) {
      say(`did not take it (${error})`);
    }
    return true;
  };
  /** In its order: nothing overtakes what still waits. */
  const tellKept = () => {
    if (!mayTell()) kept = [];
    while (kept[0] && call(kept[0])) kept.shift();
  };
  const end = () => {
    tellKept();
    isWaiting = false;
    if (kept[0]) say('is not on this page; what it would be told is dropped');
    kept = [];
  };
  const afterLoad = () => {
    const [first, last] = AGAIN;
    tellKept();
    setTimer(tellKept, first ?? 0);
    setTimer(end, last ?? 0);
  };
  const wait = () => {
    if (isWaiting) return;
    isWaiting = true;
    if (document.readyState === 'complete') return afterLoad();
    listen(document, 'DOMContentLoaded', tellKept);
    listen(window, 'load', afterLoad);
  };
  const tell = (told: Told) => {
    kept.push(told);
    tellKept();
    kept.splice(MOST_KEPT);
    if (kept[0]) wait();
  };
  return quiet(tell);
}

/**
 * What the page is told, told to its analytics too.
 *
 * @param emit tells the page
 * @param ways those that the config uses
 * @param lent what the tag has taken of the browser
 * @param isOn whether the page is at work and the visitor lets it be counted
 */
export function createTelling(
  emit: Emit,
  ways: Ways,
  lent: Lent,
  { measure, goals = [], experiences, hosts = [] }: Config,
  visitor: Visitor,
  isOn: () => boolean,
  warn: Warn,
): Emit {
  const { tell: asked }: { tell?: unknown } = Object(measure);
  const entries = (Array.isArray(asked) ? asked : []).filter(
    (one): one is Tell => !!one && typeof one === 'object',
  );
  const mayTell = () => isOn() && visitor.mode() === 'stored';
  const tellers = entries.map((entry) => createTeller(entry, ways, lent, hosts, mayTell, warn));
  const tell = (told: Told) => {
    void visitor.ready.then(() => {
      if (mayTell()) for (const each of tellers) each(told);
    });
  };
  const give = ({ id, outcome, variant, segment }: Omit<Given, 'arm' | 'round'>): Given => ({
    id,
    arm: variant ?? outcome,
    outcome,
    ...(variant !== undefined && { variant }),
    segment,
    round: experiences.find((one) => one.id === id)?.round ?? 1,
  });
  const exposed = ({ experience, ...got }: Details['exposure']) =>
    tell({ experiences: [give({ id: experience, ...got })] });
  const reached = ({ goal, value, experiences }: Details['goal']) => {
    if (!experiences[0]) return;
    const { currency } = goals.find(({ id }) => id === goal) ?? {};
    tell({
      goal,
      ...(value !== undefined && { value }),
      ...(currency !== undefined && { currency }),
      experiences: experiences.map(give),
    });
  };
  return (type, detail) => {
    emit(type, detail);
    if (type === 'exposure') exposed(detail as Details['exposure']);
    if (type === 'goal') reached(detail as Details['goal']);
  };
}
