// Of a site whose items are too many for one file each item's page says itself what goes with it: the JSON that
// `selvedge learn --pages` writes of the item, printed by the owner's template. A page is not to be trusted: what is odd is left
// out, and what is too much is not read.

/** The id of the script element that holds it. */
export const ROW_ELEMENT = 'selvedge-item';
/** What `file` is where there is none: items are known from their pages. */
export const IN_PAGES = 'pages';
/** The event by which a browser remembers it. */
export const ROW_EVENT = 'item_row';

export interface RowFact {
  id: string;
  name?: string;
  url?: string;
  image?: string;
  price?: number;
  /** of its price, such as EUR */
  currency?: string;
  group?: string;
  /** 0: sold out */
  stock?: number;
}

export interface ItemRow {
  id: string;
  /** ids of what is looked at with it, the nearest first */
  similar: string[];
  /** of what is bought with it */
  together: string[];
  /** days until the same buyer orders it again */
  again?: number;
  /** what is known of it and of these */
  facts: RowFact[];
}

/** What a page's JSON is besides. */
export interface PrintedRow extends ItemRow {
  version: 1;
  /** the day of its making, such as 2026-11-28 */
  made: string;
}

/** More than a list may show, as some of them are left out. */
export const MOST_NEAR = 30;
/** Characters that are read of a page's; what `learn` writes has seldom a tenth of it. */
export const LONGEST_ROW = 65_536;
/** Characters of an id; so many have a name and a group at most, too. */
export const LONGEST_ID = 200;
/** Of an address. */
const LONGEST_ADDRESS = 1_000;

const textOf = (value: unknown, most: number): string | undefined =>
  typeof value === 'string' && value && value.length <= most ? value : undefined;
const numberOf = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) ? value : undefined;
const listOf = (value: unknown, most: number): unknown[] =>
  Array.isArray(value) ? value.slice(0, most) : [];

const idsIn = (value: unknown, own: string): string[] =>
  [...new Set(listOf(value, MOST_NEAR).flatMap((id) => textOf(id, LONGEST_ID) ?? []))].filter(
    (id) => id !== own,
  );

/** Without the fields that have no value. */
const having = <T extends object>(fields: { [name in keyof T]: T[name] | undefined }): T =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;

function factIn(value: unknown): RowFact | undefined {
  const given: Record<string, unknown> = Object(value);
  const id = textOf(given.id, LONGEST_ID);
  return id === undefined
    ? undefined
    : having<RowFact>({
        id,
        name: textOf(given.name, LONGEST_ID),
        url: textOf(given.url, LONGEST_ADDRESS),
        image: textOf(given.image, LONGEST_ADDRESS),
        price: numberOf(given.price),
        currency: textOf(given.currency, LONGEST_ID),
        group: textOf(given.group, LONGEST_ID),
        stock: numberOf(given.stock),
      });
}

/**
 * @param given as it was parsed, of a page or of what is remembered
 * @returns what of it makes sense; undefined where it is no such row
 */
export function readItemRow(given: unknown): ItemRow | undefined {
  const fields: Record<string, unknown> = Object(given);
  const id = textOf(fields.id, LONGEST_ID);
  if (id === undefined) return undefined;
  const [similar, together] = [idsIn(fields.similar, id), idsIn(fields.together, id)];
  const told = new Set([id, ...similar, ...together]);
  const facts = new Map<string, RowFact>();
  for (const value of listOf(fields.facts, 1 + 2 * MOST_NEAR)) {
    const fact = factIn(value);
    if (fact && told.has(fact.id) && !facts.has(fact.id)) facts.set(fact.id, fact);
  }
  return having<ItemRow>({
    id,
    similar,
    together,
    again: numberOf(fields.again),
    facts: [...facts.values()],
  });
}

/** The same with at most so many that go with it: of what is remembered each list asks for a few. */
export function shortenRow(row: ItemRow, most: number): ItemRow {
  const [similar, together] = [row.similar.slice(0, most), row.together.slice(0, most)];
  const told = new Set([row.id, ...similar, ...together]);
  return { ...row, similar, together, facts: row.facts.filter(({ id }) => told.has(id)) };
}
