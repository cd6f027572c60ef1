// What was decided is shown: the page is left for another one, or painted.

import type { Painted } from '../../shared/dom/painted.ts';
import type { Decided } from './decide-now.ts';
import type { Parts } from './parts.ts';
import { readChanges } from './read-changes.ts';

/** Goes where a redirect leads, once a visit (apply/redirect.ts). */
function leave({ given, visit }: Decided, table: string, { redirect }: Parts): void {
  if (!redirect) return;
  for (const one of given)
    for (const change of readChanges(table, one))
      if (change && change.kind === 'redirect') redirect(change.url, visit && `${visit} ${one.id}`);
}

/** @returns undefined where no experience shows anything on a page */
export function showNow(decided: Decided, table: string, parts: Parts): Painted | undefined {
  const { paint, fillTokens } = parts;
  leave(decided, table, parts);
  const fill = (template: string): string => fillTokens?.(template, decided.read) ?? template;
  return paint?.(decided.given, table, parts, fill);
}
