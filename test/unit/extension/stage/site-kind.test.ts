// What a site is made with is told where its markup says so plainly; a tag manager only where nothing else does.

import { parse } from 'parse5';
import { expect, test } from 'vitest';
import { findSiteKind } from '../../../../extension/stage/page/site-kind.ts';

type Node = ReturnType<typeof parse> | { attrs?: { name: string; value: string }[] };

/** As much of selectors as these use: a name, and attributes that are, begin with or hold something. */
function hasIn(html: string) {
  const all: { name: string; attrs: Record<string, string> }[] = [];
  const walk = (node: unknown): void => {
    const {
      tagName,
      attrs = [],
      childNodes = [],
    } = node as {
      tagName?: string;
      attrs?: { name: string; value: string }[];
      childNodes?: Node[];
    };
    if (tagName)
      all.push({ name: tagName, attrs: Object.fromEntries(attrs.map(({ name, value }) => [name, value])) });
    for (const child of childNodes) walk(child);
  };
  walk(parse(html));
  const fits = (value: string | undefined, how: string | undefined, wanted: string, isLoose: boolean) => {
    if (value === undefined) return false;
    const [a, b] = isLoose ? [value.toLowerCase(), wanted.toLowerCase()] : [value, wanted];
    return how === '^' ? a.startsWith(b) : how === '*' ? a.includes(b) : a === b;
  };
  return (css: string) =>
    css.split(', ').some((one) => {
      const tests = [...one.matchAll(/\[([\w-]+)(?:([\^*])?="([^"]*)"( i)?)?\]/g)];
      return all.some(
        ({ name, attrs }) =>
          one.startsWith(`${name}[`) &&
          tests.every(([, key = '', how, wanted, loose]) =>
            wanted === undefined ? key in attrs : fits(attrs[key], how, wanted, loose !== undefined),
          ),
      );
    });
}

const GTM = '<script src="https://www.googletagmanager.com/gtm.js?id=GTM-1"></script>';

test.each<[name: string, head: string, kind: string | undefined]>([
  ['WordPress, by its generator', '<meta name="generator" content="WordPress 7.0">', 'wordpress'],
  ['WordPress, by its API', '<link rel="https://api.w.org/" href="/wp-json/">', 'wordpress'],
  ['Shopify', '<link href="//shop.example/cdn/shop/t/4/assets/base.css" rel="stylesheet">', 'shopify'],
  ['Webflow', '<meta content="Webflow" name="generator">', 'webflow'],
  ['Squarespace', '<script src="//static1.squarespace.com/a.js"></script>', 'squarespace'],
  ['a tag manager alone', GTM, 'tag-manager'],
  ['a tag manager on WordPress', `${GTM}<meta name="generator" content="WordPress 7.0">`, 'wordpress'],
  ['a page that only speaks of one', '<title>WordPress or Webflow?</title>', undefined],
  ['another generator', '<meta name="generator" content="Astro v7">', undefined],
])('%s', (_name, head, kind) => expect(findSiteKind(hasIn(`<!doctype html><head>${head}`))).toBe(kind));
