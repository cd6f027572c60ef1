// One entry of a catalog into what is known of its item. What its owner wrote for everybody may be told to
// everybody; marks of a visitor or an ad in an address are none of that, and go.

import { findSensitiveWord } from '../../grammar/sensitive-word.ts';
import { isOfPerson } from '../../page/names.ts';
import { isPersonal, THING } from '../../page/scrub.ts';
import { type Decimal, readTotal } from '../read-total.ts';
import type { Written } from './catalog-fields.ts';
import type { KnownFact } from './known-facts.ts';

export interface Entry {
  id: string;
  /** the id of what it is a variant of, or '' */
  parent: string;
  fact: KnownFact;
}

/** Parameters by which ads, letters and searches are told apart. */
const MARK =
  /^(utm_.*|mtm_.*|pk_.*|hsa_.*|mc_[ce]id|gclid|gclsrc|[gw]braid|dclid|fbclid|msclkid|ttclid|yclid|twclid|srsltid|_ga|_gl)$/i;

const isMark = (parameter: string): boolean => {
  const [name = ''] = parameter.split('=', 1);
  return MARK.test(name) || isOfPerson(name) || isPersonal(parameter, THING);
};

/** @returns '' for what leads nowhere on the web */
export function readAddress(written: string): string {
  const [, before = '', query = '', fragment = ''] =
    /^((?:https?:)?\/[^?#\s]*)(\?[^#\s]*)?(#\S*)?$/i.exec(written.trim()) ?? [];
  if (!before || isPersonal(before, THING)) return '';
  const kept = query
    .slice(1)
    .split('&')
    .filter((one) => one && !isMark(one));
  const hash = isPersonal(fragment, THING) ? '' : fragment;
  return `${before}${kept.length ? `?${kept.join('&')}` : ''}${hash}`;
}

const SIGNS: Record<string, string> = { '€': 'EUR', '£': 'GBP', '¥': 'JPY' };

function readCurrency(price: string, said: string): string {
  const [code = ''] = /\b[A-Z]{3}\b/.exec(said.toUpperCase()) ?? /\b[A-Z]{3}\b/.exec(price) ?? [];
  const [sign = ''] = /[€£¥]/.exec(said + price) ?? [];
  return code || (SIGNS[sign] ?? '');
}

/** What nobody can order now. What is ordered ahead can be. */
const SOLD_OUT =
  /^(out[ _-]?of[ _-]?stock|sold[ _-]?out|not available|unavailable|no|false|discontinued|0+([.,]0+)?|-[\d.,]+)$/i;
/** As shops in German, French, Spanish, Italian, Dutch and Portuguese say it. */
const SOLD_OUT_ELSEWHERE =
  /^(ausverkauft|vergriffen|nicht (vorrätig|verfügbar|lieferbar|auf lager)|nein|(en )?rupture de stock|épuisée?|indisponible|non|agotad[oa]|sin existencias|esaurit[oa]|non disponibile|uitverkocht|niet op voorraad|nee|esgotad[oa]|sem estoque|fora de estoque|não)$/i;
const isSoldOut = (stock: string): boolean => SOLD_OUT.test(stock) || SOLD_OUT_ELSEWHERE.test(stock);

/** Of a way such as `Home > Garden > Rakes` what stands last. */
const lastOf = (way: string): string => way.split('>').at(-1)?.trim() ?? '';

/** A number alone names a group in somebody else's table. */
const isWord = (text: string): boolean => /\p{L}/u.test(text);

/** The cheaper one holds where it holds without end: the file that is made may outlive a sale. */
function readPrice({ price = '', sale = '', saleDates = '' }: Written, decimal: Decimal): number {
  const [usual, lower] = [price, saleDates.trim() ? '' : sale].map((text) => readTotal(text.trim(), decimal));
  const known = [usual ?? Number.NaN, lower ?? Number.NaN].filter((sum) => sum >= 0);
  return known.length ? Math.min(...known) : Number.NaN;
}

/**
 * A table of buyers may be taken for a catalog: what could name one of them is read of none.
 *
 * @param decimal what parts the cents in this file
 * @returns undefined where it has no id that an item may have
 */
export function readEntry(written: Written, decimal: Decimal): Entry | undefined {
  const said = (field: keyof Written): string => written[field]?.trim() ?? '';
  const [id, parent] = [said('id'), said('parent')].map((one) => (isPersonal(one, THING) ? '' : one));
  if (!id) return undefined;
  const stock = said('stock');
  const name = isPersonal(said('name'), THING) ? '' : said('name');
  const url = readAddress(said('url'));
  // some write all pictures into one field
  const image = readAddress(said('image').split(/,\s*(?=https?:)/)[0] ?? '');
  const price = readPrice(written, decimal);
  const currency = readCurrency(said('price') || said('sale'), said('currency'));
  const ways = [said('group'), said('taxonomy')].filter(isWord);
  const [group = ''] = ways.map(lastOf);
  const isSensitive =
    /^(yes|true|1|ja)$/i.test(said('adult')) || [id, name, ...ways].some((text) => findSensitiveWord(text));
  const fact: KnownFact = {
    ...(name && { name }),
    ...(url && { url }),
    ...(image && { image }),
    ...(!Number.isNaN(price) && { price, ...(currency && { currency }) }),
    ...(group && { group }),
    ...(isSoldOut(stock) && { isSoldOut: true }),
    ...(isSensitive && { isSensitive }),
  };
  return { id, parent: parent ?? '', fact };
}
