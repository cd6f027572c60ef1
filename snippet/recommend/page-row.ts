// What this page says of its own item.

import { findIn } from '../../shared/dom/native.ts';
import { type ItemRow, LONGEST_ROW, ROW_ELEMENT, readItemRow } from '../../shared/items/item-row.ts';

/** A script element, as no comment of a visitor's may hold one. */
const WHERE = `script#${ROW_ELEMENT}[type="application/json"]`;

/** @returns a text where it cannot be read: why */
export function readPageRow(): ItemRow | string | undefined {
  const [element] = findIn(document.documentElement, WHERE);
  const text = element?.textContent ?? '';
  if (!text.trim()) return undefined;
  if (text.length > LONGEST_ROW) return `#${ROW_ELEMENT} has more than ${LONGEST_ROW} characters: not read`;
  try {
    const row = readItemRow(JSON.parse(text));
    if (row) return row;
  } catch {
    // said with what is no row
  }
  return `#${ROW_ELEMENT} holds no row as selvedge learn --pages writes it: not read`;
}
