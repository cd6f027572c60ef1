// Which paths matter to a condition, of those that were viewed.

import type { Condition } from '../../schema/condition.ts';
import { parseJson } from '../native.ts';

/** The paths that the entries of a state hold, where a condition looks at them. */
export const pathsIn = ({ condition: { kind } }: { condition: Condition }, state: unknown[]): string[] => {
  const values = state.map((entry) =>
    !Array.isArray(entry) ? '' : kind !== 'sequence' ? entry[1] : entry[2] && parseJson(entry[2]),
  );
  return [...new Set(values)].filter((value) => typeof value === 'string' && value !== '');
};
