// The author's HTML as nodes that can neither run, load nor lead where they may not.
//
// Parsed and cut to an allow-list by the browser's own Sanitizer in a document that loads nothing; then
// addresses are judged and tokens filled, as text, in text nodes only.
import { getAttribute, removeAttribute, setAttribute, setHTML } from './native.ts';
import { isImageAllowed, isLinkAllowed, isSrcsetAllowed } from './safe.ts';

const ELEMENTS =
  'a abbr address article aside b bdi bdo blockquote br button caption cite code col colgroup dd del dfn div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header hgroup hr i img ins kbd li main mark nav ol p picture pre q s samp section small source span strong sub sup table tbody td tfoot th thead time tr u ul var wbr'.split(
    ' ',
  );

const ATTRIBUTES = [
  ...'class href src srcset alt title width height loading target rel lang dir role'.split(' '),
  // every aria-* the browser knows, from the names of their properties: ariaLabelledByElements → aria-labelledby
  ...Object.keys(Object.getOwnPropertyDescriptors(Element.prototype))
    .filter((key) => key.startsWith('aria'))
    .map(
      (key) =>
        `aria-${key
          .slice(4)
          .replace(/Elements?$/, '')
          .toLowerCase()}`,
    ),
];

/** Puts `html` cut to the allowed elements and attributes into `into`, for browsers without `setHTML`. */
export type Purify = (html: string, into: Element, elements: string[], attributes: string[]) => Promise<void>;

export interface SanitizeOptions {
  hosts: string[];
  fill(template: string): string;
  purify?: Purify | undefined;
}

function clean(root: Element, { hosts, fill }: SanitizeOptions): void {
  for (const element of root.querySelectorAll('*')) {
    const refuse = (name: string, isAllowed: (value: string, hosts: string[]) => boolean) => {
      const value = getAttribute(element, name);
      if (value !== null && !isAllowed(value, hosts)) removeAttribute(element, name);
    };
    refuse('href', isLinkAllowed);
    refuse('src', isImageAllowed);
    refuse('srcset', isSrcsetAllowed);
    if (element.localName === 'button') setAttribute(element, 'type', 'button');
    if (getAttribute(element, 'target')) setAttribute(element, 'rel', 'noopener');
    for (const node of element.childNodes)
      if (node.nodeType === 3) node.nodeValue = fill(node.nodeValue ?? '');
  }
}

/**
 * Parses as the content of an element named `parent` (rows need a table body).
 * @param done called with the clean nodes: at once with native `setHTML`, else when `purify` has answered
 */
export function sanitize(
  html: string,
  parent: string,
  options: SanitizeOptions,
  done: (root: Element) => void,
): void {
  const inert = document.implementation.createHTMLDocument('');
  const root = inert.createElement(/^t(able|body|head|foot|r)$/.test(parent) ? parent : 'div');
  const finish = () => {
    const outer = inert.createElement('div');
    outer.append(root);
    clean(outer, options);
    done(root);
  };
  if (setHTML) {
    setHTML.call(root, html, { sanitizer: { elements: ELEMENTS, attributes: ATTRIBUTES, comments: false } });
    finish();
  } else options.purify?.(html, root, ELEMENTS, ATTRIBUTES).then(finish, () => {});
}
