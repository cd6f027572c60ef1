// No address, however it is written and wherever in a config it stands, makes a browser ask a host that the config
// does not list, or leads anywhere but where it says.
//
//   SELVEDGE_LONG=1 npx playwright test trust/addresses      ten times as many; SEED=17 one page of them again

import {
  CONTROL,
  findUnlisted,
  LISTED,
  makeFuzzPage,
  manyDraws,
  openRecorder,
  type Recorder,
} from '../../support/address-fuzz.ts';
import { serveBare } from '../../support/tag.ts';
import { test as base, expect } from '../../support/test.ts';

const EACH = 300;
const seeds = process.env.SEED
  ? [Number(process.env.SEED)]
  : Array.from({ length: manyDraws / EACH }, (_, at) => at + 1);

/** Browsers that ask the recorder for whatever is not on localhost. */
const test = base.extend<object, { recorder: Recorder }>({
  recorder: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern
    async ({}, use) => {
      const recorder = await openRecorder();
      await use(recorder);
      await recorder.close();
    },
    { scope: 'worker' },
  ],
  launchOptions: [
    async ({ launchOptions, recorder: { port } }, use) => {
      const { args = [], firefoxUserPrefs } = launchOptions;
      await use({
        ...launchOptions,
        args: firefoxUserPrefs ? args : [...args, `--proxy-server=http://127.0.0.1:${port}`],
        ...(firefoxUserPrefs && {
          firefoxUserPrefs: {
            ...firefoxUserPrefs,
            'network.proxy.type': 1,
            'network.proxy.http': '127.0.0.1',
            'network.proxy.http_port': port,
            'network.proxy.ssl': '127.0.0.1',
            'network.proxy.ssl_port': port,
          },
        }),
      });
    },
    { scope: 'worker' },
  ],
});

for (const seed of seeds) {
  test(`${EACH} addresses made to be misread, seed ${seed}: only listed hosts are asked`, async ({
    page,
    site,
    guard,
    recorder,
  }) => {
    recorder.seen.length = 0;
    guard.allow({ origins: [...LISTED, CONTROL].map((host) => `http://${host}`) });
    guard.allow({
      origins: ['http://away.invalid', 'https://away.invalid', ...LISTED.map((host) => `https://${host}`)],
    });
    const fuzz = makeFuzzPage({ seed, draws: EACH, own: new URL(site.origin).host });
    serveBare(site);
    site.serve('/selvedge.json', JSON.stringify(fuzz.config));
    site.serve('/', fuzz.html);
    site.serve('/ok.svg', '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>');
    await page.goto(site.origin);
    await page.waitForFunction(fuzz.isDone);
    const links = (await page.evaluate(fuzz.follow)) as { written: string; href: string }[];
    expect(links.filter(({ href }) => !/^(https?:\/\/[a-z\d.:[\]-]+\/|mailto:|tel:)/.test(href))).toEqual([]);
    expect(findUnlisted(recorder.seen)).toEqual([]);
    expect(recorder.seen).toContain(CONTROL);
    expect(recorder.seen).toContain(LISTED[0]);
    expect(new URL(page.url()).pathname).toBe('/');
  });
}
