// Finds an element again after the page has changed under its selector: who here is most like the fingerprint?
//
// A proposal with a confidence, never a silent repair: an author confirms it. Runs in the page.

import { findRoots } from '../../../shared/dom/find.ts';
import type { Print, Target } from '../../../shared/schema/target.ts';
import { findPosition, findRole, plainAddress, sayText } from './take-print.ts';

export interface Likeness {
  element: Element;
  /** 0 to 1; below 0.5 nothing is proposed */
  confidence: number;
}

const LEAST = 0.5;
/** How much clearer than the next best it must be. */
const CLEAR = 0.06;
/** What a redesign may turn into each other. */
const FAMILIES = [
  'h1,h2,h3,h4,h5,h6,p,div,span,li,dt,dd,td,th,figcaption,blockquote,em,strong,small,label,legend',
  'a,button,input',
  'section,article,aside,header,footer,main,nav,form,ul,ol,figure,table',
  'img,picture,svg',
];
const MOST_ELEMENTS = 20_000;

const words = (text: string): Set<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);

/** Shared words of all words, 0 to 1. */
function compareText(a: string, b: string): number {
  if (a === b) return 1;
  const left = words(a);
  const right = words(b);
  if (!left.size || !right.size) return 0;
  const shared = [...left].filter((word) => right.has(word)).length;
  return shared / (left.size + right.size - shared);
}

function comparePlace(a: number[], b: number[]): number {
  const length = Math.max(a.length, b.length);
  if (!length) return 1;
  let same = 0;
  // from the element up: what is near it matters more
  for (let at = 1; at <= Math.min(a.length, b.length); at++) if (a.at(-at) === b.at(-at)) same++;
  return same / length;
}

/**
 * @param places see `findPosition`
 * @returns shared of all parts of both, weighed, 0 to 1
 */
export function compare(element: Element, print: Print, places?: Map<Element, number>): number {
  const tag = element.localName;
  const role = findRole(element);
  const isHeading = (name: string) => /^h[1-6]$/.test(name);
  let sum = 0;
  let most = 0;
  const add = (weight: number, likeness: number) => {
    most += weight;
    sum += weight * likeness;
  };
  add(
    2,
    tag === print.tag
      ? 1
      : (isHeading(tag) && isHeading(print.tag)) || (role !== undefined && role === print.role)
        ? 0.6
        : 0,
  );
  const text = sayText(element);
  if (print.text) add(5, compareText(print.text, text));
  else if (text) add(0.5, 0);
  for (const [name, wanted] of Object.entries(print.attributes ?? {})) {
    const raw = element.getAttribute(name) ?? '';
    if (name === 'class') {
      const has = wanted.split(' ').filter((one) => element.classList.contains(one)).length;
      add(1.5, has / wanted.split(' ').length);
    } else if (name === 'href' || name === 'src') {
      const value = plainAddress(raw);
      const isSameFile = value !== '' && value.split('/').pop() === wanted.split('/').pop();
      add(2.5, value === wanted ? 1 : isSameFile && !wanted.endsWith('/') ? 0.7 : 0);
    } else add(name === 'id' ? 3 : 1.5, raw === wanted ? 1 : 0);
  }
  if (print.position) add(1.5, comparePlace(print.position, findPosition(element, places)));
  return sum / most;
}

/** By what it is called, at the very same place: in another language, or with other words, it is what it was. */
const isInPlace = (element: Element, css: string, { tag, position }: Print): boolean =>
  !css.includes(':nth-') &&
  element.localName === tag &&
  position !== undefined &&
  findPosition(element).join() === position.join();

/** Whether what a target still finds is hardly what was picked. @param found of several one may be meant, or all */
export const isDrifted = ([element, ...more]: readonly Element[], { css, print }: Target): boolean =>
  element !== undefined &&
  more.length === 0 &&
  print !== undefined &&
  compare(element, print) < LEAST &&
  !isInPlace(element, css, print);

/** The one element that is like the fingerprint, and clearly so; undefined when none or several are. */
export function findAgain({ print, within }: Target): Likeness | undefined {
  if (!print) return undefined;
  const selector = FAMILIES.find((family) => family.split(',').includes(print.tag)) ?? CSS.escape(print.tag);
  const places = new Map<Element, number>();
  const ranked = findRoots({ within })
    .flatMap((root) => [...root.querySelectorAll(selector)])
    .slice(0, MOST_ELEMENTS)
    .map((element) => ({ element, confidence: compare(element, print, places) }))
    .sort((a, b) => b.confidence - a.confidence);
  const [best, next] = ranked;
  if (!best || best.confidence < LEAST) return undefined;
  if (next && best.confidence - next.confidence < CLEAR) return undefined;
  return { element: best.element, confidence: Math.round(best.confidence * 100) / 100 };
}
