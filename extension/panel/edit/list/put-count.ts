// How many items a list shows, as it is typed: never fewer than the least that the page takes them for.

import type { ChangeOf } from '../../../../shared/schema/change.ts';

type List = ChangeOf<'recommend'>;

/**
 * @param least as it was before anything was typed: of 12 first the 1 is there, and lowers it for that moment alone
 */
export function putCount({ least: _now, ...list }: List, count: number, least: number | undefined): List {
  return { ...list, count, ...(least !== undefined && { least: Math.min(least, count) }) };
}
