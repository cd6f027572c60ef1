// What the panel must know of an element that was picked. Read while the page is as the site serves it: our own
// changes are taken away for the moment, so they never end up in a target.

import { parentElement } from '../../../shared/dom/native.ts';
import { REFUSED } from '../../../shared/dom/refused.ts';
import { readLanguage } from '../../../shared/dom/translated.ts';
import { collapse } from '../../../shared/engine/collapse.ts';
import { isAttributeAllowed } from '../../../shared/grammar/allowed.ts';
import type { Target } from '../../../shared/schema/target.ts';
import { t } from '../../../shared/words/t.ts';
import type { Picked } from '../../wire/edit-shapes.ts';
import { isWordy } from '../../wire/is-wordy.ts';
import { sayElement } from '../../wire/say-change.ts';
import { findTargets } from '../targets/find-targets.ts';
import { takePrint } from '../targets/take-print.ts';
import { copyMarkup } from './copy-markup.ts';
import { findCards, findListAround } from './find-cards.ts';
import { findGround } from './find-ground.ts';
import { sayWords } from './say-words.ts';

const STYLES = [
  'color',
  'background-color',
  'font-size',
  'font-family',
  'font-weight',
  'text-align',
  'padding',
  'margin',
  'border-radius',
  'border',
  'width',
  'height',
  'min-height',
] as const;
const MOST_TEXT = 5000;
/** Whoever holds more is no text to write anew. */
const MOST_ELEMENTS = 100;

/** Whoever holds more elements is not called by their words. */
const MOST_NAMED = 3;
/** What stands beside such an element would stand in a list or a table, where nothing else may. */
const PART_OF_A_WHOLE =
  'li, dt, dd, tr, td, th, caption, thead, tbody, tfoot, option, legend, summary, figcaption';

/** An element in plain words. */
export const sayPicked = (element: Element): string => {
  const print = takePrint(element);
  // what its cards say is no name of a list
  const isNamed = element !== document.body && element.children.length <= MOST_NAMED && !findCards(element);
  const words = isNamed && sayWords(element);
  return sayElement({
    css: element.localName,
    ...(words && { text: words }),
    print: isNamed ? print : { tag: print.tag },
  });
};

/** What the list or the table as a whole is found by, where something is picked in it. */
function findOutside(element: Element): Target | undefined {
  const whole = element.matches(PART_OF_A_WHOLE)
    ? element.closest('ul, ol, dl, table, select, fieldset, details, figure')
    : null;
  return whole ? findTargets(whole)[0]?.target : undefined;
}

function readTakes(element: Element): Picked['takes'] {
  if (element.matches('option, optgroup')) return 'text';
  return element.closest('a, button, summary, label') ? 'words' : 'links';
}

export function findPath(element: Element): Element[] {
  const path: Element[] = [];
  for (let at: Element | null = element; at && at !== document.documentElement; ) {
    path.unshift(at);
    const root = at.getRootNode();
    at = parentElement(at) ?? (root instanceof ShadowRoot ? root.host : null);
  }
  return path;
}

/** @param beneath what lies beneath where it was clicked, topmost first */
export function describePicked(element: Element, beneath: Element[] = []): Picked {
  const style = getComputedStyle(element);
  const isRefused = element.matches(REFUSED);
  const choices = isRefused ? [] : findTargets(element);
  const read = (name: string) => element.getAttribute(name);
  const outside = findOutside(element);
  const cards = findCards(element);
  const path = findPath(element);
  const list = cards ? undefined : findListAround(element);
  const [href, src, alt] = [read('href'), read('src'), read('alt')];
  return {
    choices,
    ...(outside && { outside }),
    ...(isRefused && { refused: t`This part is never changed: it loads, runs, or holds a secret.` }),
    ...(!isRefused &&
      choices.length === 0 && { refused: t`No selector finds this element alone. Pick the one around it.` }),
    tag: element.localName,
    text: collapse(element.textContent ?? '').slice(0, MOST_TEXT),
    language: readLanguage(),
    ...(element.querySelectorAll('*').length <= MOST_ELEMENTS && { inner: copyMarkup(element).inner }),
    isWordy: isWordy(element),
    takes: readTakes(element),
    ...(href !== null && { href }),
    ...(src !== null && { src: src.startsWith('data:') ? 'data:' : src }),
    ...(alt !== null && { alt }),
    attributes: Object.fromEntries(
      [...element.attributes]
        .filter(({ name }) => isAttributeAllowed(name) && !name.startsWith('data-selvedge'))
        .map(({ name, value }) => [name, value.slice(0, MOST_TEXT)]),
    ),
    beneath: beneath.map(sayPicked),
    path: path.map(sayPicked),
    hasChildren: element.children.length > 0,
    ...(cards && { cards }),
    ...(list && { list: path.indexOf(list) }),
    ground: findGround(element),
    styles: Object.fromEntries(STYLES.map((name) => [name, style.getPropertyValue(name)])),
  };
}
