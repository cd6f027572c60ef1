// A place of our own in the page, with our sheet and none of the page's styles; light or dark as the page is.

import css from './mirror.css';

/** @returns the open shadow root of `host`, dressed and in the page. A constructed sheet: a strict policy has nothing to ask. */
export function dress(host: HTMLElement): ShadowRoot {
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [sheet];
  (document.body ?? document.documentElement).append(host);
  // the browser's own colour for text in the page's scheme: light on a dark page
  host.style.cssText = 'color-scheme: inherit; color: CanvasText';
  host.toggleAttribute('data-dark', parseInt(getComputedStyle(host).color.slice(4), 10) > 127);
  return root;
}
