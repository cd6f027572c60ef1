// Config is not code: whatever strings a config holds, the applier runs, loads and navigates nothing with them,
// with and without a policy that would stop them; and under the strictest policy our own work breaks none.

import { expect, test } from '../../support/test.ts';
import { corpus } from './corpus.ts';
import { labHead, picture, readHtml } from './lab.ts';

const strict =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'none'; require-trusted-types-for 'script'";

for (const [name, headers] of [
  ['no policy', {}],
  ['the strictest policy', { 'content-security-policy': strict }],
] as [string, Record<string, string>][]) {
  test(`${corpus.length} hostile values do nothing under ${name}`, async ({ page, site, guard }) => {
    expect(corpus.length).toBeGreaterThan(300);
    // Chromium reports what it cuts out while it parses hostile markup; it does nothing with it
    guard.allow({
      violations: /^(script-src|style-src|img-src blocked data|require-trusted-types-for blocked.*SVGScript)/,
    });
    site.serve('/x.svg', picture);
    site.serve('/x', picture);
    const changes = corpus.map(({ change }, index) =>
      JSON.parse(JSON.stringify(change).replaceAll('"css":"&', `"css":"#r${index}>:first-child`)),
    );
    const body = corpus.map(({ html }, index) => `<div id="r${index}">${html}</div>`).join('\n');
    const make = (head: string) => ({
      headers,
      body: `<!doctype html><html><head><title>Hostile</title>${head}</head><body>${body}</body></html>`,
    });
    const head = labHead(site, changes);
    site.serve('/', make(head));
    site.serve('/untouched', make(''));
    await page.goto(site.origin);
    // what can be clicked or hovered is
    await page.evaluate(() => {
      addEventListener('click', (event) => event.preventDefault());
      const roots: ParentNode[] = [document];
      for (const element of document.querySelectorAll('*'))
        if (element.shadowRoot) roots.push(element.shadowRoot);
      for (const root of roots)
        for (const element of root.querySelectorAll<HTMLElement>('a, button, [onclick], summary')) {
          if (/^(https?|mailto|tel):/.test((element as HTMLAnchorElement).href || 'https:')) element.click();
          else throw new Error(`leads to ${(element as HTMLAnchorElement).href}`);
          element.focus();
        }
      window.dispatchEvent(new Event('load'));
    });
    await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
    const state = await page.evaluate(() => ({
      pwned: window.pwned,
      handlers: [...document.querySelectorAll('*')].flatMap((e) =>
        e.getAttributeNames().filter((n) => /^on|^style$|^srcdoc$|^@|^x-|^hx/.test(n)),
      ),
      strange: document.querySelectorAll('iframe[src], iframe[srcdoc], base, svg use, form, video, audio')
        .length,
      classes: document.querySelectorAll('.pwned').length,
      loads: performance
        .getEntriesByType('resource')
        .map((e) => e.name)
        .filter((url) => !url.startsWith(location.origin) && !/^data:image/.test(url)),
      href: location.pathname,
      failed: lab.problems.filter((text) => /^failed/.test(text)),
    }));
    expect(state).toEqual({
      pwned: undefined,
      handlers: [],
      strange: 0,
      classes: 0,
      loads: [],
      href: '/',
      failed: [],
    });
    expect(guard.requests.filter(({ url }) => !url.startsWith(site.origin))).toEqual([]);
    await page.evaluate(() => lab.show([]));
    const reverted = await readHtml(page);
    await page.goto(`${site.origin}/untouched`);
    expect(reverted).toBe(await readHtml(page));
  });
}
