// A copy of the page's list in which nothing runs and nothing is there twice: no ids, names, handlers, forms, frames, code.
// It is made in a document that loads and runs nothing, so that no element of it wakes up before it is clean.
import { contains, findIn, make, removeAttribute, removeNode } from '../native.ts';

/** What is never there twice, and what only acts in the page's own card. */
const LEFT_OUT =
  'script,style,link,template,iframe,object,embed,audio,video,canvas,form,input,select,textarea,button,[data-selvedge]';

/**
 * Attributes that name what must be there once, run something, or are read by what does (Alpine, htmx, Vue, Livewire,
 * Stimulus).
 */
const NAMES =
  /^(id|name|for|form|is|slot|key|ref|autofocus|usemap|ping|download|contenteditable|srcset|sizes|popover.*|command.*|on.*|x-.*|v-.*|hx-.*|ng-.*|wire:.*|[@:#*[(].*|data-hx-.*|data-controller|data-action|data-selvedge.*|aria-(labelledby|describedby|details|controls|owns|flowto|activedescendant))$/i;
/** In a card those as well that say something of its item. */
const OF_ITEM = /^(data-.*|item.*|title|aria-label|aria-description|alt|value|datetime|content)$/i;

export interface CleanCopy {
  list: Element;
  cards: Element[];
}

/** Copies a list with all that is in it, clean. @param cards those of the page's own */
export function makeCleanCopy(element: Element, cards: Element[]): CleanCopy {
  const list = make('div').ownerDocument.importNode(element, true);
  // by their places: what a selector says of the way to them may not be in the copy
  const all = findIn(element, '*');
  const copies = findIn(list, '*');
  const copied = cards.flatMap((card) => copies[all.indexOf(card)] ?? []);
  // the first is the pattern: the others are not worth the cleaning
  const [first] = copied;
  for (const other of copied) if (first && !contains(first, other)) removeNode(other);
  for (const node of findIn(list, LEFT_OUT)) removeNode(node);
  for (const node of [list, ...findIn(list, '*')]) {
    const isOfItem = copied.some((card) => contains(card, node));
    // without a value it says to which component's rules the element belongs
    for (const { name, value } of [...node.attributes])
      if (NAMES.test(name) || (isOfItem && value && OF_ITEM.test(name))) removeAttribute(node, name);
  }
  return { list, cards: copied };
}

/** An element that the page defines itself: its code would run in the copy. */
export const isCustom = ({ localName, namespaceURI }: Element): boolean =>
  localName.includes('-') && namespaceURI === 'http://www.w3.org/1999/xhtml';
