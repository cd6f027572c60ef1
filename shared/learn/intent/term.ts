// What a model adds up: a number that only moves when something happens, or whether something is so.

import type { Condition } from '../../schema/condition.ts';
import type { Where } from '../../schema/predicate.ts';

/** A condition's number without its test, of the kinds whose number moves at events alone. */
export type Figure = {
  kind: 'count' | 'sum' | 'distinct' | 'days';
  event: string;
  where?: Where;
  of?: string;
  during?: 'visit';
};

/** `log` is log(1 + number). */
export type Term = { of: Figure; as: 'number' | 'log' } | { when: Condition };
export type Weighed = Term & { weight: number };

/** The condition that the engine is asked for a term's number: a test with a number beyond all counts keeps them whole. */
export const conditionOf = (term: Term): Condition =>
  'when' in term ? term.when : ({ ...term.of, is: { $lt: 1e9 } } as Condition);
