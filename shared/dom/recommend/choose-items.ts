// Which items a list shows: those that suit what is remembered, of which a card can be made.
import { holds, isReadable } from '../../engine/predicate.ts';
import { ms } from '../../grammar/duration.ts';
import { type ItemEvent, readItemHistory } from '../../items/item-history.ts';
import type { Item, Items } from '../../items/open-items.ts';
import { type Wish as Ranked, rankItems } from '../../items/rank-items.ts';
import { isLinkAllowed } from '../safe.ts';
import type { Chosen } from './draw-list.ts';

/** As a change of the kind `recommend` says it. */
interface Wish extends Ranked {
  boughtWithin?: string | undefined;
  where?: Parameters<typeof holds>[0];
}

interface Here {
  now: number;
  /** The item whose page has a path. */
  itemAt: (path: string) => string | undefined;
  /** Of the page that is open. */
  path: () => string;
  /** For another page than that, where no item is looked at. */
  isElsewhere?: boolean;
}

export interface Choice extends Chosen {
  items: Item[];
}

/** @param events the oldest first @throws where `where` asks with what is not known here */
export function chooseItems(
  items: Items,
  events: ItemEvent[],
  wish: Wish,
  { now, itemAt, path, isElsewhere }: Here,
): Choice {
  const { where, boughtWithin } = wish;
  if (where !== undefined && !isReadable(where))
    throw new Error('"where" asks with an operator that is not known here');
  const { isOfPages } = items;
  const history = readItemHistory(events, {
    itemAt: isOfPages ? itemAt : undefined,
    itemHere: () => itemAt(path()),
  });
  const found = rankItems(
    items,
    isElsewhere ? { ...history, here: [] } : history,
    wish,
    // an empty address would lead to the page that is open
    (item) => !!item.name && !!item.url && isLinkAllowed(item.url) && holds(where, item),
    now,
    boughtWithin === undefined ? 0 : now - ms(boughtWithin),
  );
  return { items: found, isLasting: !history.here[0], isOfPages };
}
