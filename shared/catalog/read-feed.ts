// A feed as shops give it to Google Merchant (RSS 2.0 or Atom), piece by piece, into what it says of each item.
//
// https://support.google.com/merchants/answer/7052112
import sax from 'sax';
import {
  type CatalogField,
  type CatalogMap,
  createFieldOf,
  type Written,
} from '../learn/items/catalog-fields.ts';
import { LearnRefusal } from '../learn/refusal.ts';

/** Around what is said of one item. */
const isItem = (name: string): boolean => name === 'item' || name === 'entry';

/** @param name of the file, as it is told */
export function createFeedReader(name: string, map: CatalogMap, take: (written: Written) => void) {
  const fieldOf = createFieldOf(map);
  const parser = sax.parser(true, {});
  /** how deep within an item, 0 outside */
  let depth = 0;
  let written: Written = {};
  /** of what is written, which of the field's names said it */
  let places: Partial<Record<CatalogField, number>> = {};
  let text = '';
  parser.onerror = ({ message }) => {
    const [what = ''] = message.split('\n', 1);
    throw new LearnRefusal(
      `${name}: it is XML that is not whole: ${what.toLowerCase()} in line ${parser.line + 1}. Have it written anew.`,
      { fault: { kind: 'not whole', line: parser.line + 1 } },
    );
  };
  const put = (tag: string, said: string): void => {
    const { field, place = 0 } = fieldOf(tag) ?? {};
    // what the same name says again is more of the same, such as another category
    if (!field || !said.trim() || place >= (places[field] ?? Infinity)) return;
    written[field] = said;
    places[field] = place;
  };
  parser.onopentag = ({ name: tag, attributes }) => {
    if (depth > 0) depth++;
    else if (isItem(tag)) {
      depth = 1;
      written = {};
      places = {};
    }
    // what is said in elements of a field is of the field, too
    if (depth === 2) text = '';
    const { href, rel = 'alternate' } = attributes;
    if (depth === 2 && href !== undefined && rel === 'alternate') put(tag, href);
  };
  parser.onclosetag = (tag) => {
    // deeper lies what shipping costs, and the like
    if (depth === 2) put(tag, text);
    if (depth === 1) take(written);
    if (depth > 0) depth--;
  };
  const hear = (more: string): void => {
    if (depth > 1) text += more;
  };
  parser.ontext = hear;
  parser.oncdata = hear;
  return {
    push: (more: string): void => void parser.write(more),
    end: (): void => void parser.close(),
  };
}
