// A term of a model before it is weighed, and what the engine is asked for it.

import type { Condition } from '../../schema/condition.ts';
import type { Figure } from '../../schema/figure.ts';

/** `log` is log(1 + number). */
export type Term = { of: Figure; as: 'number' | 'log' } | { when: Condition };

/** The condition that the engine is asked for a term's number: a test with a number beyond all counts keeps them whole. */
export const conditionOf = (term: Term): Condition =>
  'when' in term ? term.when : ({ ...term.of, is: { $lt: 1e9 } } as Condition);
