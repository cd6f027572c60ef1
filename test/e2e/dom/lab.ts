// A page under the applier alone (shared/dom, no snippet): serves it and reads back what it did.

import type { Page } from '@playwright/test';
import { buildSync } from 'esbuild';
import type { PageChange } from '../../../shared/dom/claim.ts';
import type { Site } from '../../support/site.ts';

let code = '';

/** The applier as a classic script: `lab.show(changes)`, `lab.stop()`, `lab.problems`, `lab.shown`. */
function bundle(): string {
  code ||=
    buildSync({
      stdin: {
        resolveDir: process.cwd(),
        contents: `import { createApplier } from './shared/dom/applier.ts';
          import { createDraw } from './shared/dom/block/draw-block.ts';
          const lab = window.lab = { problems: [], shown: [], told: [], runs: 0 };
          const applier = createApplier({
            window,
            hosts: ['images.example'],
            experiences: Array.from({ length: 9 }, (_, i) => ({ id: 'e' + i, variants: [] })),
            fill: (text) => text.replace(/\\{\\{.*?\\}\\}/g, '<b>Ada</b>'),
            report: (problem) => lab.problems.push(problem.code + ' ' + problem.change),
            draw: createDraw({
              tell: (event, id) => lab.told.push(event + ' ' + id),
              recall: async () => lab.remembered,
            }),
            shown: (id) => lab.shown.push(id),
            ...(window.purify && { purify: window.purify }),
          });
          const place = (change, index) => ({ experience: 'e' + index, variant: 'v', index, change });
          lab.show = (changes, extra) => applier.show(changes.map(place).map((p) => ({ ...p, ...extra })));
          lab.stop = () => applier.stop();`,
      },
      bundle: true,
      minify: true,
      format: 'iife',
      target: 'es2022',
      write: false,
    }).outputFiles[0]?.text ?? '';
  return code;
}

/** What the lab puts on `window`. */
export interface Lab {
  problems: string[];
  shown: string[];
  /** What became of blocks. */
  told: string[];
  /** What blocks are told of earlier ones. */
  remembered?: object;
  show(changes: PageChange[], extra?: { dry?: boolean }): void;
  stop(): void;
}

declare global {
  const lab: Lab;
}

/** A target. */
export const t = (css: string, more: object = {}) => ({ css, ...more });
export const text = (css: string, value = 'New'): PageChange => ({ kind: 'text', target: t(css), value });

/** Changes of which each row of a page has its own: `&` in a selector is the row's element. */
export const inRow = (changes: PageChange[], row: number): PageChange[] =>
  JSON.parse(JSON.stringify(changes).replace(/(?<=[", ])& /g, `#row${row} `));

export const picture = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>';

export const labPage = (head: string, body: string, attributes = ''): string =>
  `<!doctype html><html lang="en"${attributes}><head><meta charset="utf-8"><title>Page</title>${head}</head><body>${body}</body></html>`;

export const nextFrame = (page: Page): Promise<unknown> =>
  page.evaluate(() => new Promise(requestAnimationFrame));

/** Head of a lab page: the applier, and a script that starts with these changes. */
export function labHead(site: Site, changes: unknown[]): string {
  site.serve('/dom.js', bundle());
  site.serve('/start.js', `lab.show(${JSON.stringify(changes)})`);
  return '<script src="/dom.js"></script><script src="/start.js"></script>';
}

/** The page's HTML without what the test itself adds: the start scripts and the frame recorder's probe. */
export const readHtml = (page: Page): Promise<string> =>
  page.evaluate(() =>
    document.documentElement.outerHTML.replace(
      /<script src="\/(dom|start).js"><\/script>|<selvedge-test-probe.*?<\/selvedge-test-probe>/g,
      '',
    ),
  );

/** HTML with its attributes in one order: one that was taken away and comes back cannot know what was added meanwhile. */
export const inOrder = (html: string): string =>
  html.replace(/<(\w+)((?: [\w-]+="[^"]*")+)>/g, (_tag, name, attributes: string) => {
    const all = attributes.match(/ [\w-]+="[^"]*"/g) as string[];
    return `<${name}${all.sort().join('')}>`;
  });

/** The text a reader sees of an element: flat tree, no hidden boxes, generated content included. */
export function seen(page: Page, css: string): Promise<string> {
  return page.evaluate((selector) => {
    const read = (node: Node): string => {
      if (node instanceof Text) {
        const range = document.createRange();
        range.selectNodeContents(node);
        return [...range.getClientRects()].some(({ width }) => width) ? node.data : '';
      }
      if (!(node instanceof Element) || getComputedStyle(node).display === 'none') return '';
      const parts =
        node instanceof HTMLSlotElement && node.assignedNodes().length
          ? node.assignedNodes()
          : [...(node.shadowRoot ?? node).childNodes];
      const { content } = getComputedStyle(node, '::after');
      return parts.map(read).join('') + (content.startsWith('"') ? content.slice(1, -1) : '');
    };
    const element = document.querySelector(selector);
    return element ? read(element).replace(/\s+/g, ' ').trim() : '(none)';
  }, css);
}
