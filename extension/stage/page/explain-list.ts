// Which items a list would show this browser on this page, where each comes from, and what was left out. All of it is asked of
// what chooses them, in other words, so that it cannot say otherwise.

import { chooseItems } from '../../../shared/dom/recommend/choose-items.ts';
import type { ItemEvent } from '../../../shared/items/item-history.ts';
import type { Items } from '../../../shared/items/open-items.ts';
import type { Source, Without } from '../../../shared/schema/recommend.ts';
import type { ListAnswer, ListAsked } from '../../wire/list-shapes.ts';

const USUAL: Without[] = ['this', 'bought', 'basket'];

type Here = Parameters<typeof chooseItems>[3];

/** @param events the oldest first */
export function explainList(items: Items, events: ItemEvent[], asked: ListAsked, here: Here): ListAnswer {
  const { from, count, least = count, without = USUAL } = asked;
  const choose = (other: Partial<ListAsked>) =>
    chooseItems(items, events, { ...asked, ...other, least: 1 }, here).items;
  /** What a source adds to those before it is its own. */
  const sources = new Map<string, Source>();
  from.forEach((source, at) => {
    for (const { id } of choose({ from: from.slice(0, at + 1) }))
      if (!sources.has(id)) sources.set(id, source);
  });
  const chosen = choose({});
  const shown = chosen.flatMap(({ id, name }) => {
    const source = sources.get(id);
    return source ? [{ name, source }] : [];
  });
  const isShown = new Set(chosen.map(({ id }) => id));
  const left = choose({ without: [] })
    .filter(({ id }) => !isShown.has(id))
    .flatMap(({ id, name }) => {
      const why = without.find((one) => choose({ without: [one] }).every((other) => other.id !== id));
      return why ? [{ name, why }] : [];
    });
  return { shown, left, isShown: chosen.length >= least };
}
