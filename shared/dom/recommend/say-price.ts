// A price as the page writes its own: what stands in its first card shows how. Where that does not show it, as is usual in
// the page's language; a browser takes longer to find out how that is than to draw all of a list.

interface Priced {
  price: number | undefined;
  /** Such as EUR; empty where it is not known. */
  currency: string;
}

/** The words before the first number of a text, it, and what follows. */
const NUMBER = /^(\D*)(\d(?:[\d.,'’\s]*\d)?)(.*)$/s;
const CENTS = /([.,])\d\d$/;
/** No other currency is written so; dollars in English are those of the United States. */
const SIGNS: Record<string, string> = { EUR: '€', GBP: '£', USD: '$' };

/** Kept: each takes long to make. */
const formats: Record<string, Intl.NumberFormat> = {};

/**
 * @param pattern what the page's own card says
 * @param language the page's
 */
export function sayPrice(pattern: string, { price, currency }: Priced, language: string): string {
  if (price === undefined) return '';
  const [, before = '', own = '', after = ''] = NUMBER.exec(pattern.trim()) ?? [];
  const [, point = ''] = CENTS.exec(own) ?? [];
  const isWhole = own && !point && Number.isInteger(price);
  const words = (before + after).trim();
  const isOwn =
    !currency ||
    words === currency ||
    (words === SIGNS[currency] && (words !== '$' || /^en(-us)?$/i.test(language)));
  // larger ones may be parted, and how is not seen in each
  if (isOwn && (isWhole || point) && price < 1e3)
    return before + price.toFixed(isWhole ? 0 : 2).replace('.', point) + after;
  const digits = isWhole ? 0 : currency ? undefined : 2;
  const key = `${[language, currency, digits]}`;
  try {
    formats[key] ??= new Intl.NumberFormat(language || undefined, {
      ...(currency && { style: 'currency', currency }),
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    });
    const said = formats[key].format(price);
    return currency ? said : before + said + after;
  } catch {
    // no currency, or no language, that this browser knows
    return `${price} ${currency}`.trim();
  }
}
