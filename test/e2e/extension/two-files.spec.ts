// Here, where a tag is in two files: the config is read out of the one that the tag asks for.

import { readFileSync } from 'node:fs';
import { bundle, inlineScript } from '../../../shared/publish/bundle.ts';
import { publishFiles } from '../../../shared/publish/publish-files.ts';
import type { Config } from '../../../shared/schema/config.ts';
import { chromiumOnly, expect, test } from '../../support/extension.ts';
import { openPanelFor } from '../../support/extension-panel.ts';
import { twoSegments } from '../../support/two-segments.ts';

test.use({ isEmptied: true });

const config = twoSegments() as Config;
// what runs of either does not matter here, only where the config stands
const rest = 'export const config = "__SELVEDGE_CONFIG__", show = "__SELVEDGE_SHOW__";';
const pieces = JSON.parse(readFileSync('dist/selvedge.parts.json', 'utf8'));
const { now, later } = publishFiles({ pieces, later: rest, show: 'show()', listen: '' }, config);
const element = (src: string) => `<script src="${src}"></script>`;
const html = (head: string) =>
  `<!doctype html><html lang="en"><head><title>Site</title>${head}</head><body><h1 id="title">Hello</h1></body></html>`;
const REVISION = 'site.example, revision 7';

test('the rest lies beside the tag, wherever that is', async ({ extension, page, site }) => {
  site.serve('/assets/selvedge.js', now);
  site.serve('/assets/selvedge-later.js', later);
  // another one, which the tag does not ask for
  site.serve('/selvedge-later.js', bundle(rest, { ...config, revision: 6 }));
  const policy = "script-src 'self'; connect-src 'none'";
  site.serve('/', {
    headers: { 'content-security-policy': policy },
    body: html(element('/assets/selvedge.js')),
  });
  await page.goto(site.origin);
  const panel = await openPanelFor(extension, page);
  await expect(panel.main).toContainText(REVISION);
  await expect(panel.main).toContainText('selvedge.js');
  // by the name under which the page itself has it
  const asked = site.requests.filter((request) => request.includes('later'));
  expect(asked.every((request) => /^GET \/assets\/selvedge-later\.js\?\w+$/.test(request))).toBe(true);
  expect(asked).not.toEqual([]);
});

test('the tag stands in the page, and the rest at the root', async ({ extension, page, site }) => {
  site.serve('/deep/page', html(inlineScript(now).element));
  site.serve('/selvedge-later.js', later);
  await page.goto(`${site.origin}/deep/page`);
  const panel = await openPanelFor(extension, page);
  await expect(panel.main).toContainText(REVISION);
  await expect(panel.main).toContainText('the script in the page');
});

const named = chromiumOnly('Firefox lets no content script read what the page’s policy may forbid');
test('the tag goes by another name', named, async ({ extension, page, site }) => {
  // the page says that it runs
  site.serve('/js/m.js', `${now};window.selvedge={version:"0.1.0"}`);
  site.serve('/js/selvedge-later.js', later);
  site.serve('/', html(element('/js/m.js')));
  await page.goto(site.origin);
  const panel = await openPanelFor(extension, page);
  await expect(panel.main).toContainText(REVISION);
});

const essential = chromiumOnly('the same words; that Firefox reads the rest is tried above');
for (const [what, served, says] of [
  // of a page as its answer, Firefox says more than that it failed
  ['is missing', { status: 404, body: 'missing' }, /: the server answered 404 for .*selvedge-later\.js/],
  ['holds no config', rest, /: selvedge-later\.js\?\w+ holds no config/],
] as const)
  test(`a rest that ${what} is said, with its address`, essential, async ({ extension, page, site }) => {
    site.serve('/selvedge.js', now);
    site.serve('/selvedge-later.js', served);
    site.serve('/', html(element('/selvedge.js')));
    await page.goto(site.origin);
    const panel = await openPanelFor(extension, page);
    await expect(panel.main).toContainText('could not be read');
    await expect(panel.main).toContainText(says);
    await expect(panel.says('A part of Selvedge is missing here')).toBeVisible();
    await expect(panel.says('Selvedge runs on this page')).toHaveCount(0);
  });
