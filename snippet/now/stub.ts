// `window.selvedge` until the rest of the tag is there: what the first paint knows is answered, all else waits for the
// rest (later/answer-asked.ts). Whoever refuses or wants to be forgotten is obeyed at once (obey.ts).

import { apply } from '../../shared/engine/native.ts';
import type { Served } from '../public.ts';
import type { Asked, Name } from './asked.ts';
import { attempt } from './attempt.ts';
import type { Decided } from './decided.ts';
import type { Ears } from './ears.ts';
import type { Refusal } from './obey.ts';
import { segmentsOf } from './segments-of.ts';

declare const VERSION: string;

export interface Stub {
  /** What the page asks. */
  api: object;
  /**
   * Obeys the entry of a queue that is a refusal: also where nobody comes to work it off.
   * @returns whether somebody has to come, should the visitor have refused before
   */
  heed(entry: unknown): boolean;
  /** Nobody is waited for: `ready` resolves. @returns what was asked so far, in order */
  settle(): Asked[];
  /** From now on the rest answers. @returns what was asked so far, in order */
  serve(rest: Served): Asked[];
  /** Nobody will come: whatever was asked, and is from now on, ends without an answer. */
  miss(): void;
}

const NAMES: Name[] = [
  'track',
  'set',
  'consent',
  'optOut',
  'optIn',
  'export',
  'forget',
  'open',
  'on',
  'segments',
  'experiences',
  'explain',
];
const VALUES = [false, true, 'unknown'];
/** Taken once, before the page can replace it. */
const Answer = Promise;

/** As the rest answers where it has no config. */
const emptyOf = (name: Asked['name']) => (name === 'export' ? {} : undefined);

/**
 * The page's own calls: nothing is thrown in them, whatever became of the page's built-ins since.
 *
 * @param known what was decided
 * @param refuse obeys the visitor or the site
 * @param ears `bring`: somebody waits for the rest
 */
export function createStub(
  table: string,
  known: () => Decided | null | undefined,
  refuse: (refusal: Refusal) => void,
  ears: Pick<Ears, 'touches' | 'isQuiet' | 'bring'>,
): Stub {
  let rest: Served | undefined;
  let isMissing = false;
  const asked: Asked[] = [];
  let isReady = () => {};
  const ready = new Answer<void>((done) => {
    isReady = done;
  });
  /** Whoever is resolved with a promise asks its `then`, which the page may have replaced; `await` does not. */
  const follow = async (other: Promise<void>) => {
    await other;
    isReady();
  };
  const heed = (entry: unknown) => {
    const call: unknown[] = Array.isArray(entry) ? entry : [];
    const isDenial = call[0] === 'optOut' || (call[0] === 'consent' && call[1] === 'denied');
    if (isDenial) refuse('denied');
    if (call[0] === 'forget') refuse('forgotten');
    // compared: a page may have taken away what looks in lists
    return !(isDenial || call[0] === 'track' || call[0] === 'set' || call[0] === 'on');
  };
  /** Somebody waits for the rest, unless all is quiet and may stay so. */
  const want = (isNeeded: unknown) => {
    if (isNeeded || !ears.isQuiet) ears.bring();
  };
  const hasActed = () => !!ears.touches.isTouched;
  const ask = (name: Name, given: unknown[]): unknown => {
    want(heed([name, given[0]]));
    return new Answer((done) => {
      if (isMissing || ears.isQuiet) done(emptyOf(name));
      else asked.push({ name, given, done, hasActed: hasActed() });
    });
  };
  /** What can be answered before the rest is there. By place: the page may have taken iterators away. */
  const early: { [name: string]: ((given: never) => unknown) | undefined } = {
    on(given: [string, (detail: unknown) => unknown]) {
      let isOff = false;
      want(false);
      asked.push({ name: 'on', given: [given[0], (detail: unknown) => isOff || given[1](detail)] });
      return () => {
        isOff = true;
      };
    },
    segments: () => attempt(() => segmentsOf(table).filter((_id, place) => known()?.ask(place) === 1), []),
    experiences: () =>
      attempt(
        () =>
          (known()?.given ?? []).map(({ id, outcome, variant }) => ({
            id,
            outcome,
            ...(outcome === 'variant' && { variant }),
            reason: '',
          })),
        [],
      ),
    explain(given: [string]) {
      const id = given[0];
      if (ears.isQuiet) ears.bring();
      const place = segmentsOf(table).indexOf(id);
      if (place < 0) throw new RangeError(`There is no segment "${id}".`);
      return { id, value: attempt(() => VALUES[known()?.ask(place) ?? 2], 'unknown') };
    },
  };
  const api: { [name: string]: unknown } = {
    version: VERSION,
    ready,
    q: {
      push(...given: unknown[]) {
        if (rest) return apply(rest.q.push, rest.q, given);
        asked.push({ name: 'push', given, hasActed: hasActed() });
        attempt(() => {
          if (given.filter(heed)[0] && ears.isQuiet) ears.bring();
        }, undefined);
        return 0;
      },
    },
  };
  NAMES.forEach((name) => {
    const answer = early[name];
    api[name] = (...given: never): unknown =>
      rest ? apply(rest[name], rest, given) : answer ? answer(given) : ask(name, given);
  });
  return {
    api,
    heed,
    settle() {
      isReady();
      return asked;
    },
    serve(served) {
      rest = served;
      void follow(served.ready);
      return asked;
    },
    miss() {
      isMissing = true;
      isReady();
      asked.forEach(({ name, done }) => {
        done?.(emptyOf(name));
      });
    },
  };
}
