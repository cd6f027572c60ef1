// A form whose fields are named as the browser's own properties, around all that is changed: `form.parentNode` is a field
// of it then, and the field's parent is the form.
// https://html.spec.whatwg.org/multipage/forms.html#the-form-element:legacyoverridebuiltins

import { enter, exported } from '../../support/page-api.ts';
import { configOf, pageWith, serveTag } from '../../support/tag.ts';
import { expect, test } from '../../support/test.ts';
import { body, changes } from './every-kind.ts';
import { labHead, labPage, picture } from './lab.ts';

const NAMES = ['parentNode', 'firstChild', 'childNodes', 'nextSibling', 'isConnected', 'shadowRoot'];
const fields = NAMES.map((name) => `<input name="${name}">`).join('');
const inside = body.replace(/<form.*<\/form>/, '');

test('what a form makes of the names of its fields keeps nobody busy, and all within it is shown', async ({
  page,
  site,
}) => {
  for (const name of ['old', 'new']) site.serve(`/${name}.svg`, picture);
  const within = changes.filter((change) => !('target' in change) || change.target.css !== '.f');
  // what stands first in a container may be a framework's
  site.serve('/', labPage(labHead(site, []), `<form><!--[-->${inside}${fields}</form>`));
  await page.goto(site.origin);
  const html = await page.evaluate(() => document.body.innerHTML);
  await page.evaluate((all) => lab.show(all), within);
  await expect.poll(() => page.evaluate(() => lab.shown.length)).toBe(within.length);
  expect(await page.evaluate(() => lab.problems)).toEqual([]);
  await page.evaluate(() => lab.show([]));
  expect(await page.evaluate(() => document.body.innerHTML)).toBe(html);
});

test('what scrolls is looked for through such a form, too', async ({ page, site }) => {
  serveTag(site, configOf());
  site.serve(
    '/',
    pageWith('<form style="display: block; height: 300vh"><input name="parentElement"><p>Words</p></form>'),
  );
  await enter(page, site.origin);
  await page.evaluate(async () => {
    const scrolled = new Promise((resolve) => addEventListener('scrollend', resolve, { once: true }));
    scrollTo(0, document.body.scrollHeight);
    await scrolled;
  });
  expect((await exported(page)).events.map(({ name }) => name)).toContain('page_view');
});
