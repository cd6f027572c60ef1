// Where conditions are joined into one (a model): what the engine does for it beside what it does for all. Each of these is a
// part of its own, which a tag holds where its config asks for a model (snippet/build-learned.mjs); of another nothing is
// left, not even the call.

import type { Condition } from '../schema/condition.ts';
import type { Config } from '../schema/config.ts';
import type { CompiledRule, Memory, Program, Telling, View } from './view.ts';

type Read = (program: Program, condition: Condition) => CompiledRule | null;

/** What a program has for models: the states of all that they weigh, and how such a condition is read. */
export function weighIn(config: Config, read: Read): Partial<Program> {
  const reading = { config, rules: new Map() } as unknown as Program;
  const nodes = new Map<string, Memory>();
  for (const { id } of config.models ?? [])
    for (const term of read(reading, { kind: 'model', id, is: 0 })?.terms ?? []) {
      const { key, memory } = read(reading, term) ?? {};
      if (key && memory) nodes.set(key, memory);
    }
  return { nodes, read };
}

/** What a finding has beside its figure: what each term found, and sentences with the figure itself. */
export const findWeighed = <F>(
  { terms, says }: CompiledRule,
  view: View,
  now: number,
  figure: unknown,
  find: (condition: Condition, view: View, now: number) => F,
) =>
  terms && {
    terms: (): F[] => terms.map((term) => find(term, view, now)),
    says: (telling: Telling) => says?.([], now, { ...telling, figure }),
  };

/** Why: the reasons of all that was weighed. Of what is weighed as it is nothing is needed. */
export const explainWeighed = <
  F extends { condition: Condition; of?: F[]; terms?(): F[] },
  W extends object,
  R,
>(
  { of, terms }: F,
  words: W,
  reasonOf: (finding: F, words: W) => R,
) =>
  // a segment says what is in it
  terms &&
  !of && {
    of: terms().map((term) => reasonOf(term, 'isFigure' in term.condition ? { ...words, needs: '' } : words)),
  };
