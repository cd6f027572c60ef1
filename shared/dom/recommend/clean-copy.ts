// A copy of the page's list in which nothing runs and nothing is there twice: no ids, names, handlers, forms, frames, code.
// It is made in a document that loads and runs nothing, so that no element of it wakes up before it is clean.
import { isElement, isText, make, matches, removeAttribute } from '../native.ts';

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
  /** Of the first card: the pattern of all. */
  card: Element;
}

/**
 * Copies a list with all that is in it, but for the cards after the first: they would only be taken out again.
 *
 * @param cards those of the page's own
 * @returns undefined where the first is not in the copy: a form around it is left out, with all that was in it
 */
export function makeCleanCopy(element: Element, cards: Element[]): CleanCopy | undefined {
  const { ownerDocument } = make('div');
  const [first] = cards;
  let card: Element | undefined;
  const copy = (node: Element, isOfItem: boolean): Element => {
    const made = ownerDocument.importNode(node, false);
    if (node === first) card = made;
    // without a value it says to which component's rules the element belongs
    for (const { name, value } of [...made.attributes])
      if (NAMES.test(name) || (isOfItem && value && OF_ITEM.test(name))) removeAttribute(made, name);
    for (const child of node.childNodes)
      if (isText(child)) made.append(child.data);
      else if (isElement(child) && !matches(child, LEFT_OUT)) {
        const isFirst = child === first;
        if (isFirst || isOfItem || !cards.includes(child)) made.append(copy(child, isFirst || isOfItem));
      }
    return made;
  };
  const list = copy(element, false);
  return card && { list, card };
}

/** An element that the page defines itself: its code would run in the copy. */
export const isCustom = ({ localName, namespaceURI }: Element): boolean =>
  localName.includes('-') && namespaceURI === 'http://www.w3.org/1999/xhtml';
