// Of which conditions a site may state the figure (stated.ts).

import type { Condition } from '../../schema/condition.ts';

/** Whether its figure is one that a site may state: of all purchases that there ever were. */
export function readsBuyer(condition: Condition): boolean {
  const { kind, event, of, where, within, between, during }: Partial<Record<string, unknown>> =
    Object(condition);
  const isOfAll = event === 'purchase' && !(where || within || between || during);
  switch (kind) {
    case 'rfm':
    case 'persona':
    case 'expected':
    case 'alive':
      return true;
    case 'count':
    case 'since':
    case 'first':
    case 'last':
      return isOfAll;
    case 'sum':
      return isOfAll && of === 'value';
    default:
      return false;
  }
}
