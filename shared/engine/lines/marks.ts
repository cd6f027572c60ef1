// Marks: what stands for a test of an event's props where the event is of a page that nobody knows yet. The condition
// then asks for the mark, and the event carries it or does not.

import type { Predicate, Where } from '../../schema/predicate.ts';
import { toJson } from '../native.ts';

/** A condition of any kind, as far as it asks about events. */
export interface Said {
  kind: string;
  event?: string;
  where?: Where;
  of?: string;
  is?: Predicate;
  steps?: Step[];
  without?: Step;
  same?: string;
}
export interface Step {
  event: string;
  where?: Where | undefined;
}

/** Values of a prop that pass the test of a figure and do not; no event that happened has them. */
export const PASSES = '\u0000passes';
export const FAILS = '\u0000fails';

/** A path that no event has that happened. */
export const OTHER = '\u0000other';

/** The name of the prop; equal tests share it. */
export const markOf = (where: Where): string => `\u0000${toJson(where)}`.replaceAll('.', '\u0001');

const mark = <S extends { where?: Where | undefined }>(said: S): S =>
  said.where ? { ...said, where: { [markOf(said.where)]: true } } : said;

/** The same condition, asking for marks. */
export function withMarks<C extends object>(condition: C): C {
  const said: Said = Object(condition);
  const { kind, is, where, steps, without } = said;
  return {
    ...condition,
    ...(where && mark({ where })),
    ...(steps && { steps: steps.map(mark) }),
    ...(without && { without: mark(without) }),
    ...((kind === 'first' || kind === 'last') && {
      is: { $or: [PASSES, { $and: [{ $ne: FAILS }, is] }] },
    }),
  };
}
