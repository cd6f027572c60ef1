// Several things in one sentence.

import { t } from './t.ts';

const join = (parts: readonly string[], last: (before: string, one: string) => string): string =>
  parts.length < 2 ? parts.join('') : last(parts.slice(0, -1).join(', '), parts.at(-1) ?? '');

/** "a, b and c" */
export const sayAll = (parts: readonly string[]): string =>
  join(parts, (before, one) => t`${before} and ${one}`);
/** "a, b or c" */
export const sayAny = (parts: readonly string[]): string =>
  join(parts, (before, one) => t`${before} or ${one}`);
/** "a, b nor c", after "neither" */
export const sayNone = (parts: readonly string[]): string =>
  join(parts, (before, one) => t`${before} nor ${one}`);
