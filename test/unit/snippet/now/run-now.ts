// Runs a published first-paint script as text, in as much of a browser as it looks at.
import { createContext, Script } from 'node:vm';
import type { Decided } from '../../../../snippet/now/decided.ts';
import type { Page } from '../../shared/engine/lines/lives.ts';

/** What a browser says of itself. */
export const browser = {
  navigator: {
    userAgent: 'Mozilla/5.0 (X11; Linux x86_64) Firefox/150.0',
    language: 'de-AT',
    languages: ['de-AT', 'en'],
  },
  matchMedia: () => ({ matches: false }),
  innerWidth: 1000,
};

/** What the script takes of the DOM as it begins: no page is painted here. */
const DOM = Object.fromEntries(
  ['Node', 'Element', 'Document', 'DocumentFragment', 'ShadowRoot', 'EventTarget'].map((name) => [
    name,
    class {},
  ]),
);

const SITE = 'https://shop.example';

/** A script element, as far as the tag looks at one. */
export class HTMLScriptElement {
  src: string;
  dataset: { consent?: string; config?: string };
  constructor(src = '', dataset: HTMLScriptElement['dataset'] = {}) {
    this.src = src;
    this.dataset = dataset;
  }
  get attributes() {
    return [{ value: this.src }, ...Object.values(this.dataset).map((value) => ({ value }))];
  }
}

/** Read once, as whoever draws thousands of pages runs few scripts. */
const scripts = new Map<string, Script>();

/** @param more of the browser or of its document; these win */
export function decideIn(
  script: string,
  { path, from, isMissing }: Page,
  at: number,
  stored: string,
  { document = {}, ...more }: { [global: string]: unknown; document?: object } = {},
): Decided | undefined {
  class Clock extends Date {
    static override now = () => at;
    constructor(time = at) {
      super(time);
    }
  }
  const page: Record<string, unknown> = {
    ...DOM,
    location: new URL(path, SITE),
    document: {
      referrer: from,
      currentScript: null,
      baseURI: `${SITE}/`,
      querySelectorAll: () => [],
      ...document,
    },
    HTMLScriptElement,
    localStorage: { getItem: () => stored },
    sessionStorage: { getItem: () => null },
    performance: { getEntriesByType: () => [{ responseStatus: isMissing ? 404 : 200 }] },
    ...browser,
    Date: Clock,
    URL,
    URLSearchParams,
    Intl,
  };
  page.window = page;
  page.parent = page;
  const read = scripts.get(script) ?? new Script(script);
  scripts.set(script, read);
  return read.runInContext(createContext(Object.assign(page, more)));
}
