// Sums of money as people and programs write them: 1234.5, 1.234,50, "€ 12,50", (12.50).

export type Decimal = '.' | ',';

const LAST = /([.,])(\d+)$/;
/** The minus of typesetting, and hyphens and dashes that stand for one. */
const MINUS = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g;
/** Everything that is not part of a number: currencies and the spaces between them and the figure. */
const AROUND = /^[^\d.,()+-]*([+-]?)[^\d.,()+-]*([\d.,'\u2019\s\u00a0\u202f]*\d)[^\d.,()-]*$/;

/** Letters with the point that is theirs, as in Fr. 12.50 or S/. 12.50: it parts no cents. */
const SHORTENED = /\p{L}[\p{L}/]*\./gu;

/** @returns which sign parts the cents, where this one text tells */
export function findDecimal(text: string): Decimal | undefined {
  const digits = text.replace(SHORTENED, '').replace(/[^\d.,]/g, '');
  const [, sign, end = ''] = LAST.exec(digits) ?? [];
  if (sign === undefined) return undefined;
  const other = sign === '.' ? ',' : '.';
  // 1.234,50 and 1,234.50; of two that are alike neither parts cents
  if (digits.includes(other)) return sign as Decimal;
  if (digits.indexOf(sign) !== digits.lastIndexOf(sign)) return other;
  return end.length === 3 ? undefined : (sign as Decimal);
}

/** No order is worth more, and sums and squares of such numbers are still numbers. */
const MOST = 1e15;

/** @returns NaN for what no order is worth */
export const worth = (value: number): number => (Math.abs(value) <= MOST ? value : Number.NaN);

/**
 * @param decimal undefined where no sum of the file has told
 * @returns NaN for what is none, and where it could be two
 */
export function readTotal(text: string, decimal: Decimal | undefined): number {
  const plain = text.replace(MINUS, '-').trim();
  const simple = plain ? Number(plain) : Number.NaN;
  if (Number.isFinite(simple) && (decimal === '.' || !plain.includes('.'))) return worth(simple);
  const isOwed = /^\(.*\)$/.test(plain);
  const alone = plain.replace(SHORTENED, ' ');
  const [, sign = '', figure] = AROUND.exec(isOwed ? alone.slice(1, -1) : alone) ?? [];
  if (figure === undefined) return Number.NaN;
  const own = findDecimal(figure);
  const mark = own ?? decimal;
  if (decimal !== undefined && own !== undefined && own !== decimal) return Number.NaN;
  if (mark === undefined && /[.,]/.test(figure)) return Number.NaN;
  const whole = figure.replace(/['\u2019\s\u00a0\u202f]/g, '').replaceAll(mark === ',' ? '.' : ',', '');
  const value = Number(mark === ',' ? whole.replace(',', '.') : whole);
  return worth(sign === '-' || isOwed ? -value : value);
}
