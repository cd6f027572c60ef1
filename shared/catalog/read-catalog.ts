// The catalog of what is sold: a table with a header, or a feed for Google Merchant, piece by piece, the same in a terminal
// and in the panel's worker. What is no catalog is said, with what to do; half of one would leave out items without a word.

import { withoutMarks } from '../learn/beginning.ts';
import { findHeader } from '../learn/find-header.ts';
import { type Catalog, createCatalog } from '../learn/items/catalog.ts';
import {
  type CatalogMap,
  createFieldCount,
  FIELDS,
  MAPPED,
  placeFields,
  sayFields,
  type Written,
} from '../learn/items/catalog-fields.ts';
import { type Fault, LearnRefusal } from '../learn/refusal.ts';
import { createCellSplitter } from '../learn/split-cells.ts';
import { createFeedReader } from './read-feed.ts';

interface Reading {
  map: CatalogMap;
  take: (written: Written) => void;
}

interface Reader {
  push(text: string): void;
  end(): void;
}

const refuse = (name: string, what: string, fault?: Fault): LearnRefusal =>
  new LearnRefusal(`${name}: ${what}`, fault && { fault });

/** @throws LearnRefusal where what is needed is not there */
function placeColumns(
  name: string,
  cells: readonly string[],
  map: CatalogMap,
): ReturnType<typeof placeFields> {
  const places = placeFields(cells, map);
  const missing = MAPPED.find((field) => places[field] === -1);
  if (missing)
    throw refuse(
      name,
      `no column of its first line is called "${map[missing]}", as --map says of catalog.${missing}. ${sayFields(cells)}`,
    );
  if (places.id === undefined)
    throw refuse(
      name,
      `no column of its first line is called id, sku or item_id. ${sayFields(cells)} Say which it is: --map catalog.id=COLUMN.`,
      { kind: 'no catalog', lacks: 'ids' },
    );
  if (Object.keys(places).length === 1)
    throw refuse(
      name,
      `beside ids it has no column that is known, such as title, link, image_link, price, product_type or availability. ${sayFields(cells)} Say which is which, such as --map catalog.name=COLUMN,catalog.url=COLUMN; there may be: ${MAPPED.join(', ')}.`,
      { kind: 'no catalog', lacks: 'facts' },
    );
  return places;
}

function createTableReader(name: string, head: string, { map, take }: Reading): Reader {
  let places: ReturnType<typeof placeFields> | undefined;
  const found = findHeader(head, createFieldCount(map));
  return createCellSplitter(found.separator, (cells, _columns, line) => {
    if (line < found.line) return;
    if (!places) {
      places = placeColumns(name, cells, map);
      return;
    }
    const at = places;
    take(
      Object.fromEntries(
        FIELDS.flatMap((field) => (at[field] === undefined ? [] : [[field, cells[at[field]] ?? '']])),
      ),
    );
  });
}

function readerFor(name: string, head: string, reading: Reading): Reader {
  const text = head.trimStart();
  if (!text) throw refuse(name, 'the file is empty.', { kind: 'empty' });
  if (/^<(!doctype html|html)/i.test(text))
    throw refuse(name, 'this is a web page. Save the feed itself, not what a browser shows of it.', {
      kind: 'markup',
    });
  if (/^[[{]/.test(text))
    throw refuse(name, 'this is JSON. Give a table (CSV) or a feed (RSS, Atom).', { kind: 'JSON' });
  const isFeed = text.startsWith('<');
  return isFeed ? createFeedReader(name, reading.map, reading.take) : createTableReader(name, head, reading);
}

/** Where more are wrong, it is another file than was meant. */
const MOST_WITHOUT = 0.1;

function judge(name: string, all: readonly Written[], isFeed: boolean, map: CatalogMap): Catalog {
  if (all.length === 0)
    throw refuse(
      name,
      isFeed
        ? 'it holds no <item> and no <entry>: is it a feed of products?'
        : 'below its header there is nothing.',
      { kind: 'no catalog', lacks: 'entries' },
    );
  const missing = MAPPED.find((field) => map[field] && all.every((written) => written[field] === undefined));
  if (missing)
    throw refuse(
      name,
      `none of its entries has a field "${map[missing]}", as --map says of catalog.${missing}.`,
    );
  const catalog = createCatalog(all, isFeed ? '.' : undefined);
  const without = catalog.noted['without an id'] ?? 0;
  if (without > MOST_WITHOUT * all.length)
    throw refuse(
      name,
      `${without} of its ${all.length} entries have no id, or one that could name a person, which is more than one in ten.${isFeed ? ' Say which field of the feed it is: --map catalog.id=FIELD.' : ''}`,
      { kind: 'without ids', without, entries: all.length },
    );
  return catalog;
}

/** Characters of the beginning by which it is known what it is. */
export const LOOKED_AT = 1 << 14;

/**
 * @param name of the file, as it is told
 * @param map which column or field is what, where it is not called so
 * @returns what takes its text, and makes a catalog of it; both throw LearnRefusal, or NoRow
 */
export function createCatalogReader(
  name: string,
  map: CatalogMap = {},
): { push(text: string): void; end(): Catalog } {
  const all: Written[] = [];
  const take = (written: Written): void => void all.push(written);
  let head = '';
  let reader: Reader | undefined;
  const begin = (): Reader => {
    head = withoutMarks(head);
    const begun = readerFor(name, head, { map, take });
    begun.push(head);
    return begun;
  };
  return {
    push(text) {
      if (reader) reader.push(text);
      else head += text;
      if (head.length >= LOOKED_AT) reader ??= begin();
    },
    end() {
      reader ??= begin();
      reader.end();
      return judge(name, all, head.trimStart().startsWith('<'), map);
    },
  };
}
