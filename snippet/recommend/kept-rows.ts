// What pages said of their own items, as it is remembered: as events, so that all that takes an event away (refusal, erasing,
// its time) takes them away, too. They are few and small, whatever a page says. Pure.

import type { ItemEvent } from '../../shared/items/item-history.ts';
import { type ItemRow, ROW_EVENT, readItemRow, shortenRow } from '../../shared/items/item-row.ts';
import type { Props } from '../../shared/schema/props.ts';

/** So many that go with an item are remembered with it: few lists are longer. */
const KEPT_NEAR = 12;
/** Rows that are remembered. */
const MOST_ROWS = 200;
/** Characters of one, and of all of them. */
const LONGEST_KEPT = 16_000;
const MOST_KEPT = 500_000;

const toProps = ({ id, ...row }: ItemRow): Props => ({ item_id: id, ...row }) as unknown as Props;

function readKept({ name, props }: ItemEvent): ItemRow | undefined {
  if (name !== ROW_EVENT) return undefined;
  const { item_id: id, ...row }: Record<string, unknown> = Object(props);
  return readItemRow({ ...row, id });
}

/** The latest first. @param most rows that are read: reading all of them would be felt */
export function readKeptRows(events: readonly ItemEvent[], most = MOST_ROWS): ItemRow[] {
  const rows: ItemRow[] = [];
  for (let at = events.length; at-- && rows.length < most; ) {
    const event = events[at];
    const row = event && readKept(event);
    if (row) rows.push(row);
  }
  return rows;
}

/** What is looked at as its page says so. */
export const lookAt = ({ id }: ItemRow, at: number): ItemEvent => ({
  name: ROW_EVENT,
  at,
  props: { item_id: id },
});

/**
 * @param kept the latest first
 * @returns what is to be remembered of a row; undefined where it is already, or where there is no room
 */
export function toKeep(row: ItemRow, kept: readonly ItemRow[]): Props | undefined {
  const short = shortenRow(row, KEPT_NEAR);
  const text = JSON.stringify(short);
  const before = kept.find(({ id }) => id === row.id);
  if (before && JSON.stringify(before) === text) return undefined;
  const length = kept.reduce((sum, one) => sum + JSON.stringify(one).length, text.length);
  const isRoom = kept.length < MOST_ROWS && text.length <= LONGEST_KEPT && length <= MOST_KEPT;
  return isRoom ? toProps(short) : undefined;
}
