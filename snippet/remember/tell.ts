// What is said of the memory: that there is none here, or that it was put right.

import type { Warn } from '../warn.ts';
import type { News } from './ledger.ts';

export function tellFailure(error: unknown, warn: Warn): void {
  const why = `storage does not work here (${(error as Error)?.name ?? 'no answer within 5 s'})`;
  warn({ code: 'storage', message: `${why}; nothing is remembered beyond this page` });
}

export function tellHealed({ changed, odd }: Pick<News, 'changed' | 'odd'>, warn: Warn): void {
  if (!changed[0] && !odd[0]) return;
  const what = `${odd.length} remembered events made no sense and were left out`;
  warn({ code: 'memory', message: `${what}; ${changed.length} with a wrong date were dated anew` });
}
