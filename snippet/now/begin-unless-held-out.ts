// `begin`, where some visitors get the original everywhere: another one, so that nobody else's script is longer by it.

import { beginBy } from './begin-by.ts';
import type { Parts } from './parts.ts';
import { startUnlessHeldOut } from './start-unless-held-out.ts';

/** @param table see shared/publish/compile-table.ts */
export const beginUnlessHeldOut = (table: string, parts: Parts): unknown =>
  beginBy(table, (queue, tag, isRefused) => startUnlessHeldOut(table, parts, queue, tag, isRefused));
