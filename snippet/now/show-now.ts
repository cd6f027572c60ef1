// What was decided is shown: the page is left for another one, or painted.

import type { Painted } from '../../shared/dom/painted.ts';
import type { Decided } from './decided.ts';
import type { Parts } from './parts.ts';

/** @returns undefined where no experience shows anything on a page */
export function showNow(decided: Decided, table: string, parts: Parts): Painted | undefined {
  const { paint, fill, leave } = parts;
  leave?.(decided, table);
  return paint?.(decided.given, table, parts, (template) => fill?.(decided, template) ?? template);
}
