// Lists that show recommended items, and what specs ask of them: the file of items, a page with a list, a visitor who has
// looked at something.
import type { Page } from '@playwright/test';
import type { ItemsFile } from '../../../shared/items/items-file.ts';
import { packItems, packRows } from '../../../shared/items/pack-items.ts';
import type { ChangeOf } from '../../../shared/schema/change.ts';
import type { Config } from '../../../shared/schema/config.ts';
import { eventsOf } from '../../support/page-api.ts';
import type { Site } from '../../support/site.ts';
import { configOf, experienceOf, pageWith, serveTag } from '../../support/tag.ts';

declare global {
  interface Window {
    /** What was done before is in the ledger. */
    isDone?: boolean;
  }
}

export const FILE = 'selvedge-items-0123abcd.js';
export const ids = ['tent', 'mat', 'stove', 'lamp', 'rope'];
export const items: ItemsFile = {
  version: 1,
  made: '2026-11-28',
  ids,
  rows: packRows([[1, 2, 3, 4], [0, 2], [], [], []]),
  trending: [2, 3, 4],
  facts: {
    name: ['Tent', 'Mat <b>x</b>', 'Stove', 'Lamp', 'Rope'],
    url: ids.map((id) => `/p/${id}`),
    image: ids.map((id) => `/i/${id}.png`),
    price: [200, 30, 45.5, 12, 8],
    currency: 'EUR',
  },
};
export const LIST = `<ul class="list" id="list" data-track="x"><li class="card" data-id="own" onclick="window.hit=1"><a href="/p/own"><img alt="Own" src="/i/own.png" srcset="/i/own2.png 2x" width="40" height="40"><h3>Own</h3></a><p class="price">€ 99.00</p><i class="badge">-20 %</i><form><button>Add</button></form></li><li class="card"><h3>Two</h3></li></ul>`;
/** Below what is in view from the beginning. */
export const BELOW = `<main><h1>Shop</h1><div style="height:300vh"></div>${LIST}<p id="after">After</p></main>`;
export const list = (more: Partial<ChangeOf<'recommend'>> = {}): ChangeOf<'recommend'> => ({
  kind: 'recommend',
  target: { css: '.list' },
  card: { item: '.card', price: '.price' },
  from: ['similar', 'trending'],
  count: 2,
  ...more,
});
/** What the visitor did before. */
export type Did = [name: string, props: object][];
const SEEN: Did = [['view_item', { item_id: 'tent' }]];

export interface Served {
  change?: Partial<ChangeOf<'recommend'>>;
  body?: string;
  file?: string;
  config?: Partial<Config>;
  did?: Did;
  /** Of the page with the list. */
  headers?: Record<string, string>;
  /** Of the tag's script element. */
  attributes?: string;
}
export function serve(
  site: Site,
  {
    change,
    body = BELOW,
    file = packItems(items),
    config,
    did = SEEN,
    headers = {},
    attributes,
  }: Served = {},
): void {
  serveTag(
    site,
    configOf({
      items: { file: FILE },
      experiences: [experienceOf('everyone', [list(change)], { id: 'rec', pages: ['/shop'] })],
      ...config,
    }),
  );
  site.serveFile('/selvedge-recommend.js', 'dist/selvedge-recommend.js');
  const status = file ? 200 : 404;
  site.serve(`/${FILE}`, { status, body: file, headers: { 'content-type': 'text/javascript' } });
  site.serve(
    '/',
    pageWith(
      `<h1>Tent</h1><script>addEventListener('load',async()=>{for(const one of ${JSON.stringify(did)})await selvedge.track(...one);window.isDone=true})</script>`,
      attributes,
    ),
  );
  site.serve('/shop', { body: pageWith(body, attributes), headers });
  for (const id of [...ids, 'own', 'own2'])
    site.serve(`/i/${id}.png`, { body: '', headers: { 'content-type': 'image/png' } });
}
export const cards = (page: Page) => page.locator('.list[data-selvedge] .card');
export const exposures = async (page: Page) => (await eventsOf(page, 'exposure')).map(({ props }) => props);

/** Whether the page has asked for a file of this name. */
export const asksFor = (page: Page, name: string): Promise<boolean> =>
  page.evaluate(
    (part) => performance.getEntriesByType('resource').some((entry) => entry.name.includes(part)),
    name,
  );

/** Does what is to be remembered, and waits until it is. */
export async function enterShop(page: Page, site: Site): Promise<void> {
  await page.goto(`${site.origin}/`);
  await page.waitForFunction(() => window.isDone);
  await page.goto(`${site.origin}/shop`);
}
