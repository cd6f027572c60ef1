// What consent tools say on a page that has but a listener: it ends what the rest, had it been there, would have let it end,
// and for nothing else the rest is asked for.

import type { Page } from '@playwright/test';
import { askedFor, BY_TOOL, OWN, putOnFile, readFile, serveTwo } from '../../support/denied-two.ts';
import { twoFilesWith } from '../../support/tag.ts';
import { expect, test } from '../../support/test.ts';
import { config, stand, TOOLS } from '../trust/tool-pages.ts';

const touch = (page: Page) => page.mouse.click(300, 300);

/** `head`: what the tool says as the page begins; `acts`: what it does then, with the visitor, all at once. */
interface Journey {
  head: string;
  isTouched?: boolean;
  acts: string;
  /** of a refusal of a tool's: whether it ends, or the rest comes and leaves it, or nobody comes */
  end: 'stored' | 'refusal' | 'quiet';
}
const MODE = `gtag('consent', 'default', personal('denied')); gtag('consent', 'update', personal('denied'))`;
const GRANT = `gtag('consent', 'update', personal('granted'))`;
const DIALOG = `__tcfapi.say(tc('cmpuishown')); __tcfapi.say(tc('useractioncomplete', '156'))`;

const JOURNEYS: Record<string, Journey> = {
  'TCF: its dialog, and a yes at once': {
    head: `__tcfapi = cmp(tc('tcloaded'))`,
    acts: DIALOG,
    end: 'stored',
  },
  'TCF: a dialog of a tool that comes late': {
    head: '',
    acts: `__tcfapi = cmp(tc('cmpuishown')); setTimeout(() => __tcfapi.say(tc('useractioncomplete', '156')), 900)`,
    end: 'stored',
  },
  'TCF: its dialog, and a no': {
    head: `__tcfapi = cmp(tc('tcloaded'))`,
    acts: `__tcfapi.say(tc('cmpuishown')); __tcfapi.say(tc('useractioncomplete', ''))`,
    end: 'refusal',
  },
  'TCF: one that hands over the same object': {
    head: `same = tc('tcloaded'); __tcfapi = cmp(same)`,
    acts: `for (const next of [tc('cmpuishown'), tc('useractioncomplete', '156')]) __tcfapi.say(Object.assign(same, next))`,
    end: 'stored',
  },
  'TCF: what stands on its file': { head: '', acts: `__tcfapi = cmp(tc('tcloaded', '156'))`, end: 'quiet' },
  'TCF: a tool that throws': {
    head: '',
    acts: `__tcfapi = () => { throw new Error('not ready') }`,
    end: 'refusal',
  },
  'Consent Mode: a yes after a touch': { head: MODE, isTouched: true, acts: GRANT, end: 'stored' },
  'Consent Mode: where a tag manager keeps few entries': {
    head: MODE,
    isTouched: true,
    acts: `dataLayer.splice(0, 2); ${GRANT}`,
    end: 'stored',
  },
  'Consent Mode: a yes after a touch that only said no before': {
    head: `gtag('consent', 'default', personal('denied'))`,
    isTouched: true,
    acts: GRANT,
    end: 'refusal',
  },
  'Consent Mode: a no': {
    head: MODE,
    isTouched: true,
    acts: `gtag('consent', 'update', personal('denied'))`,
    end: 'quiet',
  },
  'the event: a no, and a yes after a touch': {
    head: '',
    isTouched: true,
    acts: `hear('denied'); hear('granted')`,
    end: 'stored',
  },
  'the event: a yes alone, after a touch': {
    head: '',
    isTouched: true,
    acts: `hear('granted')`,
    end: 'refusal',
  },
  'GPP: no opt-out': { head: '', isTouched: true, acts: `__gpp = gpp(us({ SaleOptOut: 2 }))`, end: 'quiet' },
};

for (const [name, { head, isTouched, acts, end }] of Object.entries(JOURNEYS))
  for (const file of [BY_TOOL, OWN])
    test(`${name}; refused by ${file === OWN ? 'the visitor' : 'a tool'}`, async ({ page, site }) => {
      serveTwo(site, config({ consent: 'required' }), { head: `${TOOLS}${head}` });
      await putOnFile(page, site, file);
      await page.goto(site.origin);
      await page.evaluate(() => window.selvedge.ready);
      if (isTouched) await touch(page);
      await page.evaluate(acts);
      if (file === OWN || end === 'quiet') {
        // the listener looks as somebody touches the page: what it wants it has asked for before this
        await touch(page);
        await page.evaluate(async () => void (await fetch('/plain')));
        expect(askedFor(site)).toEqual(['listen']);
        expect(await readFile(page)).toBe(file);
      } else {
        await expect.poll(() => askedFor(site)).toEqual(['listen', 'later']);
        await expect.poll(() => stand(page)).toBe(end);
      }
    });

test('Consent Mode: a yes that nobody has touched the page for does not end it, whatever is touched then', async ({
  page,
  site,
}) => {
  const head = `${TOOLS}${MODE}; document.addEventListener('selvedge:ready', () => setTimeout(() => { ${GRANT} }))`;
  serveTwo(site, config(), { head });
  await putOnFile(page, site, BY_TOOL);
  await page.goto(site.origin);
  await expect(page.getByRole('heading')).toHaveAccessibleName('Original');
  await page.waitForFunction(() => window.dataLayer?.length === 3);
  await touch(page);
  expect(await stand(page)).toBe('refusal');
});

test('what is said while the rest is on its way counts', async ({ page, site }) => {
  serveTwo(site, config(), { head: `${TOOLS}${MODE}` });
  let come = () => {};
  const asked = new Promise<void>((resolve) => {
    come = resolve;
  });
  site.serve('/selvedge-later.js', async () => {
    await asked;
    return twoFilesWith(config())['selvedge-later.js'];
  });
  await putOnFile(page, site, BY_TOOL);
  await page.goto(site.origin);
  await page.evaluate(() => window.selvedge.ready);
  await touch(page);
  await page.evaluate(() => void window.selvedge.export());
  await expect.poll(() => askedFor(site)).toEqual(['listen', 'later']);
  await page.evaluate(GRANT);
  // looked at, as whoever touches it is about to answer
  await touch(page);
  come();
  await expect.poll(() => stand(page)).toBe('stored');
});

test('what a tool says does not end what the visitor has said in another tab since', async ({
  page,
  site,
}) => {
  serveTwo(site, config({ consent: 'required' }), { head: `${TOOLS}${MODE}` });
  await putOnFile(page, site, BY_TOOL);
  await page.goto(site.origin);
  await page.evaluate(() => window.selvedge.ready);
  const other = await page.context().newPage();
  await putOnFile(other, site, OWN);
  // another tab may be another process, which hears of a write later
  await expect.poll(() => readFile(page)).toBe(OWN);
  await touch(page);
  await page.evaluate(GRANT);
  await expect.poll(() => askedFor(site)).toEqual(['listen', 'later']);
  await expect.poll(() => stand(page)).toBe('denial');
});
