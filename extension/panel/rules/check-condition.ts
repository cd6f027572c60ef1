// What is wrong with a condition on its own, in words.

import { Condition } from '../../../shared/schema/condition.ts';
import { explainIssues } from '../../../shared/schema/explain-issue.ts';
import type { Problem } from '../../../shared/schema/problem.ts';

export function checkCondition(value: unknown): Problem[] {
  const read = Condition.safeParse(value);
  return read.success ? [] : explainIssues(read.error.issues, value);
}
