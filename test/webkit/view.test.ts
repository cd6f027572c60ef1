// The visitor's view in WebKit, under the strictest policy: opens by a link, is dressed, says what is so, closes.

import { configOf, experienceOf, serveTag } from '../support/tag.ts';
import { expect, test, useWebKit, watchedPage } from './test.ts';

const web = useWebKit();

const STRICT =
  "default-src 'none'; script-src 'self'; img-src 'self'; connect-src 'none'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

/** What of the view is there; it lives in a shadow root of its own. */
const readView = () =>
  web.page.evaluate(() => {
    const root = document.querySelector('selvedge-privacy')?.shadowRoot;
    const dialog = root?.querySelector<HTMLElement>('dialog, [role=dialog]');
    if (!dialog) return undefined;
    const { width, height } = dialog.getBoundingClientRect();
    const { backgroundColor, borderRadius, position } = getComputedStyle(dialog);
    return {
      text: dialog.innerText.replace(/\s+/g, ' '),
      isOnTop: dialog.matches(':modal') || position === 'fixed',
      isDressed: backgroundColor !== 'rgba(0, 0, 0, 0)' && borderRadius !== '0px',
      isSeen: width > 200 && height > 200,
      buttons: dialog.querySelectorAll('button').length,
    };
  });

test('a link opens it, dressed and on top; it says what is remembered; it closes, and nothing is left', async () => {
  const { page, site } = web;
  serveTag(
    site,
    configOf({
      segments: [
        { id: 'keen', name: 'Keen readers', when: { kind: 'count', event: 'page_view', is: { $gte: 2 } } },
      ],
      experiences: [
        experienceOf('keen', [{ kind: 'text', target: { css: 'h1' }, value: 'Good to see you' }]),
      ],
    }),
  );
  site.serveFile('/selvedge-panel.js', 'dist/selvedge-panel.js');
  site.serve('/', {
    headers: { 'content-security-policy': STRICT },
    body: watchedPage('<h1>Welcome</h1><p><a id="link" href="#selvedge-privacy">Your privacy</a></p>'),
  });
  for (const _again of [1, 2]) {
    await page.goto(site.origin);
    await page.evaluate(() => window.selvedge.ready);
  }
  expect(site.requests.filter((line) => line.includes('panel'))).toEqual([]);
  await page.click('#link');
  await expect.poll(readView).toMatchObject({ isOnTop: true, isDressed: true, isSeen: true });
  // it is there before it has read what is remembered
  for (const words of ['Keen readers', 'Good to see you'])
    await expect.poll(async () => (await readView())?.text).toContain(words);
  expect((await readView())?.buttons).toBeGreaterThan(1);
  expect(site.requests.filter((line) => line.includes('panel'))).toEqual(['GET /selvedge-panel.js']);

  await page.evaluate(() => {
    const root = document.querySelector('selvedge-privacy')?.shadowRoot;
    root?.querySelector<HTMLElement>('dialog button, [role=dialog] button')?.click();
  });
  await expect.poll(() => page.evaluate(() => !document.querySelector('selvedge-privacy'))).toBe(true);
  const { warnings } = await web.readSeen();
  expect(warnings).toEqual([]);
});
