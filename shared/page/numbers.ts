// Tells numbers of persons (cards, accounts, phones) from those of goods, by check sums and by shape.

/** Digits, and what people put between them. */
const NUMBER = /\+?\(?\d(?:[\s().–\-/+_]{0,3}\d){6,}/g;

/** Digits that say when or how much, not who: dates, and decimals such as coordinates. */
const NO_ONE =
  /\b(19|20)\d\d([-/.])[01]?\d\2[0-3]?\d(?!\d)|\b[0-3]?\d([-/.])[0-3]?\d\3(19|20)\d\d(?!\d)|(?<![\d.+-])(0|[1-9]\d{0,2})\.\d+(?![\d.])/g;

/** Card numbers by their first digits and their length: Visa, Mastercard, Amex, Diners, Discover, JCB, UnionPay, Maestro. */
const CARD = /^(4(.{12}|.{15}|.{18})|2[2-7].{14}|3[47].{13}|3[0689].{12}|(5|6|35).{14,17})$/;

/** The digits added up, each second from the right three times; as Luhn does it, twice and its own digits. */
const sum = (digits: string, isLuhn: boolean): number =>
  [...digits].reduceRight(
    (all, digit, at) =>
      all +
      (+digit && ((digits.length - at) % 2 ? +digit : isLuhn ? ((+digit * 2 - 1) % 9) + 1 : +digit * 3)),
    0,
  );

/** Not by `reduce`: Prototype 1.6 has one of its own. */
function fold(signs: string, step: (all: number, sign: string, at: number) => number): number {
  let all = 0;
  for (let at = 0; at < signs.length; at++) all = step(all, signs[at] ?? '', at);
  return all;
}

/** EAN-8, UPC, EAN-13 (ISBN-13), GTIN-14 and ISBN-10 by their check digit; not what a phone of the same length begins with. */
const isOfGoods = (digits: string): boolean =>
  !/^(0[467].{8}|01[5-7].{9}|00[1-9].*)$/.test(digits) &&
  (digits.length === 10
    ? fold(digits, (all, digit, at) => all + +digit * (10 - at)) % 11 === 0
    : /^(.{8}|.{12,14})$/.test(digits) && sum(digits, false) % 10 === 0);

const isCard = (digits: string): boolean =>
  CARD.test(digits) && sum(digits, true) % 10 === 0 && !(digits.length < 15 && isOfGoods(digits));

/** @see https://www.iban.com/structure */
const isAccount = (text: string): boolean =>
  /^(?=(\D*\d){8}).{15,34}$/.test(text) &&
  fold(
    text.slice(4) + text.slice(0, 4),
    (rest, sign) => (rest * (sign > '9' ? 100 : 10) + parseInt(sign, 36)) % 97,
  ) === 1;

/** Each number of a text, by the digits of its groups, with what stands before it. */
const read = (text: string, test: (found: string, groups: string[], before: string) => boolean): boolean =>
  [...text.replace(NO_ONE, ' x ').matchAll(NUMBER)].some(({ 0: found, index, input }) =>
    test(found, found.match(/\d+/g) ?? [], input.slice(Math.max(0, index - 2), index)),
  );

/** A card number, alone or beside other numbers. */
export const hasCard = (text: string): boolean =>
  read(text, (_, groups) =>
    groups.some((_, from) => {
      for (let to = from, digits = ''; to < groups.length && digits.length < 20; to++) {
        digits += groups[to];
        if (isCard(digits)) return true;
      }
      return false;
    }),
  );

/** An IBAN, grouped as it may be, with words after it. */
export const hasAccount = (text: string): boolean =>
  [...text.matchAll(/(?<![a-z\d])(?=([a-z]{2}[\s.-]?\d\d[a-z\d\s.-]{11,45}))/gi)].some(([, found = '']) => {
    const words = found.split(/[\s.-]+/);
    return words.some((_, at) => isAccount(words.slice(0, at + 1).join('')));
  });

/** The groups that phones are written in, by their lengths behind the first digit: North America, Spain, Poland, offices' … */
const GROUPS = /^([2-9]:(334|2333)|[5-9]:333|[6-9]:3222|[78]:13322|1:1334)|^(.:324|[6-9]:55)$/;
/**
 * A country's code (two digits, or three in Europe and the Middle East) and the groups behind it, by their lengths: an
 * area and one block, three blocks, or pairs. Sizes are pairs alone, and screens have four digits twice.
 *
 * @see https://en.wikipedia.org/wiki/National_conventions_for_writing_telephone_numbers
 */
const ABROAD = /^([2-9]\d2|(3[578]|42|9[679])\d3)([1-4][678]|3[23]3|[23]([34]4|322)|3222|12222|55)$/;
/** Those that ISBN-10, UPC and EAN-13 with a 0 before them are printed in, by their lengths. */
const GOODS = /^1(\d\d1|66)$/;

/** A phone number: with a `+`, a leading 0 or a bracket, or in the groups of one. */
export const hasPhone = (text: string): boolean =>
  read(text, (found, groups, before) => {
    const digits = groups.join('');
    if (/[\w.]$/.test(before) || found.includes('_')) return false;
    if (found[0] === '+') return digits.length > 7;
    if (digits.length < 9 || /^(19|20)\d\d$/.test(groups[0] ?? '')) return false;
    if (found[0] === '(') return true;
    const lengths = groups.map((group) => group.length).join('');
    if (/^00?[1-9]/.test(digits))
      return groups[1]
        ? !(GOODS.test(lengths) && isOfGoods(digits))
        : digits.length < 17 && !isOfGoods(digits);
    const shape = `${digits[0]}:${lengths}`;
    return /[./]/.test(found)
      ? /^([2-9]:334|1:1334)$/.test(shape)
      : GROUPS.test(shape) ||
          (!(found.includes('-') && groups[1]?.length === 2) && ABROAD.test(groups[0] + lengths));
  });

/**
 * Nine digits (offices number people with them) or ten that make a North American phone: among words and alone in an
 * address there is no telling, so they go.
 */
export const hasBareNumber = (text: string): boolean =>
  read(
    text,
    (found, _, before) => !/[\w./=]$|\w-$/.test(before) && /^(\d{9}|[2-9]\d\d[2-9]\d{6})$/.test(found),
  );
