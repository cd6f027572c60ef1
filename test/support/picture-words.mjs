// Which words a picture shows that our sources have, so that a picture that is older than what it shows is found: once a word
// is said otherwise, it is in no source any more. A comment, a file that moves, a word elsewhere change nothing.

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
export const SHOWN = join(root, 'test/shop/pictures/shown.json');

const readAll = (folder, ending) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => ending.test(name))
    .sort()
    .map((name) => readFileSync(join(root, folder, name), 'utf8'))
    .join('\n');

/** What the words of a picture are looked for in: the built panel, or the shop. */
export const readPanel = () => readAll('dist/chrome', /^(panel|stage|parts\/.*)\.js$|^parts[\\/].*\.js$/);
export const readShop = () => readAll('test/shop', /\.(mjs|json)$/).replaceAll('\\"', '"');

/** Colours, sizes and type of all that the panel shows; the order and the comments around them do not count. */
export function hashTheme() {
  const css = readFileSync(join(root, 'extension/panel/theme.css'), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
  const named = [...css.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(
    ([, name, value]) => `${name}: ${value.replace(/\s+/g, ' ')}`,
  );
  return createHash('sha256').update(named.sort().join('\n')).digest('hex').slice(0, 16);
}

/** In the page: the texts that are in view, each as it stands in its node. */
export const readTexts = () => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) {
    const range = document.createRange();
    range.selectNodeContents(walker.currentNode);
    const { top, bottom, width } = range.getBoundingClientRect();
    if (width > 0 && bottom > 0 && top < innerHeight) found.push(walker.currentNode.data.trim());
  }
  return found;
};

/** Of texts in view those that a source has: the others are of a page, or made of several. */
export const keepOwn = (texts, source) =>
  [...new Set(texts)].filter((text) => /\p{L}{3}/u.test(text) && source.includes(text)).sort();
