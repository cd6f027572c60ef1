// The cards of a list on the page, as a change that recommends items names them: what finds each of them, and in it what shows
// its price. What shows name, link and picture is found by itself, where the card has a link.

import { contains, findIn, parentElement } from '../../../shared/dom/native.ts';
import { collapse } from '../../../shared/engine/collapse.ts';
import type { Cards } from '../../wire/edit-shapes.ts';
import { isMeaningful, isStableName } from '../targets/is-stable-name.ts';

/** How far in a list may lie in what was picked around it. */
const DEEPEST = 3;
const MONEY = /[€$£¥₹]|\b(EUR|USD|CHF|GBP|PLN|SEK|NOK|DKK|CZK|kr|zł|Kč)\b/i;
const LONGEST_PRICE = 40;

/** So far around what was picked a list is looked for. */
const FURTHEST = 6;

const hasLink = (card: Element): boolean => card.localName === 'a' || findIn(card, 'a[href]').length > 0;

/** The children that are alike, at least two. */
function findAlike(holder: Element): Element[] {
  const links = [...holder.children].filter(hasLink);
  const alike = links.filter(({ localName }) => localName === links[0]?.localName);
  return alike.length > 1 && 2 * alike.length > holder.children.length ? alike : [];
}

function findList(element: Element): Element[] {
  let holder = element;
  for (let depth = 0; depth < DEEPEST; depth++) {
    const alike = findAlike(holder);
    if (alike.length > 0) return alike;
    const [only, ...others] = holder.children;
    if (!only || others.length > 0) return [];
    holder = only;
  }
  return [];
}

const namesOf = (element: Element): string[] =>
  [...element.classList].filter((name) => isStableName(name) && isMeaningful(name));

/** By a class that people gave it, else by what it is. */
const waysTo = (element: Element): string[] => [
  ...namesOf(element).map((name) => `.${CSS.escape(name)}`),
  CSS.escape(element.localName),
  ...namesOf(element).map((name) => `${CSS.escape(element.localName)}.${CSS.escape(name)}`),
];

const isSame = (found: Element[], wanted: Element[]): boolean =>
  found.length === wanted.length && found.every((one, i) => one === wanted[i]);

function findPrice(cards: Element[]): string | undefined {
  const [card] = cards;
  const price =
    card &&
    findIn(card, '*').find((one) => {
      const text = collapse(one.textContent ?? '');
      return text.length < LONGEST_PRICE && /\d/.test(text) && MONEY.test(text);
    });
  return price && waysTo(price).find((css) => findIn(card, css)[0] === price);
}

/** Whether they show something each, as no menu does. */
const areItems = (cards: Element[]): boolean =>
  cards.every((card) => findIn(card, 'img, picture, h1, h2, h3, h4, h5, h6')[0] || findPrice([card]));

/** @returns undefined where it holds no cards that could be told apart from what else is in it */
export function findCards(element: Element): Cards | undefined {
  const cards = findList(element);
  const [first] = cards;
  const item = first && waysTo(first).find((css) => isSame(findIn(element, css), cards));
  if (!item || !areItems(cards)) return undefined;
  const price = findPrice(cards);
  return { item, count: cards.length, ...(price && { price }) };
}

/** The list of cards of which one holds the element. */
export function findListAround(element: Element): Element | undefined {
  let at = parentElement(element);
  for (let steps = 0; at && at !== document.body && steps < FURTHEST; steps++) {
    if (findList(at).some((card) => contains(card, element)) && findCards(at)) return at;
    at = parentElement(at);
  }
  return undefined;
}
