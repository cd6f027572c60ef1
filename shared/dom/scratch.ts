// Whether this browser can have rules of ours: sheets that are made and adopted.
import type { Said } from './claim.ts';
import { CSSStyleSheet } from './native.ts';

/** A sheet to read rules with; none where sheets cannot be made or adopted (Safari before 16.4). */
export let scratch: CSSStyleSheet | undefined;
try {
  scratch = document.adoptedStyleSheets && new CSSStyleSheet();
} catch {
  // `canDress` says so where it matters
}

/** Whether there can be rules of ours. */
export const hasSheets = (): boolean => !!scratch;

/** The same; where not, the edit says so. */
export function canDress({ problem }: Said): boolean {
  if (!scratch) problem('failed', 'no adopted style sheets');
  return !!scratch;
}
