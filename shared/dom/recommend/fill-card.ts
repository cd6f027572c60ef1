// Makes of the page's own card one that shows another item: text as text, links and pictures as the kinds `link` and `image`
// may have them. What says something and is not named in `card` was said of the first item, and is left out.
import type { ChangeOf } from '../../schema/change.ts';
import {
  contains,
  findIn,
  insertBefore,
  isElement,
  isText,
  matches,
  removeAttribute,
  removeNode,
  setAttribute,
} from '../native.ts';
import { isImageAllowed } from '../safe.ts';
import { readLanguage } from '../translated.ts';
import { isCustom } from './clean-copy.ts';

/** What of an item a card shows. */
export interface ShownItem {
  name: string;
  url: string;
  image: string;
  price: number | undefined;
  currency: string;
}

type Selectors = ChangeOf<'recommend'>['card'];

/** In the card, which may be it itself. */
const find = (card: Element, css: string): Element | undefined =>
  matches(card, css) ? card : findIn(card, css)[0];

const textsIn = (node: Node): Text[] =>
  [...node.childNodes].flatMap((one) => (isText(one) ? one : textsIn(one)));

/** The place of an element's words: where it has its first, so that a link in a heading stays one. */
function emptyWords(element: Element): Text {
  const texts = textsIn(element);
  const first = texts.find(({ data }) => data.trim()) ?? new Text();
  for (const text of texts) text.data = '';
  if (!texts.includes(first)) element.append(first);
  return first;
}

/** Each takes a browser longer to make than all else of a card. */
const formats = new Map<string, Intl.NumberFormat>();

function formatBy(language: string, how: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = JSON.stringify([language, how]);
  const format = formats.get(key) ?? new Intl.NumberFormat(language || undefined, how);
  formats.set(key, format);
  return format;
}

/** As money where it is known of which kind, else as the page writes its own. */
function sayPrice(pattern: string, { price, currency }: ShownItem, language: string): string {
  if (price === undefined) return '';
  const format = (how: Intl.NumberFormatOptions) => formatBy(language, how).format(price);
  try {
    if (currency) return format({ style: 'currency', currency });
    const digits = Number.isInteger(price) && !/[.,]\d\d(?!\d)/.test(pattern) ? 0 : 2;
    const number = format({ minimumFractionDigits: digits, maximumFractionDigits: digits });
    return /\d/.test(pattern) ? pattern.replace(/\d(?:[\d.,'’\s]*\d)?/, () => number) : number;
  } catch {
    // no currency, or no language, that this browser knows
    return `${price} ${currency}`.trim();
  }
}

/** What says something without a word of text. */
const TELLING = 'img,picture,svg,[aria-label],[title],[role=img],[style]';

/** Leaves out what is of the first item alone. */
function leaveOut(node: Element, kept: Element[]): void {
  if (kept.includes(node)) return;
  for (const child of [...node.childNodes]) {
    if (isText(child)) child.data = '';
    if (!isElement(child)) continue;
    if (kept.some((one) => contains(child, one))) leaveOut(child, kept);
    else if (
      child.textContent?.trim() ||
      isCustom(child) ||
      matches(child, TELLING) ||
      findIn(child, TELLING)[0]
    )
      removeNode(child);
  }
}

/** Where the name stands beside it, a picture says nothing; in a link of its own it says where that leads. */
const isNamed = (card: Element, picture: Element, said: Element | undefined): boolean =>
  !!said &&
  [card, ...findIn(card, 'a')].every(
    (one) => !matches(one, 'a') || !contains(one, picture) || contains(one, said),
  );

/** @returns shows another picture */
function emptyPicture(image: Element, hosts: string[]): (src: string) => void {
  const { parentElement } = image;
  if (parentElement && matches(parentElement, 'picture'))
    for (const source of findIn(parentElement, 'source')) removeNode(source);
  return (src) => {
    if (src && isImageAllowed(src, hosts)) setAttribute(image, 'src', src);
    else removeAttribute(image, 'src');
  };
}

/**
 * Leaves in a card what all items have: what is looked for and taken away once need not be in each copy.
 *
 * @param card the page's first one, clean
 * @returns fills it with an item, as often as is wanted; undefined where the card leads nowhere
 */
export function emptyCard(
  card: Element,
  { name, link, image, price }: Selectors,
  hosts: string[],
): ((item: ShownItem) => void) | undefined {
  const to = find(card, link ?? 'a');
  if (!to || !matches(to, 'a')) return undefined;
  const said = find(card, name ?? 'h1,h2,h3,h4,h5,h6') ?? (name === undefined ? to : undefined);
  const picture = find(card, image ?? 'img');
  const sum = price === undefined ? undefined : find(card, price);
  const kept = [said, picture, sum].filter((one) => one !== undefined);
  // a link beside all that keeps its words, one around it only what is named
  if (!kept.some((one) => contains(to, one) || contains(one, to))) kept.push(to);
  leaveOut(card, kept);
  const links = [to, ...findIn(card, 'a')];
  const language = readLanguage();
  const ownPrice = sum?.textContent ?? '';
  const priceText = sum && emptyWords(sum);
  const nameText = said && emptyWords(said);
  const img = picture && matches(picture, 'img') ? picture : undefined;
  const show = img && emptyPicture(img, hosts);
  const isSilent = img && isNamed(card, img, said);
  return (item) => {
    if (priceText) priceText.data = sayPrice(ownPrice, item, language);
    if (nameText) nameText.data = item.name;
    if (img) setAttribute(img, 'alt', isSilent ? '' : item.name);
    show?.(item.image);
    for (const one of links) setAttribute(one, 'href', item.url);
  };
}

/**
 * Puts a card for each item in the place of those that are there; the first of these is the pattern, clean.
 *
 * @returns those of the items; undefined where they cannot be filled
 */
export function fillCards(
  before: Element[],
  card: Selectors,
  items: ShownItem[],
  hosts: string[],
): Element[] | undefined {
  const [pattern] = before;
  const parent = pattern?.parentNode;
  const fill = pattern && parent && emptyCard(pattern, card, hosts);
  if (!fill) return undefined;
  const cards = items.map((item) => {
    fill(item);
    return insertBefore(parent, pattern.cloneNode(true), pattern) as Element;
  });
  for (const one of before) removeNode(one);
  return cards;
}
