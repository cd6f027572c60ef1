// The selectors that find one element, best first: by how likely they are to find it, and nothing else, next year.
//
// Runs in the page (stage, bench). Candidates come from what people write on purpose (ids, data attributes, roles,
// addresses, meaningful classes) near the element, and from @medv/finder with the same taste; each is weighed, and
// only such as find exactly this element are kept.

import { finder } from '@medv/finder';
import { findAll, parentElement } from '../../../shared/dom/native.ts';
import type { Root } from '../../../shared/dom/wear.ts';
import { collapse } from '../../../shared/engine/collapse.ts';
import type { Target } from '../../../shared/schema/target.ts';
import { isMeaningful, isStableName } from './is-stable-name.ts';
import { plainAddress, takePrint } from './take-print.ts';

export interface RankedTarget {
  target: Target;
  /** 0 to 1: how likely the selector is to outlive the next redesign */
  stability: number;
}

interface Ranked {
  css: string;
  text?: string;
  cost: number;
}

interface Part {
  css: string;
  /** what it may break by; 0 is a good id */
  cost: number;
}

/** Marks of meaning that authors of pages leave for scripts and tests. */
const MARKS =
  /^data-(test|testid|test-id|cy|qa|id|name|role|section|component|block|key|slug|sku|product|page|target)/;
const SECTIONS = new Set(['header', 'main', 'footer', 'nav', 'aside', 'article', 'section', 'form', 'body']);
const MOST_CANDIDATES = 400;

const quote = (value: string): string =>
  `"${value.replace(/["\\\n]/g, (char) => `\\${char.charCodeAt(0).toString(16)} `)}"`;
const isWord = (value: string): boolean =>
  value.length > 0 &&
  value.length < 60 &&
  !/\s{2}|[<>{}]/.test(value) &&
  (isStableName(value) || /^[a-z][\w ,.&'’-]+$/i.test(value));

function describeAddress(tag: string, value: string): Part[] {
  const plain = plainAddress(value);
  const whole = `${tag}[href=${quote(value)}]`;
  if (value.startsWith('#')) return [{ css: whole, cost: 2 }];
  if (value.startsWith('mailto:') || value.startsWith('tel:')) return [{ css: whole, cost: 2.5 }];
  if (plain === value && !/\d{4,}/.test(value)) return [{ css: whole, cost: 2 }];
  return plain.length > 2 ? [{ css: `${tag}[href*=${quote(plain)}]`, cost: 3 }] : [];
}

/** Ways to say which of its kind the element is, without looking around. */
function describe(element: Element): Part[] {
  const tag = CSS.escape(element.localName);
  const parts: Part[] = [];
  const { id } = element;
  if (id && isStableName(id)) parts.push({ css: `#${CSS.escape(id)}`, cost: 0 });
  for (const { name, value } of element.attributes) {
    if (name.startsWith('data-selvedge')) continue;
    const at = `[${CSS.escape(name)}=${quote(value)}]`;
    if (name.startsWith('data-') && isWord(value) && !/^data-(bs-|toggle|aos|wow|v-|reactid|src)/.test(name))
      parts.push({ css: tag + at, cost: MARKS.test(name) ? 1 : 2.5 });
    else if (name === 'name' || name === 'for') {
      if (isWord(value)) parts.push({ css: tag + at, cost: 1 });
    } else if (name === 'aria-label' || name === 'placeholder' || name === 'alt' || name === 'title') {
      if (isWord(value)) parts.push({ css: tag + at, cost: 3.5 });
    } else if (name === 'role' || name === 'type' || name === 'itemprop' || name === 'property') {
      if (isWord(value)) parts.push({ css: tag + at, cost: 3 });
    } else if (name === 'href' && value.length > 1 && value.length < 100) {
      parts.push(...describeAddress(tag, value));
    } else if (name === 'src' && !value.startsWith('data:')) {
      const file = plainAddress(value).split('/').pop() ?? '';
      if (file.length > 4)
        parts.push({ css: `${tag}[src*=${quote(file.replace(/\.\w+$/, ''))}]`, cost: 3.5 });
    }
  }
  const classes = [...element.classList].filter(isMeaningful);
  const css = classes.map((name) => `.${CSS.escape(name)}`);
  for (const [i, { length }] of classes.entries())
    parts.push({ css: tag + css[i], cost: 3 + (length < 5 ? 0.5 : 0) });
  if (classes.length > 1) parts.push({ css: tag + css.slice(0, 3).join(''), cost: 4.5 });
  parts.push({ css: tag, cost: SECTIONS.has(element.localName) || /^h[1-6]$/.test(tag) ? 3.5 : 5 });
  return parts.sort((a, b) => a.cost - b.cost);
}

/** Which of its siblings of the same tag: the last resort, weakest high up in the page. */
function place(element: Element): Part {
  const { localName } = element;
  const alike = [...(parentElement(element)?.children ?? [])].filter((one) => one.localName === localName);
  const at = alike.indexOf(element) + 1;
  const tag = CSS.escape(localName);
  return { css: `${tag}:nth-of-type(${at})`, cost: 7 + Math.min(at, 10) / 5 };
}

const allText = (element: Element): string => collapse(element.textContent ?? '');

/** What the element says, where that is short and lasting enough to know it by: no figures, dates, prices. */
export function confirmingText(element: Element): string | undefined {
  const text = allText(element);
  return text.length > 1 && text.length <= 60 && !/\d{2,}|[€$£¥]/.test(text) ? text : undefined;
}
/** What it costs to depend on the words as well: more than a name, less than a place in a list. */
const CONFIRMED = 3.5;
/** Unique without the words: then the words only make it brittle. */
const PLAIN_BETTER = 100;

const findIn = (root: Root, css: string): Element[] => {
  try {
    return findAll(root, css);
  } catch {
    return [];
  }
};

/** Same cost scale for whatever another tool proposes. */
export function weigh(css: string): number {
  const steps = css.split(/\s*[>+~]\s*|\s+(?![^[]*\])/).filter(Boolean);
  let cost = (steps.length - 1) * 1.5;
  for (const step of steps) {
    if (/:nth-/.test(step)) cost += 8;
    else if (step.includes('#')) cost += 0;
    else if (step.includes('[')) cost += 2.5;
    else if (step.includes('.')) cost += 3;
    else cost += 5;
  }
  return cost;
}

/**
 * @param root the document, or the shadow root that holds the element
 * @returns unique selectors, best first; empty only for an element that is not in the root
 */
function rank(element: Element, root: Root, texts: boolean): Ranked[] {
  const found = new Map<string, number>();
  const text = texts ? confirmingText(element) : undefined;
  const confirmed: Ranked[] = [];
  let tried = 0;
  const offer = (css: string, cost: number): boolean => {
    if (found.has(css) || tried > MOST_CANDIDATES) return false;
    tried++;
    const all = findIn(root, css);
    const isPlaced = css.includes(':nth-');
    if (text !== undefined && !isPlaced && all.includes(element) && all.length < 200) {
      if (all.filter((one) => allText(one) === text).length === 1)
        confirmed.push({ css, text, cost: cost + (all.length > 1 ? CONFIRMED : PLAIN_BETTER) });
    }
    if (all.length !== 1 || all[0] !== element) return false;
    found.set(css, cost);
    return true;
  };
  const own = describe(element);
  const last = place(element);
  // alone on the page today: any new paragraph would end that
  for (const { css, cost } of own)
    offer(css, cost + (/^[a-z]+$/.test(css) && !/^(h1|main|body)$/.test(css) ? 3 : 0));

  // from an ancestor that can be told from all others, down to the element
  let depth = 1;
  let path: { css: string; cost: number }[] = [];
  for (let at = parentElement(element); at && depth < 9; at = parentElement(at), depth++) {
    for (const anchor of describe(at).slice(0, 4)) {
      const isUnique = findIn(root, anchor.css).length === 1;
      const far = depth * 0.6;
      for (const { css, cost } of own.slice(0, 5)) {
        offer(`${anchor.css} ${css}`, anchor.cost * 0.6 + cost + far + 0.5);
        for (const { css: between, cost: more } of path.slice(0, 3))
          if (!isUnique || !found.size)
            offer(`${anchor.css} ${between} ${css}`, anchor.cost * 0.6 + cost + more * 0.7 + far + 2);
      }
      if (!isUnique) continue;
      offer(`${anchor.css} ${last.css}`, anchor.cost * 0.6 + last.cost + far);
      if (depth === 1) offer(`${anchor.css} > ${last.css}`, anchor.cost * 0.6 + last.cost + far);
      for (const { css: between, cost: more } of path) {
        offer(`${anchor.css} ${between} ${last.css}`, anchor.cost * 0.6 + last.cost + more * 0.7 + far + 2);
        for (const { css, cost } of own.slice(0, 2))
          offer(`${anchor.css} ${between} ${css}`, anchor.cost * 0.6 + cost + more * 0.7 + far + 2);
      }
    }
    path = [
      ...path,
      ...describe(at)
        .filter(({ css }) => css.includes('.') || css.includes('['))
        .slice(0, 1),
      place(at),
    ].slice(-6);
  }

  try {
    const css = finder(element, {
      root: root instanceof Document ? root.body : (root as Node as Element),
      idName: isStableName,
      className: isMeaningful,
      attr: (name, value) =>
        name !== 'href' && !name.startsWith('data-selvedge') && MARKS.test(name) && isWord(value),
      timeoutMs: 60,
      maxNumberOfPathChecks: 2000,
    });
    offer(css, weigh(css));
  } catch {
    // it gave up: the plain path below always finds
  }
  if (!found.size) {
    const steps: string[] = [];
    for (let at: Element | null = element; at && parentElement(at); at = parentElement(at)) {
      steps.unshift(place(at).css);
      if (offer(steps.join(' > '), 8 * steps.length)) break;
    }
  }
  const plain = [...found].map(([css, cost]): Ranked => ({ css, cost }));
  return [...plain, ...confirmed].sort((a, b) => a.cost - b.cost || a.css.length - b.css.length);
}

/** Selectors of the hosts of the open shadow roots around the element, outermost first. */
function findHosts(element: Element): { within: string[]; root: Root } {
  const root = element.getRootNode();
  if (!(root instanceof ShadowRoot)) return { within: [], root: element.ownerDocument };
  const outer = findHosts(root.host);
  const [best] = rank(root.host, outer.root, false);
  return { within: [...outer.within, best?.css ?? root.host.localName], root };
}

const MOST = 5;

/**
 * At most five ways to find this element, best first, each with its fingerprint.
 *
 * @param texts whether what it says may confirm it, where only its place would tell it apart
 */
export function findTargets(element: Element, { texts = true } = {}): RankedTarget[] {
  const { within, root } = findHosts(element);
  const print = takePrint(element);
  return rank(element, root, texts)
    .filter(({ cost }) => cost < PLAIN_BETTER)
    .slice(0, MOST)
    .map(({ css, text, cost }) => ({
      target: { css, ...(text !== undefined && { text }), ...(within.length > 0 && { within }), print },
      stability: Math.round(100 / (1 + cost / 10)) / 100,
    }));
}
