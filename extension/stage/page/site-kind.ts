// What the site in front is made with, where its markup says so plainly: a generator's own word, or the addresses of its
// files. A tag manager can be on any of them, so it is the last one asked for.

import { SITE_KINDS, type SiteKind } from '../../wire/stage-shapes.ts';

const SIGNS: Record<SiteKind, string> = {
  wordpress: 'meta[name="generator" i][content^="WordPress" i], link[rel="https://api.w.org/"]',
  shopify: 'script[src*="/cdn/shop/"], link[href*="/cdn/shop/"], link[href*="//cdn.shopify.com/"]',
  webflow: 'html[data-wf-site], meta[name="generator" i][content="Webflow" i]',
  squarespace: 'link[href*="//static1.squarespace.com/"], script[src*="//static1.squarespace.com/"]',
  'tag-manager': 'script[src*="//www.googletagmanager.com/gtm.js"]',
};

/** @param has whether the page holds such an element */
export const findSiteKind = (has: (css: string) => boolean): SiteKind | undefined =>
  SITE_KINDS.find((kind) => has(SIGNS[kind]));
