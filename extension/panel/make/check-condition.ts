// What is wrong with a condition on its own, in words.

import { Condition } from '../../../shared/schema/condition.ts';

export const checkCondition = (value: unknown): string[] => {
  const read = Condition.safeParse(value);
  return read.success
    ? []
    : read.error.issues.map(({ path, message }) => `${path.join('.')}${path.length ? ': ' : ''}${message}`);
};
