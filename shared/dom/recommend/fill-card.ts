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
import { sayPrice } from './say-price.ts';

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
  for (const source of findIn(card, 'picture>source')) removeNode(source);
  // where the name stands beside it, it says nothing; in a link of its own it says where that leads
  const isSilent = said && img && links.every((one) => !contains(one, img) || contains(one, said));
  return (item) => {
    if (priceText) priceText.data = sayPrice(ownPrice, item, language);
    if (nameText) nameText.data = item.name;
    if (img) {
      setAttribute(img, 'alt', isSilent ? '' : item.name);
      if (item.image && isImageAllowed(item.image, hosts)) setAttribute(img, 'src', item.image);
      else removeAttribute(img, 'src');
    }
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
