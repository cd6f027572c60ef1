// The file that `--catalog` names: a table with a header, or a feed for Google Merchant. What is no catalog is said, with
// what to do; half of one would leave out items without a word.
import { basename } from 'node:path';
import { withoutMarks } from '../../shared/learn/beginning.ts';
import { type Catalog, createCatalog } from '../../shared/learn/items/catalog.ts';
import {
  type CatalogMap,
  FIELDS,
  MAPPED,
  placeFields,
  sayFields,
  type Written,
} from '../../shared/learn/items/catalog-fields.ts';
import { LearnRefusal } from '../../shared/learn/refusal.ts';
import { findSeparator } from '../../shared/learn/sample-rows.ts';
import { createCellSplitter, NoRow } from '../../shared/learn/split-cells.ts';
import { readBytes } from '../files/read-bytes.ts';
import { createFeedReader } from './read-feed.ts';

interface Reading {
  map: CatalogMap;
  take: (written: Written) => void;
}

interface Reader {
  push(text: string): void;
  end(): void;
}

const refuse = (name: string, what: string): LearnRefusal => new LearnRefusal(`--catalog ${name}: ${what}`);

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
    );
  if (Object.keys(places).length === 1)
    throw refuse(
      name,
      `beside ids it has no column that is known, such as title, link, image_link, price, product_type or availability. ${sayFields(cells)} Say which is which, such as --map catalog.name=COLUMN,catalog.url=COLUMN; there may be: ${MAPPED.join(', ')}.`,
    );
  return places;
}

function createTableReader(name: string, head: string, { map, take }: Reading): Reader {
  let places: ReturnType<typeof placeFields> | undefined;
  return createCellSplitter(findSeparator(head), (cells) => {
    if (!places) {
      places = placeColumns(name, cells, map);
      return;
    }
    const { ...at } = places;
    take(
      Object.fromEntries(
        FIELDS.flatMap((field) => (at[field] === undefined ? [] : [[field, cells[at[field]] ?? '']])),
      ),
    );
  });
}

function readerFor(name: string, head: string, reading: Reading): Reader {
  const text = head.trimStart();
  if (!text) throw refuse(name, 'the file is empty.');
  if (/^<(!doctype html|html)/i.test(text))
    throw refuse(name, 'this is a web page. Save the feed itself, not what a browser shows of it.');
  if (/^[[{]/.test(text)) throw refuse(name, 'this is JSON. Give a table (CSV) or a feed (RSS, Atom).');
  const isFeed = text.startsWith('<');
  if (!isFeed && text.includes('\r') && !text.includes('\n'))
    throw refuse(name, 'its lines end in a carriage return alone. Save it with other line ends.');
  return isFeed
    ? createFeedReader(`--catalog ${name}`, reading.map, reading.take)
    : createTableReader(name, head, reading);
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
    );
  const missing = MAPPED.find(
    (field) => map[field] !== undefined && all.every((written) => written[field] === undefined),
  );
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
      `${without} of its ${all.length} entries have no id, which is more than one in ten.${isFeed ? ' Say which field of the feed it is: --map catalog.id=FIELD.' : ''}`,
    );
  return catalog;
}

/** Characters of the beginning by which it is known what it is. */
const LOOKED_AT = 1 << 14;

/**
 * @param map which column or field is what, where it is not called so
 * @throws LearnRefusal, or the file system's error with the file
 */
export async function readCatalog(path: string, map: CatalogMap = {}): Promise<Catalog> {
  const name = basename(path);
  const all: Written[] = [];
  const take = (written: Written): void => void all.push(written);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const decode = (bytes?: Buffer): string => {
    try {
      return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
    } catch {
      throw refuse(name, 'it is not UTF-8. Save it as UTF-8 (in a spreadsheet: "CSV UTF-8").');
    }
  };
  let head = '';
  let reader: Reader | undefined;
  const begin = (): Reader => {
    head = withoutMarks(head);
    const begun = readerFor(name, head, { map, take });
    begun.push(head);
    return begun;
  };
  try {
    for await (const bytes of readBytes(path, (async function* () {})())) {
      const text = decode(bytes);
      if (reader) reader.push(text);
      else head += text;
      if (head.length >= LOOKED_AT) reader ??= begin();
    }
    decode();
    reader ??= begin();
    reader.end();
  } catch (error) {
    if (error instanceof NoRow)
      throw refuse(
        name,
        `${error.message}.${error.kind === 'open quote' ? ' Close it, and run it again.' : ''}`,
      );
    if (error instanceof LearnRefusal) throw error;
    throw Object.assign(error as Error, { named: `--catalog ${name}` });
  }
  return judge(name, all, head.trimStart().startsWith('<'), map);
}
