// Personal data put wherever a page has it: none of it is found in a store, the export, an event or a warning.

import { eventsOf, exported, ready } from '../../support/page-api.ts';
import { configOf, pageWith, serveTag } from '../../support/tag.ts';
import { expect, test } from '../../support/test.ts';
import { HARMLESS, MARKERS } from '../../unit/shared/page/markers.ts';
import { readStores } from './stores.ts';

declare global {
  interface Window {
    /** hands what the page was told over to the test */
    tell(text: string): void;
  }
}

/** As stored text would show it: JSON escapes quotes and backslashes. */
const asStored = (text: string) => JSON.stringify(text).slice(1, -1);

const page = pageWith(
  `<h1>Home</h1><form><input name="mail"><input name="q" type="search"><textarea name="note"></textarea><button>Send</button></form>
   <script>addEventListener('submit', (event) => event.preventDefault())</script>`,
);

test.beforeEach(({ site }) => {
  serveTag(
    site,
    configOf({
      capture: [{ kind: 'submit', event: 'wrote', target: { css: 'form' } }],
      topics: [{ topic: 'home', pages: ['*'] }],
      segments: [{ id: 'wrote', name: 'wrote', when: { kind: 'count', event: 'wrote', is: { $gte: 1 } } }],
    }),
  );
});

test('no marker is found in any store, export, event or warning', async ({ page: tab, site, guard }) => {
  // in addresses: as a segment of the path, in parameters (allowed and not), in the fragment
  const sent = MARKERS.map((marker, index) => {
    const path = `/${encodeURIComponent(marker).replaceAll('%2F', '%252F')}`;
    site.serve(path, page);
    const params = new URLSearchParams({
      q: marker,
      utm_source: marker,
      utm_medium: 'email',
      utm_campaign: marker,
      mail: marker,
      [`key${index}`]: marker,
    });
    return `${path}?${params}#${marker}`;
  });
  site.serve('/', page);
  await tab.goto(site.origin);
  // clicks are heard from then on
  await ready(tab);
  const told: string[] = [];
  await tab.exposeFunction('tell', (text: string) => void told.push(text));
  await tab.evaluate(
    async ({ markers, sent }) => {
      const { selvedge } = window;
      for (const type of ['segments', 'exposure', 'goal', 'warning'] as const)
        selvedge.on(type, (detail: unknown) => window.tell(JSON.stringify(detail)));
      window.dataLayer = [];
      for (const [index, marker] of markers.entries()) {
        document.title = marker;
        history.pushState(0, '', sent[index]);
        // the address is read a task later, when a router has had its turn
        await new Promise((resolve) => setTimeout(resolve));
        const { dataLayer } = window;
        dataLayer.push({
          event: 'purchase',
          ecommerce: { transaction_id: `T-${index}`, value: 12.5, coupon: marker },
        });
        dataLayer.push({ event: 'add_to_cart', ecommerce: { items: [{ item_name: 'Shoe', note: marker }] } });
        dataLayer.push({ event: 'search', search_term: marker });
        dataLayer.push({ event: 'login', method: marker, user_id: 'u-17', [marker]: 'x' });
        void selvedge.track('share', { method: marker, list: [marker], [marker]: true });
        void selvedge.track(marker);
        void selvedge.set({ plan: marker, interests: ['shoes', marker], [marker]: 'x' });
        const [mail, search, note] = document.querySelectorAll<HTMLInputElement>('input, textarea');
        mail!.value = search!.value = note!.value = marker;
        document.querySelector('button')!.click();
      }
    },
    { markers: MARKERS, sent },
  );
  const countOf = async (name: string) => (await eventsOf(tab, name)).length;
  // what a driver leads away from may be cut short (docs/notes/page-facts.md, "Page lifecycle")
  for (const name of ['purchase', 'wrote', 'share'])
    await expect.poll(() => countOf(name), name).toBe(MARKERS.length);
  // a page that was reached by a link from such an address
  await tab.goto(`${site.origin}${sent[0]}`);
  await tab.goto(`${site.origin}/?utm_source=news&utm_campaign=spring`, {
    referer: `${site.origin}${sent[0]}`,
  });
  await ready(tab);
  const all = await exported(tab);
  // the events did come through, without their personal fields
  const count = (name: string) => all.events.filter((event) => event.name === name).length;
  expect([count('purchase'), count('wrote'), count('share')]).toEqual([
    MARKERS.length,
    MARKERS.length,
    MARKERS.length,
  ]);
  expect(all.events.at(-1)?.props).toMatchObject({ path: '/', source: 'news', campaign: 'spring' });
  const everything = JSON.stringify([all, await readStores(tab), told, guard.warnings]);
  expect(MARKERS.filter((marker) => everything.includes(asStored(marker)))).toEqual([]);
  expect(everything).not.toContain('u-17');
});

test('what is harmless survives', async ({ page: tab, site, guard }) => {
  site.serve('/', page);
  await tab.goto(
    `${site.origin}/?q=red+dress&utm_source=news&utm_medium=email&utm_campaign=spring_sale_2026`,
  );
  await tab.evaluate(async (texts) => {
    const { selvedge } = window;
    for (const text of texts) await selvedge.track('view_item', { item_name: text });
    await selvedge.track('purchase', {
      transaction_id: '20261122-00187',
      value: 129.9,
      items: [{ item_id: '4006381333931' }],
    });
    await selvedge.set({ plan: 'gold', member_since: '2026-11-22' });
  }, HARMLESS);
  const { events, traits } = await exported(tab);
  const items = events.filter(({ name }) => name === 'view_item');
  expect(items.map(({ props }) => props.item_name)).toEqual(HARMLESS);
  expect(events.find(({ name }) => name === 'purchase')?.props).toEqual({
    transaction_id: '20261122-00187',
    value: 129.9,
    items: [{ item_id: '4006381333931' }],
  });
  expect(events.find(({ name }) => name === 'visit_start')?.props).toMatchObject({
    source: 'news',
    campaign: 'spring_sale_2026',
  });
  expect(events.find(({ name }) => name === 'search')?.props).toEqual({ term: 'red dress' });
  expect(traits).toEqual({ plan: 'gold', member_since: '2026-11-22' });
  expect(guard.warnings).toEqual([]);
});
