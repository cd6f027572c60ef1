// The markup of an element, cut to what a config may insert, and in plain words what is lost on the way.

import { isLinkAllowed } from '../../../shared/dom/safe.ts';
import { ELEMENTS, isHtmlAttributeKept } from '../../../shared/grammar/allowed.ts';
import { t } from '../../../shared/words/t.ts';

/** Every visitor who gets the variant loads it with the config: characters, at most. */
const MOST_MARKUP = 50_000;

const KEPT = new Set(ELEMENTS);
/** What is left out with all that is in it; other elements only lose their own tags. */
const LOST: [RegExp, one: string, more: string][] = [
  [/^(svg|canvas|math)$/, 'drawing', 'drawings'],
  [/^(input|select|textarea|option|optgroup|output|progress|meter|datalist)$/, t`form field`, t`form fields`],
  [/^(video|audio|iframe|object|embed)$/, t`video or frame`, t`videos or frames`],
  [/^(script|style|template|noscript|link|meta|base)$/, t`script or style`, t`scripts or styles`],
];

export interface Copy {
  /** empty when it would be too much */
  html: string;
  /** only what is inside */
  inner: string;
  lost: string[];
  /** of that, what is lost of what is inside */
  innerLost: string[];
}

export function copyMarkup(element: Element): Copy {
  const inert = document.implementation.createHTMLDocument('');
  const counts = new Map<string, number>();
  const lost = new Set<string>();
  const innerLost = new Set<string>();
  const count = (word: string) => counts.set(word, (counts.get(word) ?? 0) + 1);

  const copyInto = (to: Element, from: Node, isPre: boolean) => {
    for (const node of from.childNodes) {
      if (node.nodeType === Node.TEXT_NODE) {
        const text = node.nodeValue ?? '';
        to.append(isPre ? text : text.replace(/\s+/g, ' '));
      } else if (node instanceof Element && !node.hasAttribute('data-selvedge')) copyOne(to, node, isPre);
    }
  };
  const copyOne = (to: Element, from: Element, isPre: boolean) => {
    const name = from.localName;
    const lose = (what: string) => {
      lost.add(what);
      if (from !== element) innerLost.add(what);
    };
    const kind = LOST.find(([names]) => names.test(name));
    if (kind) return void count(kind[1]);
    // a root on anything else may be our own, which shows text over the original
    if (name.includes('-') && from.shadowRoot) lose(t`what components draw inside themselves`);
    const isKept = KEPT.has(name);
    if (!isKept)
      lose(/^(form|fieldset|label)$/.test(name) ? t`the form around its fields` : t`some wrappers`);
    const made = isKept ? inert.createElement(name) : to === root ? inert.createElement('div') : to;
    for (const { name: key, value } of from.attributes) {
      if (key === 'id') lose('ids');
      else if (key === 'style') lose(t`inline styles`);
      else if (!isHtmlAttributeKept(key)) {
        if (!/^(data-|on|type$|rel$)/.test(key)) continue;
        if (key !== 'type') lose(t`what scripts know it by`);
      } else if (made === to) continue;
      else if (key === 'href' && !isLinkAllowed(value)) lose(t`links that run something`);
      else made.setAttribute(key, value);
    }
    copyInto(made, from, isPre || name === 'pre');
    if (made !== to) to.append(made);
  };
  const root = inert.createElement('div');
  copyOne(root, element, false);
  const [made] = root.children;
  const html = made?.outerHTML ?? '';
  root.replaceChildren(...(made?.childNodes ?? []));
  const inner = root.outerHTML.slice('<div>'.length, -'</div>'.length);
  for (const [, one, more] of LOST) {
    const times = counts.get(one);
    if (!times) continue;
    const what = times === 1 ? `1 ${one}` : `${times} ${more}`;
    lost.add(what);
    innerLost.add(what);
  }
  if (html.length > MOST_MARKUP) {
    const all = t`all of it: ${Math.round(html.length / 1000)} kB are too much for a config, take a smaller part`;
    return { html: '', inner: '', lost: [all], innerLost: [all] };
  }
  return { html, inner, lost: [...lost], innerLost: [...innerLost] };
}
