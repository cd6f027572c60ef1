// The file of items as one file for each of them, for the owner's template to print into the item's page: where all of them
// would be too much to load, a page says what goes with its own item, and what is known of that.

import { LONGEST_ID, MOST_NEAR, type PrintedRow, type RowFact } from '../../items/item-row.ts';
import type { ItemsFile } from '../../items/items-file.ts';
import { type Item, openItems } from '../../items/open-items.ts';

export interface PageFile {
  /** Of the file: the item's id, as it may stand in an address. */
  name: string;
  text: string;
}

/** What some file system does not take, though an address does. */
const ODD = /[*'()!~]|^\.|\.$/g;
/** Names that Windows keeps for devices, whatever follows the point. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;
const percent = (sign: string): string =>
  `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
/** Bytes that a name may have everywhere, with its ending. */
const LONGEST = 250;

/** @returns undefined of what cannot be a name: too long, or with half of a pair of signs */
export function nameOf(id: string): string | undefined {
  if (id.length > LONGEST_ID || /\p{Surrogate}/u.test(id)) return undefined;
  const name = encodeURIComponent(id)
    .replace(ODD, percent)
    .replace(DEVICE, (device) => percent(device.charAt(0)) + device.slice(1));
  return `${name}.json`.length <= LONGEST ? `${name}.json` : undefined;
}

const factOf = ({ id, name, url, image, price, currency, group, stock }: Item): RowFact => ({
  id,
  ...(name && { name }),
  ...(url && { url }),
  ...(image && { image }),
  ...(price !== undefined && { price }),
  ...(price !== undefined && currency && { currency }),
  ...(group && { group }),
  ...(stock !== undefined && { stock }),
});

/** As it may stand in a script element of a page of any encoding. */
const textOf = (row: PrintedRow): string =>
  `${JSON.stringify(row).replace(
    /[^ -~]|[<>&]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )}\n`;

/**
 * @returns by item in the file's order; `left` are ids that no file could be named by: too long, or as another but for
 *   capitals, which many disks take for the same
 */
export function splitPages(file: ItemsFile): { pages: PageFile[]; left: string[] } {
  const items = openItems(JSON.stringify(file));
  if (!items) throw new RangeError('that is no file of items');
  const taken = new Set<string>();
  const pages: PageFile[] = [];
  const left: string[] = [];
  for (let rank = 0; rank < items.count; rank++) {
    const own = items.item(rank);
    const name = nameOf(own.id);
    if (name === undefined || taken.has(name.toLowerCase())) {
      left.push(own.id);
      continue;
    }
    taken.add(name.toLowerCase());
    const [similar, together] = [items.similar(rank), items.together(rank)].map((row) =>
      row.slice(0, MOST_NEAR),
    );
    const again = items.again[rank];
    const idsOf = (row: number[] = []): string[] => row.map((one) => items.item(one).id);
    const facts = [...new Set([rank, ...(similar ?? []), ...(together ?? [])])]
      .map((one) => factOf(items.item(one)))
      .filter((fact) => Object.keys(fact).length > 1);
    const text = textOf({
      version: 1,
      made: file.made,
      id: own.id,
      similar: idsOf(similar),
      together: idsOf(together),
      ...(typeof again === 'number' && { again }),
      facts,
    });
    pages.push({ name, text });
  }
  return { pages, left };
}
