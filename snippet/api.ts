// `window.selvedge`: what a page may ask and say. Answers come from memory; nothing here throws, except
// `explain` for a segment that does not exist.

import { explain, type Reason } from '../shared/engine/explain.ts';
import { scrub } from '../shared/page/scrub.ts';
import type { Begun } from './begun.ts';
import { hasActed } from './consent/acted.ts';
import { watchConsentEvent } from './consent/event.ts';
import type { Source } from './consent/standing.ts';
import type { On } from './events.ts';
import { isMeasuring } from './is-measuring.ts';
import type { Loop } from './loop.ts';
import { attempt } from './native.ts';
import { watchLinks, withMirror } from './open-mirror.ts';
import type { Api, Exported } from './public.ts';
import { serveSuggestions } from './recommend/begin-recommending.ts';
import { putDenial } from './remember/snapshot.ts';
import type { Warn } from './warn.ts';

declare const VERSION: string;

const WAITS = 'waits for its trigger';
/** Characters of an event's name. */
const LONGEST = 200;

/**
 * @param loop undefined while there is no config: then everything answers emptily
 * @param said what `selvedge:consent` said before anybody listened here, see `Begun`
 * @param ready resolves as `Api.ready` promises
 */
export function createApi(
  loop: () => Loop | undefined,
  ready: Promise<void>,
  on: On,
  warn: Warn,
  said?: Begun['said'],
): Api {
  /** What is asked before there is a loop (the config is on its way, the page is prerendered) is done then. */
  const ask = async <T>(act: (loop: Loop) => Promise<T>): Promise<T | undefined> => {
    const now = loop();
    if (now) return act(now);
    await ready;
    const then = loop();
    return then && act(then);
  };
  const refuse = (message: string): undefined => void warn({ code: 'call', message });
  /** A call of the page's that never throws or rejects, whatever it was given: what fails is said, and it answers `empty`. */
  const door =
    <Given extends unknown[], T>(act: (...given: Given) => Promise<T | undefined> | undefined, empty: T) =>
    async (...given: Given): Promise<T> => {
      try {
        return (await act(...given)) ?? empty;
      } catch {
        refuse('what was handed over cannot be read');
        return empty;
      }
    };
  const does = <Given extends unknown[]>(
    act: (...given: Given) => Promise<unknown> | undefined,
  ): ((...given: Given) => Promise<void>) =>
    door<Given, void>(act as (...given: Given) => Promise<undefined>, undefined);
  const say = (by: Source, word: 'granted' | 'denied', isAct?: boolean) => {
    if (word !== 'granted' && word !== 'denied') return refuse('consent(state) wants "granted" or "denied"');
    // a denial waits for nothing: should the config never come, a later page finds it
    if (word === 'denied' && !loop()) putDenial({ consent: word, isOwn: by !== 'event' });
    return ask((now) => now.say({ by, word, isAct }));
  };
  const isObject = (value: unknown) => value && typeof value === 'object' && !Array.isArray(value);
  const api: Api = {
    version: VERSION,
    ready,
    on(type, fn) {
      if (typeof fn === 'function') return on(type, fn);
      refuse('on(type, fn) wants a function');
      return () => {};
    },
    track: does((name, props = {}) => {
      if (typeof name === 'string' && name.length < LONGEST && scrub(name.trim()) && isObject(props))
        return ask(({ did }) => did(name, props));
      return refuse('track(name, props) wants a name and an object');
    }),
    set: does((traits) => {
      if (isObject(traits)) return ask(({ set }) => set(traits));
      return refuse('set(traits) wants an object of traits');
    }),
    segments: () => attempt(() => (loop()?.segments() ?? []).slice(), []),
    experiences: () =>
      attempt(
        () =>
          (loop()?.decided() ?? []).map(({ experience: { id }, assignment }) => {
            const { outcome = 'original', variant, reason = WAITS } = assignment ?? {};
            return {
              id,
              outcome,
              ...(outcome === 'variant' && variant !== undefined && { variant }),
              reason,
            };
          }),
        [],
      ),
    explain(id, words) {
      const view = loop()?.view();
      if (!view || typeof id !== 'string') throw new RangeError('explain wants the id of a segment');
      const answer = () => explain(id, view, words);
      // throws for one that is not there, naming those that are
      if (!view.program.segments.has(id)) return answer();
      const text = 'Unknown: the rule cannot be read.';
      return attempt<Reason>(answer, { kind: 'segment', value: 'unknown', until: null, text });
    },
    consent: does((state) => say('site', state, hasActed())),
    optOut: does(() => say('visitor', 'denied')),
    optIn: does(() => ask((now) => now.optIn())),
    forget: does(() => ask((now) => now.forget())),
    export: door<[], Exported>(() => ask((now) => now.export()), {} as Exported),
    open: does((options) => withMirror(warn, ({ open }) => void ask(async (now) => open(now, api, options)))),
  };
  if (isMeasuring) serveSuggestions(api, (act) => door(act, []), ask, refuse);
  // heard from the start: the config may still be on its way
  watchConsentEvent((word, isAct) => say('event', word, isAct), said);
  watchLinks(() => void api.open());
  return api;
}
