// The script of the first paint, as it is published: it decides by its table, and shows what it decided.

import { beginBy } from './begin-by.ts';
import type { Parts } from './parts.ts';
import { startNow } from './start.ts';

/** @param table see shared/publish/compile-table.ts */
export const begin = (table: string, parts: Parts): unknown =>
  beginBy(table, (queue, tag, isRefused) => startNow(table, parts, queue, tag, isRefused));
