// The author's HTML as nodes that can neither run, load nor lead where they may not.
//
// Parsed and cut to the allowed elements by the browser's own Sanitizer in a document that loads nothing. What is shown
// is built anew from that: allowed elements with allowed attributes, addresses judged, tokens filled, as text, in text
// nodes only. A parsed element would keep what cannot be seen on it: `is` makes it the page's own custom element.
//
// https://wicg.github.io/sanitizer-api/
import { DEEPEST, ELEMENTS, isHtmlAttributeKept } from '../grammar/allowed.ts';
import { getAttribute, isElement, isText, make, setAttribute, setHTML } from './native.ts';
import type { ProblemCode } from './page-problem.ts';
import { isImageAllowed, isLinkAllowed, isSrcsetAllowed } from './safe.ts';

/** Puts `html`, without what can run and cut to these elements, into `into`: for browsers without `setHTML`. */
export type Purify = (html: string, into: Element, elements: string[]) => Promise<void>;

export interface SanitizeOptions {
  hosts: string[];
  fill(template: string): string;
  purify?: Purify;
}

/** Builds what is allowed of `from` in `into`. @returns whether it is not too deep */
function build(from: Element, into: Element, { hosts, fill }: SanitizeOptions, depth = 0): boolean {
  return [...from.childNodes].every((node) => {
    if (isText(node)) into.append(fill(node.data));
    if (!isElement(node)) return true;
    const { localName } = node;
    if (!ELEMENTS.includes(localName)) return true;
    const element = make(localName);
    into.append(element);
    for (const name of node.getAttributeNames()) {
      const value = getAttribute(node, name) ?? '';
      const isKept =
        name === 'href'
          ? isLinkAllowed(value)
          : name === 'src'
            ? isImageAllowed(value, hosts)
            : name === 'srcset'
              ? isSrcsetAllowed(value, hosts)
              : isHtmlAttributeKept(name);
      if (isKept) setAttribute(element, name, value);
    }
    if (localName === 'button') setAttribute(element, 'type', 'button');
    if (localName === 'a') setAttribute(element, 'rel', 'noopener');
    return depth < DEEPEST && build(node, element, { hosts, fill }, depth + 1);
  });
}

/**
 * @param done called with the clean nodes in an element: at once with native `setHTML`, else when
 *   `purify` has answered
 * @param fail called with a problem's code, and why, when that cannot be
 */
export function sanitize(
  html: string,
  options: SanitizeOptions,
  done: (root: Element) => void,
  fail: (code: ProblemCode, why: string) => void,
): void {
  const { purify } = options;
  const parsed = make(
    // rows and cells are only read where they belong
    /^\s*<tr/i.test(html) ? 'tbody' : /^\s*<t[dh]\b/i.test(html) ? 'tr' : 'div',
  );
  const finish = () => {
    const root = make('div');
    if (build(parsed, root, options)) done(root);
    else fail('value', 'nested too deep');
  };
  const give = () => fail('failed', 'no sanitizer');
  if (setHTML) {
    setHTML.call(parsed, html, { sanitizer: { elements: ELEMENTS, comments: false } });
    finish();
  } else if (purify) purify(html, parsed, ELEMENTS).then(finish).catch(give);
  else give();
}
