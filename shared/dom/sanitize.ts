// The author's HTML as nodes that can neither run, load nor lead where they may not.
//
// Parsed and cut to the allowed elements by the browser's own Sanitizer in a document that loads nothing;
// then attributes are cut to an allow-list, addresses are judged and tokens filled, as text, in text nodes only.
import { ELEMENTS, isHtmlAttributeKept } from './allowed.ts';
import { getAttribute, make, removeAttribute, setAttribute, setHTML } from './native.ts';
import { isImageAllowed, isLinkAllowed } from './safe.ts';

/** Puts `html`, without what can run and cut to these elements, into `into`: for browsers without `setHTML`. */
export type Purify = (html: string, into: Element, elements: string[]) => Promise<void>;

export interface SanitizeOptions {
  hosts: string[];
  fill(template: string): string;
  purify?: Purify;
}

/**
 * @param done called with the clean nodes in an element: at once with native `setHTML`, else when
 *   `purify` has answered
 * @param fail called when there is no `purify`, or it failed
 */
export function sanitize(
  html: string,
  { hosts, fill, purify }: SanitizeOptions,
  done: (root: Element) => void,
  fail: () => void,
): void {
  const root = make(
    // rows and cells are only read where they belong
    /^\s*<tr/i.test(html) ? 'tbody' : /^\s*<t[dh]\b/i.test(html) ? 'tr' : 'div',
  );
  const outer = make('div');
  outer.append(root);
  const finish = () => {
    for (const element of outer.querySelectorAll('*')) {
      for (const name of element.getAttributeNames()) {
        const value = getAttribute(element, name) ?? '';
        if (
          !isHtmlAttributeKept(name) ||
          (name === 'href' && !isLinkAllowed(value)) ||
          (/^src/.test(name) && !isImageAllowed(value, hosts))
        ) {
          removeAttribute(element, name);
        }
      }
      if (element.localName === 'button') setAttribute(element, 'type', 'button');
      if (element.localName === 'a') setAttribute(element, 'rel', 'noopener');
      for (const node of element.childNodes)
        if (node.nodeType === 3) node.nodeValue = fill(node.nodeValue ?? '');
    }
    done(root);
  };
  if (setHTML) {
    setHTML.call(root, html, { sanitizer: { elements: ELEMENTS, comments: false } });
    finish();
  } else if (purify) purify(html, root, ELEMENTS).then(finish).catch(fail);
  else fail();
}
