// A rule's nodes, groups too, the outer ones first.

import type { Condition } from '../schema/condition.ts';

export function* walk(condition: Condition): Generator<Condition> {
  yield condition;
  if ('of' in condition && Array.isArray(condition.of)) for (const part of condition.of) yield* walk(part);
}
