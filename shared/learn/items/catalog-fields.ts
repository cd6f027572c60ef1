// How the fields of other programs' catalogs are called: Google Merchant's feeds, Shopify's and WooCommerce's exports of
// products, and what people write by hand. Compared in lower case, with signs as spaces; the first that a file has counts.

export const CATALOG_FIELDS = {
  id: ['item id', 'id', 'variant sku', 'sku', 'product id', 'stock code', 'artikelnummer', 'handle'],
  name: ['title', 'name', 'item name', 'product name', 'product title', 'artikelname', 'bezeichnung'],
  url: ['link', 'url', 'address', 'product url', 'item url', 'permalink', 'adresse'],
  image: ['image link', 'image', 'image src', 'image url', 'item image', 'picture', 'images', 'bild'],
  price: ['price', 'variant price', 'regular price', 'preis'],
  sale: ['sale price'],
  saleDates: ['sale price effective date'],
  currency: ['currency', 'waehrung', 'währung'],
  group: ['product type', 'group', 'item category', 'category', 'categories', 'kategorie', 'type'],
  taxonomy: ['google product category'],
  stock: ['availability', 'in stock', 'stock', 'variant inventory qty', 'quantity', 'bestand'],
  parent: ['item group id'],
  adult: ['adult'],
} as const;
export type CatalogField = keyof typeof CATALOG_FIELDS;

/** What a file says of one item, as it is written there. */
export type Written = Partial<Record<CatalogField, string>>;

export const FIELDS = Object.keys(CATALOG_FIELDS) as CatalogField[];

/** `g:image_link`, `Image Link` and `image link` are one. */
export const plainField = (name: string): string =>
  name
    .replace(/^g:/, '')
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Those that may be called otherwise: which field of a file is what, as it was said; '' where there is none. */
export const MAPPED = ['id', 'name', 'url', 'image', 'price', 'sale', 'currency', 'group', 'stock'] as const;
export type CatalogMap = Partial<Record<(typeof MAPPED)[number], string>>;

/** What was said of a field: some are never asked about. */
const saidOf = (field: CatalogField, map: Partial<Record<CatalogField, string>>): string | undefined =>
  map[field];

/** The field that a name is of, and its place among the names of that field: the lower one counts. */
export interface NamedField {
  field: CatalogField;
  place: number;
}

/** @returns what tells the field of a name, such as `g:image_link` */
export function createFieldOf(map: CatalogMap): (name: string) => NamedField | undefined {
  const fields = new Map<string, NamedField>();
  for (const field of FIELDS)
    if (saidOf(field, map) === undefined)
      for (const [place, known] of CATALOG_FIELDS[field].entries()) fields.set(known, { field, place });
  for (const field of MAPPED) {
    const said = map[field];
    if (said) fields.set(plainField(said), { field, place: 0 });
  }
  return (name) => {
    const found = fields.get(plainField(name));
    // an entry of Atom has an `id` of its own, which is no item's
    return found && { ...found, place: found.place + (name.startsWith('g:') ? 0 : 0.5) };
  };
}

/**
 * @param names what a file calls its fields, in order
 * @returns where each is, for those that it has; -1 for one that it was said to have
 */
export function placeFields(
  names: readonly string[],
  map: CatalogMap = {},
): Partial<Record<CatalogField, number>> {
  const plain = names.map(plainField);
  const taken = new Set(Object.values(map).map((said) => plain.indexOf(plainField(said))));
  return Object.fromEntries(
    FIELDS.flatMap((field) => {
      const said = saidOf(field, map);
      if (said === '') return [];
      if (said !== undefined) return [[field, plain.indexOf(plainField(said))]];
      const known = CATALOG_FIELDS[field].find(
        (name) => plain.includes(name) && !taken.has(plain.indexOf(name)),
      );
      return known === undefined ? [] : [[field, plain.indexOf(known)]];
    }),
  );
}

const KNOWN: ReadonlySet<string> = new Set(Object.values(CATALOG_FIELDS).flat());

/** What the columns are called; nothing where none is known: of a table without a header these would be its first row. */
export const sayFields = (names: readonly string[]): string =>
  names.some((name) => KNOWN.has(plainField(name)))
    ? `There are: ${names.map((name) => name.trim()).join(', ')}.`
    : `The first line of the file names them, ${names.length} in all; else write one above it.`;

/** @returns how many fields the cells of a row name, by what they are called or by what was said */
export const createFieldCount =
  (map: CatalogMap) =>
  (cells: readonly string[]): number => {
    const count = (said: CatalogMap) =>
      Object.values(placeFields(cells, said)).filter((place) => place >= 0).length;
    return Math.max(count({}), count(map));
  };
