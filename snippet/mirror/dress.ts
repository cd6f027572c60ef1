// A place of our own in the page, with our sheet and none of the page's styles.

import css from './mirror.css';

/** @returns the open shadow root of `host`, dressed. A constructed sheet: a strict policy has nothing to ask. */
export function dress(host: HTMLElement): ShadowRoot {
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [sheet];
  return root;
}
