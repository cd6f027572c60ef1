// The changes that a visitor gets of an experience, as they stand in the table.

import type { Prepared } from '../../shared/dom/prepared.ts';
import type { Given } from '../../shared/engine/lines/entry.ts';
import { findLines } from '../../shared/engine/lines/table.ts';
import { parseJson } from '../../shared/engine/native.ts';
import type { Spoken } from '../../shared/grammar/words-for.ts';

/**
 * @returns 0 in the place of what no page would show; none for the original and for the holdout. Where words are by
 *   language, these are still to be chosen (paint-spoken.ts)
 */
export const readChanges = (table: string, { outcome, changes = '' }: Given): (Spoken<Prepared> | 0)[] =>
  outcome === 'variant' ? parseJson(findLines(table, changes)[0] ?? '[]') : [];
