// Shows recommended items over a list of the page: a list of ours before it, made of its own first card, and a rule by which
// the page's own is not rendered while ours stands there. So a revert is to take ours out.
//
// Promises: the page's list stays as it is, in every node; it is shown over only where nobody has seen it on this page; with
// too few items, with no card to copy, or where the page's own components would run in the copy, it stays what is seen.

import type { BlockOptions, Draw } from '../block/draw.ts';
import type { PlacedList } from '../block/placed-list.ts';
import type { Edit } from '../claim.ts';
import { findMeant } from '../find.ts';
import { findIn, MutationObserver, make, setAttribute } from '../native.ts';
import { isCustom, makeCleanCopy } from './clean-copy.ts';
import { fillCards, type ShownItem } from './fill-card.ts';
import { isUnseen, watchList } from './in-view.ts';
import { LIST, RULE } from './list-rule.ts';
import { type Filled, writeKept } from './write-kept.ts';

type OfEdit = Pick<Edit, 'experience' | 'index' | 'html' | 'css' | 'claims' | 'problem'>;

export interface Chosen {
  /** None where the page keeps its list. */
  items: ShownItem[];
  /** They do not depend on this page, so its next view may begin with them. */
  isLasting?: boolean;
  /** A view of an item's page is a look at it. */
  isOfPages?: boolean;
}

/** What is to be shown. @throws where nothing is known of items */
export type Choose = (block: PlacedList, hosts: string[]) => Promise<Chosen>;

/** The lists that are shown over, by what shows them. */
const owners = new WeakMap<Element, Element>();

/** @returns undefined where it cannot be copied */
function buildList(
  element: Element,
  { list: { card } }: PlacedList,
  items: ShownItem[],
  { hosts }: BlockOptions,
): Filled | undefined {
  const copy = makeCleanCopy(element, findIn(element, card.item));
  const cards = copy && fillCards([copy.card], card, items, hosts);
  if (!cards) return undefined;
  const { list } = copy;
  if ([list, ...findIn(list, '*')].some(isCustom)) return undefined;
  setAttribute(list, LIST, '');
  return { list, cards };
}

/** The edits that are shown, each by its place in the config: one for each page. */
const edits = new Map<string, { edit: OfEdit; options: BlockOptions }>();
const placeOf = ({ experience, index }: OfEdit): string => `${experience} ${index}`;
let observer: MutationObserver | undefined;

/** Watches lists that came into the page, and lets go of what is given no longer. */
function noteArrivals(): void {
  for (const [place, { edit, options }] of edits) {
    if (options.isGiven?.(edit.experience) ?? true)
      for (const element of edit.claims.keys()) watchList(element, false);
    else edits.delete(place);
  }
  if (edits.size) return;
  observer?.disconnect();
  observer = undefined;
}

/** Lists that come into the page, and wait there for somebody: by then they may have been seen. */
function watchArrivals(edit: OfEdit, options: BlockOptions): void {
  edits.set(placeOf(edit), { edit, options });
  if (observer) return;
  observer = new MutationObserver(noteArrivals);
  observer.observe(document, { childList: true, subtree: true });
}

export const createDrawList =
  (choose: Choose): Draw<PlacedList> =>
  async (block, edit, options, later) => {
    if (block.isOff) {
      edits.delete(placeOf(edit));
      if (!edit.html) return;
      // it was there before the first frame
      delete edit.html;
      edit.css = '';
      return later();
    }
    if (!document.adoptedStyleSheets) return edit.problem('failed', 'no adopted style sheets');
    for (const element of findMeant(block.target)) watchList(element, true);
    watchArrivals(edit, options);
    let chosen: Chosen = { items: [] };
    /** What an earlier page had made ready stands there already: it stays, and only the next view has another. */
    const [standing] = [...edit.claims.values()].flatMap(({ nodes }) => nodes);
    let current: Element | undefined = edit.html && standing;
    let isLate = false;
    let isKept = false;
    /** Once: where the page makes its list again and again, that is not filed again and again. */
    const keep = (filled?: Filled): void => {
      if (isKept) return;
      isKept = true;
      const { isLasting, isOfPages } = chosen;
      options.keep?.(block, filled && isLasting ? writeKept(filled, options.hosts) : undefined, isOfPages);
    };
    /** The page's list that is to be shown over, and what over it; one at a time. */
    const build = (): Element | undefined => {
      const [element] = edit.claims.keys();
      const { items } = chosen;
      if (!element || !items[0] || isLate || current?.isConnected) return undefined;
      if (owners.get(element)?.isConnected) return void edit.problem('collision');
      isLate = !options.isPreview && !isUnseen(element);
      const filled = buildList(element, block, items, options);
      keep(filled);
      if (isLate) return void options.late?.(edit.experience);
      current = filled?.list;
      if (current) owners.set(element, current);
      else edit.problem('target', 'has no card that could be copied');
      return current;
    };
    edit.html = make('div');
    edit.html.cloneNode = () => {
      const into = make('div');
      // before they can be filled
      if (!chosen.items[0]) for (const element of edit.claims.keys()) watchList(element, false);
      const list = build();
      edit.css = list || current?.isConnected ? RULE : '';
      if (list) into.append(list);
      return into;
    };
    try {
      chosen = await choose(block, options.hosts);
      const [element] = edit.claims.keys();
      const { items } = chosen;
      if (!items[0]) keep();
      else if (element && current) {
        owners.set(element, current);
        keep(buildList(element, block, items, options));
      }
    } catch (error) {
      edit.problem('failed', `${error}`);
    }
    later();
  };
