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

/** @param names what a file calls its fields, in order @returns where each is, for those that it has */
export function placeFields(names: readonly string[]): Partial<Record<CatalogField, number>> {
  const plain = names.map(plainField);
  return Object.fromEntries(
    FIELDS.flatMap((field) => {
      const known = CATALOG_FIELDS[field].find((name) => plain.includes(name));
      return known === undefined ? [] : [[field, plain.indexOf(known)]];
    }),
  );
}
