// A number as people type it, in whatever language: "1,000" and "1.000" are a thousand where whole things are counted, and
// "2,5" is "2.5".

/** Three digits after each, and three at most before: what stands between thousands. */
const THOUSANDS = /^\d{1,3}([.,]\d{3})+$/;

/** @param isCount of whole things, so that a point or comma before three digits stands between thousands */
export function readNumber(text: string, isCount: boolean): number | undefined {
  const close = text.replace(/[\s'’]/g, '');
  const plain = isCount && THOUSANDS.test(close) ? close.replace(/[.,]/g, '') : close.replace(',', '.');
  const number = Number(plain);
  return plain && Number.isFinite(number) ? number : undefined;
}
