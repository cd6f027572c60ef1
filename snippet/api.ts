// `window.selvedge`: what a page may ask and say. Answers come from memory; nothing here throws, except
// `explain` for a segment that does not exist.

import { explain, type Reason } from '../shared/engine/explain.ts';
import { hasActed } from './consent/acted.ts';
import { watchConsentEvent } from './consent/event.ts';
import type { Source } from './consent/standing.ts';
import type { On } from './events.ts';
import type { Loop } from './loop.ts';
import { scrub } from './observe/scrub.ts';
import { watchLinks, withPanel } from './open-panel.ts';
import type { PanelOptions } from './panel/main.tsx';
import type { Traits } from './remember/act.ts';
import { writeSnapshot } from './remember/snapshot.ts';
import type { Warn } from './warn.ts';

declare const VERSION: string;

export interface Api {
  version: string;
  /** Resolves when the ledger has been read, or storage was given up. Never rejects. */
  ready: Promise<void>;
  on: On;
  track(name: string, props?: object): Promise<void>;
  set(traits: Traits): Promise<void>;
  segments(): string[];
  experiences(): {
    id: string;
    outcome: 'variant' | 'original' | 'holdout';
    variant?: string;
    reason: string;
  }[];
  /** @throws RangeError naming the known segments */
  explain(id: string): Reason;
  consent(state: 'granted' | 'denied'): Promise<void>;
  optOut(): Promise<void>;
  optIn(): Promise<void>;
  forget(): Promise<void>;
  export(): Promise<object>;
  /** Opens the visitor's own view. */
  open(options?: PanelOptions): Promise<void>;
}

const WAITS = 'waits for its trigger';

/**
 * @param loop undefined while there is no config: then everything answers emptily
 * @param ready resolves as `Api.ready` promises
 */
export function createApi(loop: () => Loop | undefined, ready: Promise<void>, on: On, warn: Warn): Api {
  const none = Promise.resolve();
  /** What is asked before there is a loop (the config is on its way, the page is prerendered) is done then. */
  const ask = <T>(act: (loop: Loop) => Promise<T>): Promise<T | undefined> => {
    const now = loop();
    if (now) return act(now);
    return ready.then(() => {
      const then = loop();
      return then && act(then);
    });
  };
  const refuse = (message: string) => {
    warn({ code: 'call', message });
    return none;
  };
  const say = (by: Source, word: 'granted' | 'denied', isAct?: boolean) => {
    if (word !== 'granted' && word !== 'denied') return refuse('consent(state) wants "granted" or "denied"');
    // a denial waits for nothing: should the config never come, a later page finds it
    if (word === 'denied' && !loop()) writeSnapshot({ consent: 'denied' });
    return ask((now) => now.say({ by, word, isAct }));
  };
  const isObject = (value: unknown) => value && typeof value === 'object' && !Array.isArray(value);
  const api: Api = {
    version: VERSION,
    ready,
    on,
    track: (name, props = {}) =>
      typeof name === 'string' && scrub(name) && isObject(props)
        ? ask(({ did }) => did(name, props))
        : refuse('track(name, props) wants a name and an object'),
    set: (traits) =>
      isObject(traits) ? ask(({ set }) => set(traits)) : refuse('set(traits) wants an object of traits'),
    segments: () => [...(loop()?.segments() ?? [])],
    experiences: () =>
      (loop()?.decided() ?? []).map(({ experience: { id }, assignment }) => {
        const { outcome = 'original', variant, reason = WAITS } = assignment ?? {};
        return { id, outcome, ...(outcome === 'variant' && variant !== undefined && { variant }), reason };
      }),
    explain(id) {
      const now = loop();
      if (!now) throw new RangeError(`No segment "${id}": there is no config.`);
      return explain(id, now.view());
    },
    consent: (state) => say('site', state, hasActed()),
    optOut: () => say('visitor', 'denied'),
    optIn: () => ask((now) => now.optIn()),
    forget: () => ask((now) => now.forget()),
    export: async () => (await ask((now) => now.export())) ?? {},
    open: (options) => withPanel(warn, ({ open }) => void ask(async (now) => open(now, api, options))),
  };
  // heard from the start: the config may still be on its way
  watchConsentEvent((word, isAct) => say('event', word, isAct));
  watchLinks(() => void api.open());
  return api;
}
