// `window.selvedge` until the rest of the tag is there: what the first paint knows is answered, all else is asked of the
// rest when it comes. Whoever refuses or wants to be forgotten is obeyed at once, and also where it never comes.

import type { Decided } from './decide-now.ts';
import { segmentsOf } from './segments-of.ts';

declare const VERSION: string;

type Call = (...given: never[]) => unknown;
type Calls = Record<string, Call>;

interface Asked {
  name: string;
  given: unknown[];
  done(answer: unknown): void;
}

export interface Stub {
  api: object;
  serve(api: object): void;
  /** Nobody will come: whatever was asked, and is from now on, ends without an answer. */
  miss(): void;
}

const ASKED = 'track set consent optOut optIn export forget open';
const VALUES = [false, true, 'unknown'];
const KEY = 'selvedge';

/** What there is to say of a visitor of whom nobody remembers anything. */
const NOTHING = { version: 1, mode: 'memory', events: [] };

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
  let later: Calls | undefined;
  let isMissing = false;
  let isErased = false;
  let asked: Asked[] = [];
  let isReady = () => {};
  const erase = () => {
    if (isMissing && isErased) indexedDB.deleteDatabase(KEY);
  };
  const obey = (name: string, word: unknown) => {
    const isDenial = name === 'optOut' || (name === 'consent' && word === 'denied');
    if (!isDenial && name !== 'forget') return;
    isErased = true;
    file(isDenial ? '{"consent":"denied"}' : undefined);
    close();
    erase();
  };
  const ask =
    (name: string) =>
    (...given: never[]): unknown => {
      if (later) return later[name]?.(...given);
      hurry();
      obey(name, given[0]);
      if (isMissing) return Promise.resolve(name === 'export' ? NOTHING : undefined);
      return new Promise((done) => asked.push({ name, given, done }));
    };
  const api: Calls & { [more: string]: unknown } = {
    ...Object.fromEntries(ASKED.split(' ').map((name) => [name, ask(name)])),
    on(type: never, fn: Call) {
      if (later) return later.on?.(type, fn as never);
      let isOff = false;
      void ask('on')(type, ((detail: never) => isOff || fn(detail)) as never);
      return () => {
        isOff = true;
      };
    },
    segments: () =>
      later ? later.segments?.() : segmentsOf(table).filter((_id, place) => decided?.ask(place) === 1),
    experiences: () =>
      later
        ? later.experiences?.()
        : (decided?.given ?? []).map(({ id, outcome, variant }) => ({
            id,
            outcome,
            ...(outcome === 'variant' && { variant }),
            reason: '',
          })),
    explain(id: string) {
      if (later) return later.explain?.(id as never);
      const place = segmentsOf(table).indexOf(id);
      if (place < 0) throw new RangeError(`There is no segment "${id}".`);
      return { id, value: VALUES[decided?.ask(place) ?? 2] };
    },
  };
  return {
    api: Object.assign(api, {
      version: VERSION,
      ready: new Promise<void>((done) => {
        isReady = done;
      }),
      q: {
        push: (...entries: never[]) =>
          later ? (later.q as unknown as { push: Call }).push(...entries) : queue.push(...entries),
      },
    }),
    serve(next) {
      later = next as Calls;
      void Promise.resolve((next as { ready: unknown }).ready).then(isReady);
      for (const { name, given, done } of asked) done(later[name]?.(...(given as never[])));
      asked = [];
    },
    miss() {
      isMissing = true;
      isReady();
      erase();
      for (const { name, done } of asked) done(name === 'export' ? NOTHING : undefined);
      asked = [];
    },
  };
}
