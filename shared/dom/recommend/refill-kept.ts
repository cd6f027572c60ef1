// Fills a list that is kept for another page anew: its first card is the pattern, as the page's own is not at hand.

import type { Markup } from '../../grammar/markup.ts';
import type { ChangeOf } from '../../schema/change.ts';
import { findIn } from '../native.ts';
import { fillCards, type ShownItem } from './fill-card.ts';
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
  if (!list || !items[0]) return undefined;
  const cards = fillCards(findIn(list, card.item), card, items, hosts);
  return cards && writeKept({ list, cards }, hosts);
}
