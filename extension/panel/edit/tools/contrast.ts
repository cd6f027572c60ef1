// Whether text can be read on its ground. WCAG 2.2, 1.4.3: 4.5 to 1 for body text
// (https://www.w3.org/TR/WCAG22/#contrast-minimum).

import { parse, wcagContrast } from 'culori';
import { sayDecimal } from '../../../../shared/words/numbers.ts';
import { t } from '../../../../shared/words/t.ts';

const LEAST = 4.5;

/** @returns a warning in words; undefined when it is fine or cannot be told */
export function sayContrast(color: string, ground: string): string | undefined {
  const [ink, paper] = [parse(color), parse(ground)];
  // nothing is said of what shines through entirely
  if (!ink || !paper || ink.alpha === 0 || paper.alpha === 0) return undefined;
  const ratio = wcagContrast(ink, paper);
  if (!Number.isFinite(ratio) || ratio >= LEAST) return undefined;
  return t`Hard to read: the contrast is ${sayDecimal(ratio)} to 1. Text needs ${LEAST} to 1: make one of them darker or lighter.`;
}
