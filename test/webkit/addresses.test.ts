// Config is not code, in WebKit either: of addresses made to be misread, in every place of a config, none makes the
// browser ask a host that the config does not list. What it asks, it asks a proxy that writes it down.

import { afterAll } from 'vitest';
import {
  CONTROL,
  findUnlisted,
  LISTED,
  makeFuzzPage,
  manyDraws,
  openRecorder,
} from '../support/address-fuzz.ts';
import { serveBare } from '../support/tag.ts';
import { expect, test, useWebKit } from './test.ts';

const recorder = await openRecorder();
const web = useWebKit({ proxy: `127.0.0.1:${recorder.port}` });
afterAll(() => recorder.close());

const seed = Number(process.env.SEED ?? 1);

test(
  `${manyDraws} addresses (seed ${seed}): no foreign host is asked`,
  async () => {
    const { page, site } = web;
    const fuzz = makeFuzzPage({ seed, draws: manyDraws, own: new URL(site.origin).host });
    serveBare(site);
    site.serveFile('/selvedge-purify.js', 'dist/selvedge-purify.js');
    site.serve('/selvedge.json', JSON.stringify(fuzz.config));
    site.serve('/', fuzz.html);
    await page.goto(site.origin);
    const run = (code: string): Promise<unknown> =>
      page.evaluate((code) => new Function(`return ${code}`)(), code);
    await expect.poll(() => run(fuzz.isDone), { timeout: manyDraws * 100 }).toBe(true);
    const links = (await run(fuzz.follow)) as { written: string; href: string }[];
    for (const { written, href } of links) {
      if (/^https?:/.test(href)) expect(new URL(href).host, written).toMatch(/^[a-zA-Z0-9.\-:[\]]+$/);
    }
    expect(await page.evaluate(() => location.pathname)).toBe('/');
    // it would have been seen
    expect(recorder.seen).toContain(CONTROL);
    expect(recorder.seen).toContain(LISTED[0]);
    expect(findUnlisted(recorder.seen)).toEqual([]);
  },
  60_000 + manyDraws * 100,
);
