// Whether a file is a catalog of what is sold, seen from its beginning, and which of its columns is taken for what.

import { isEvents, isFeed, withoutMarks } from '../learn/beginning.ts';
import { placeColumns } from '../learn/find-columns.ts';
import { findHeader } from '../learn/find-header.ts';
import {
  type CatalogMap,
  createFieldCount,
  MAPPED,
  placeFields,
  plainField,
} from '../learn/items/catalog-fields.ts';
import { isLog } from '../learn/items/read-log.ts';
import { type LookedColumn, valuesOf } from '../learn/look-at-export.ts';
import { nameOf } from '../learn/plain-name.ts';
import type { Fault } from '../learn/refusal.ts';

export type CatalogPlaces = Partial<Record<(typeof MAPPED)[number], number>>;

export interface LookedCatalog {
  kind: 'catalog';
  /** none of a feed, whose fields have fixed names */
  columns: LookedColumn[];
  /** the place of each that is read */
  at: CatalogPlaces;
  /** the line that names them, where what stands above is left out */
  header?: number;
  /** why it cannot be read so */
  fault?: Fault;
}

/** An id and what else is known of items, and nobody who did something: an export has a buyer, a visit, or a date. */
function isTable(header: string[]): boolean {
  const { id, ...known } = placeFields(header);
  if (id === undefined || Object.keys(known).length === 0) return false;
  const { buyer, visit, order, date } = placeColumns(header, {}, []).at;
  if (buyer !== undefined || visit !== undefined) return false;
  // "name" is how Shopify calls the number of an order
  if (order !== undefined && plainField(header[order] ?? '') !== 'name') return false;
  return date === undefined || known.url !== undefined || known.image !== undefined;
}

/**
 * @param beginning as much of the file as an export is known by
 * @throws RangeError where it is no table
 */
export function isCatalog(beginning: string): boolean {
  const text = withoutMarks(beginning).trimStart();
  if (text.startsWith('<')) return isFeed(text);
  if (!text || isEvents(text) || text.startsWith('[') || isLog(text)) return false;
  return isTable(findHeader(text, createFieldCount({})).header);
}

function findFault(at: ReturnType<typeof placeFields>): Fault | undefined {
  if (at.id === undefined) return { kind: 'no catalog', lacks: 'ids' };
  return Object.keys(at).length === 1 ? { kind: 'no catalog', lacks: 'facts' } : undefined;
}

/** @throws RangeError where it is no table */
export function lookAtCatalog(beginning: string, map: CatalogMap): LookedCatalog {
  const text = withoutMarks(beginning);
  if (text.trimStart().startsWith('<')) return { kind: 'catalog', columns: [], at: {} };
  const { header, rows, line, hasTitle } = findHeader(text, createFieldCount(map));
  const places = placeFields(header, map);
  const fault = findFault(places);
  return {
    kind: 'catalog',
    columns: header.map((cell, i) => ({ name: nameOf(cell), values: valuesOf(rows, i) })),
    at: Object.fromEntries(
      MAPPED.flatMap((field) => (places[field] === undefined ? [] : [[field, places[field]]])),
    ),
    ...(hasTitle && { header: line }),
    ...(fault && { fault }),
  };
}
