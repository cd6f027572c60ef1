// `window.selvedge` until the rest of the tag is there: what the first paint knows is answered, all else is asked of the
// rest when it comes. Whoever refuses or wants to be forgotten is obeyed at once, and also where it never comes.

import type { Served } from '../public.ts';
import type { Decided } from './decide-now.ts';
import { segmentsOf } from './segments-of.ts';

declare const VERSION: string;

type Name = 'track' | 'set' | 'consent' | 'optOut' | 'optIn' | 'export' | 'forget' | 'open' | 'on';

interface Asked {
  name: Name;
  given: unknown[];
  done(answer: unknown): void;
}

export interface Stub {
  /** What the page asks. */
  api: object;
  /** From now on the rest answers, also what was asked so far. */
  serve(rest: Served): void;
  /** Nobody will come: whatever was asked, and is from now on, ends without an answer. */
  miss(): void;
}

const ASKED: Name[] = ['track', 'set', 'consent', 'optOut', 'optIn', 'export', 'forget', 'open'];
const VALUES = [false, true, 'unknown'];
const KEY = 'selvedge';

/** What there is to say of a visitor of whom nobody remembers anything. */
const NOTHING = { version: 1, mode: 'memory', events: [] };
const emptyOf = (name: Name) => (name === 'export' ? NOTHING : undefined);

/** Writes a refusal down, or takes away what is on file. */
function file(text: string | undefined): void {
  try {
    if (text) localStorage.setItem(KEY, text);
    else localStorage.removeItem(KEY);
  } catch {
    // blocked: then nothing is there
  }
}

/**
 * @param queue takes what code of the page pushes that was written for it
 * @param hurry somebody waits for the rest
 * @param close takes back what is shown
 */
export function createStub(
  table: string,
  decided: Decided | undefined,
  queue: unknown[],
  hurry: () => void,
  close: () => void,
): Stub {
  let rest: Served | undefined;
  let isMissing = false;
  let isErased = false;
  const asked: Asked[] = [];
  let isReady = () => {};
  const ready = new Promise<void>((done) => {
    isReady = done;
  });
  const call = (name: Name, given: unknown[]): unknown =>
    (rest?.[name] as ((...given: unknown[]) => unknown) | undefined)?.(...given);
  const finish = (answer: (name: Name, given: unknown[]) => unknown) => {
    for (const { name, given, done } of asked.splice(0)) done(answer(name, given));
  };
  const erase = () => {
    if (isMissing && isErased) indexedDB.deleteDatabase(KEY);
  };
  const obey = (name: Name, word: unknown) => {
    const isDenial = name === 'optOut' || (name === 'consent' && word === 'denied');
    if (!isDenial && name !== 'forget') return;
    isErased = true;
    file(isDenial ? '{"consent":"denied"}' : undefined);
    close();
    erase();
  };
  const ask = (name: Name, given: unknown[]): unknown => {
    if (rest) return call(name, given);
    hurry();
    obey(name, given[0]);
    if (isMissing) return Promise.resolve(emptyOf(name));
    return new Promise((done) => asked.push({ name, given, done }));
  };
  const api: { [name: string]: unknown } = {
    version: VERSION,
    ready,
    on(type: string, fn: (detail: unknown) => unknown) {
      if (rest) return call('on', [type, fn]);
      let isOff = false;
      void ask('on', [type, (detail: unknown) => isOff || fn(detail)]);
      return () => {
        isOff = true;
      };
    },
    segments: () =>
      rest ? rest.segments() : segmentsOf(table).filter((_id, place) => decided?.ask(place) === 1),
    experiences: () =>
      rest
        ? rest.experiences()
        : (decided?.given ?? []).map(({ id, outcome, variant }) => ({
            id,
            outcome,
            ...(outcome === 'variant' && { variant }),
            reason: '',
          })),
    explain(id: string) {
      if (rest) return rest.explain(id);
      const place = segmentsOf(table).indexOf(id);
      if (place < 0) throw new RangeError(`There is no segment "${id}".`);
      return { id, value: VALUES[decided?.ask(place) ?? 2] };
    },
    q: { push: (...entries: unknown[]) => (rest ? rest.q.push(...entries) : queue.push(...entries)) },
  };
  for (const name of ASKED) api[name] = (...given: unknown[]) => ask(name, given);
  return {
    api,
    serve(served) {
      rest = served;
      void served.ready.then(isReady);
      finish(call);
    },
    miss() {
      isMissing = true;
      isReady();
      erase();
      finish(emptyOf);
    },
  };
}
