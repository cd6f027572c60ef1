// A problem of a config as one line: where, what, and what to do.

import type { Problem } from '../../../shared/schema/problem.ts';

export const sayProblem = ({ path, problem, remedy }: Problem): string =>
  `${path ? `${path}: ` : ''}${problem}. ${remedy}`;
