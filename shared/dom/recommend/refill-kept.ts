// Fills a list that is kept for another page anew: its first card is the pattern, as the page's own is not at hand.

import type { Markup } from '../../grammar/markup.ts';
import type { ChangeOf } from '../../schema/change.ts';
import { findIn, insertBefore, removeNode } from '../native.ts';
import { readLanguage } from '../translated.ts';
import { fillCard, type ShownItem } from './fill-card.ts';
import { growKept } from './grow-kept.ts';
import { writeKept } from './write-kept.ts';

/** @returns undefined where there is nothing to show, or no card to show it in */
export function refillKept(
  tree: Markup,
  card: ChangeOf<'recommend'>['card'],
  items: ShownItem[],
  hosts: string[],
): Markup | undefined {
  const list = growKept(tree, hosts)?.firstElementChild;
  const before = list ? findIn(list, card.item) : [];
  const [pattern] = before;
  if (!list || !pattern?.parentNode || !items[0]) return undefined;
  const around = { hosts, language: readLanguage() };
  const cards: Element[] = [];
  for (const item of items) {
    const filled = fillCard(pattern, card, item, around);
    if (!filled) return undefined;
    cards.push(filled);
    insertBefore(pattern.parentNode, filled, pattern);
  }
  for (const one of before) removeNode(one);
  return writeKept({ list, cards }, hosts);
}
