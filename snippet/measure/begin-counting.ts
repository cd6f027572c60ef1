// Counting, where this tag holds it.

import { needed } from '../needed.ts';
import type { Counting, createCounting } from './counting.ts';
import { lent } from './lent.ts';

/** @returns undefined where nothing is counted */
export const beginCounting = (...given: Parameters<typeof createCounting>): Counting | undefined =>
  needed.counting?.(...lent)(...given);
