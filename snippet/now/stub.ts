// `window.selvedge` until the rest of the tag is there: what the first paint knows is answered, all else is asked of the
// rest when it comes. Whoever refuses or wants to be forgotten is obeyed at once (obey.ts).

import type { Served } from '../public.ts';
import { attempt } from './attempt.ts';
import type { Decided } from './decide-now.ts';
import type { Refusal } from './obey.ts';
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
/** Taken once, before the page can replace them. */
const { apply } = Reflect;
const Answer = Promise;

/** What there is to say of a visitor of whom nobody remembers anything. */
const NOTHING = { version: 1, mode: 'memory', events: [] };
const emptyOf = (name: Name) => (name === 'export' ? NOTHING : undefined);

/**
 * The page's own calls: nothing is thrown in them, whatever became of the page's built-ins since.
 *
 * @param known what was decided
 * @param hurry somebody waits for the rest
 * @param refuse obeys the visitor or the site
 */
export function createStub(
  table: string,
  known: () => Decided | undefined,
  hurry: () => void,
  refuse: (refusal: Refusal) => void,
): Stub {
  let rest: Served | undefined;
  let isMissing = false;
  let asked: Asked[] = [];
  let pushed: unknown[][] = [];
  let isReady = () => {};
  const ready = new Answer<void>((done) => {
    isReady = done;
  });
  const call = (name: Name, given: unknown[]): unknown => rest && apply(rest[name], rest, given);
  const finish = (answer: (name: Name, given: unknown[]) => unknown, isFit: (name: Name) => boolean) => {
    const all = asked;
    asked = all.filter(({ name }) => !isFit(name));
    all.forEach(({ name, given, done }) => {
      if (isFit(name)) done(answer(name, given));
    });
  };
  const ask = (name: Name, given: unknown[]): unknown => {
    if (rest) return call(name, given);
    hurry();
    if (name === 'optOut' || (name === 'consent' && given[0] === 'denied')) refuse('denied');
    if (name === 'forget') refuse('forgotten');
    if (isMissing) return Answer.resolve(emptyOf(name));
    return new Answer((done) => asked.push({ name, given, done }));
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
      rest
        ? rest.segments()
        : attempt(() => segmentsOf(table).filter((_id, place) => known()?.ask(place) === 1), []),
    experiences: () =>
      rest
        ? rest.experiences()
        : attempt(
            () =>
              (known()?.given ?? []).map(({ id, outcome, variant }) => ({
                id,
                outcome,
                ...(outcome === 'variant' && { variant }),
                reason: '',
              })),
            [],
          ),
    explain(id: string) {
      if (rest) return rest.explain(id);
      const place = segmentsOf(table).indexOf(id);
      if (place < 0) throw new RangeError(`There is no segment "${id}".`);
      return { id, value: attempt(() => VALUES[known()?.ask(place) ?? 2], 'unknown') };
    },
    q: {
      push(...entries: unknown[]) {
        if (rest) return apply(rest.q.push, rest.q, entries);
        pushed.push(entries);
        return 0;
      },
    },
  };
  ASKED.forEach((name) => {
    api[name] = (...given: unknown[]) => ask(name, given);
  });
  return {
    api,
    serve(served) {
      rest = served;
      void served.ready.then(isReady);
      // whoever listens hears all that the rest has to say as it begins; what is asked, it can answer then
      finish(call, (name) => name === 'on');
      void Answer.resolve().then(() => {
        const all = pushed;
        pushed = [];
        all.forEach((entries) => {
          apply(served.q.push, served.q, entries);
        });
        finish(call, () => true);
      });
    },
    miss() {
      isMissing = true;
      isReady();
      finish(emptyOf, () => true);
    },
  };
}
