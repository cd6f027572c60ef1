// Words by language: the page's own language says which are shown, whatever brings them onto the page.

import type { Page } from '@playwright/test';
import type { Change } from '../../../shared/schema/change.ts';
import { readShown } from '../../support/element.ts';
import { recordFrames } from '../../support/frames.ts';
import { call, enter, eventsOf } from '../../support/page-api.ts';
import { configOf, experienceOf, serveTag } from '../../support/tag.ts';
import { expect, test } from '../../support/test.ts';

const t = (css: string) => ({ css });
/** All kinds that say something, on elements that can have a root of ours and on others. */
const changes: Change[] = [
  { kind: 'text', target: t('h1'), value: { de: 'Neu', 'de-AT': 'Neich', '*': 'New' } },
  {
    kind: 'text',
    target: t('button'),
    value: { de: 'Kaufen', 'de-AT': 'Nehma', '*': 'Buy {{trait.what|it}}' },
  },
  {
    kind: 'html',
    target: t('p'),
    value: { de: '<b>Satz</b>', 'de-AT': '<i>Sotz</i>', '*': '<u>Phrase</u>' },
  },
  { kind: 'attribute', target: t('a'), name: 'title', value: { de: 'Hin', 'de-AT': 'Umi', '*': 'There' } },
  {
    kind: 'insert',
    target: t('h2'),
    position: 'after',
    html: {
      de: '<div class="ours">Da</div>',
      'de-AT': '<div class="ours">Do</div>',
      '*': '<div class="ours">Here</div>',
    },
  },
];
const body = '<h1>Old</h1><button>Old</button><p>Old</p><a href="/x" title="Old">Link</a><h2>Head</h2>';
const pageIn = (lang: string | undefined, head = '') =>
  `<!doctype html><html${lang === undefined ? '' : ` lang="${lang}"`}><head><meta charset="utf-8"><title>Test</title><script src="/selvedge.js"></script>${head}</head><body>${body}</body></html>`;
const config = (all = changes) => configOf({ experiences: [experienceOf('everyone', all)] });

const readAll = async (page: Page) => [
  await readShown(page, 'h1'),
  await readShown(page, 'button'),
  await page.evaluate(
    () => document.querySelector('selvedge-html')?.innerHTML ?? document.querySelector('p')?.innerHTML,
  ),
  await page.getAttribute('a', 'title'),
  await page.evaluate(() => document.querySelector('.ours')?.textContent ?? null),
];
const german = ['Neu', 'Kaufen', '<b>Satz</b>', 'Hin', 'Da'];
const austrian = ['Neich', 'Nehma', '<i>Sotz</i>', 'Umi', 'Do'];
const others = ['New', 'Buy it', '<u>Phrase</u>', 'There', 'Here'];
const original = ['Old', 'Old', 'Old', 'Old', null];

for (const [lang, shown] of [
  ['de', german],
  ['de-AT', austrian],
  ['DE-at', austrian],
  ['de-CH', german],
  ['fr', others],
  ['', others],
  [undefined, others],
  ['de_AT', others],
  ['constructor', others],
] as const)
  test(`a page in ${JSON.stringify(lang)} shows ${shown[0]}, from the first frame on`, async ({
    page,
    site,
  }) => {
    serveTag(site, config());
    site.serve('/', pageIn(lang));
    const frames = await recordFrames(page, { watch: 'body' });
    await enter(page, site.origin);
    await expect.poll(() => readAll(page)).toEqual(shown);
    await frames.settle();
    for (const { text } of frames.list) expect(text).not.toContain('Old');
  });

test('where there are no words for it the page is its original, which is no exposure', async ({
  page,
  site,
}) => {
  serveTag(site, config([{ kind: 'text', target: t('h1'), value: { de: 'Neu' } }]));
  site.serve('/', pageIn('fr'));
  site.serve('/de', pageIn('de'));
  await enter(page, `${site.origin}/`);
  expect((await readAll(page))[0]).toBe('Old');
  await enter(page, `${site.origin}/de`);
  await expect.poll(() => readShown(page, 'h1')).toBe('Neu');
  // told of the page in German, and of no page before it
  await expect.poll(() => eventsOf(page, 'exposure')).toHaveLength(1);
});

test('a later change is shown where an earlier one has no words', async ({ page, site }) => {
  serveTag(
    site,
    config([
      { kind: 'text', target: t('h1'), value: { de: 'Neu' } },
      { kind: 'text', target: t('h1'), value: 'For all' },
    ]),
  );
  site.serve('/', pageIn('fr'));
  await enter(page, site.origin);
  await expect.poll(() => readShown(page, 'h1')).toBe('For all');
});

test('a page that says its language while it is built shows the words of that', async ({ page, site }) => {
  serveTag(site, config());
  site.serve('/', pageIn('en', '<script>document.documentElement.lang = "de"</script>'));
  const frames = await recordFrames(page, { watch: 'body' });
  await enter(page, site.origin);
  await expect.poll(() => readAll(page)).toEqual(german);
  await frames.settle();
  for (const { text } of frames.list) expect(text).not.toMatch(/Old|New|Buy|Phrase|Here/);
});

test('an app that goes over to another language, on its page or the next, shows its words', async ({
  page,
  site,
}) => {
  serveTag(site, config([...changes, { kind: 'text', target: t('h2'), value: { de: 'Nur deutsch' } }]));
  site.serve('/', pageIn('de'));
  await enter(page, site.origin);
  await expect.poll(() => readAll(page)).toEqual(german);
  expect(await readShown(page, 'h2')).toBe('Nur deutsch');
  const turn = (lang: string) =>
    page.evaluate((to) => {
      document.documentElement.lang = to;
    }, lang);
  await turn('en');
  await expect.poll(() => readAll(page)).toEqual(others);
  expect(await readShown(page, 'h2')).toBe('Head');
  await turn('de-AT');
  await expect.poll(() => readAll(page)).toEqual(austrian);
  await page.evaluate(() => {
    history.pushState(null, '', '/next');
    document.documentElement.removeAttribute('lang');
  });
  await expect.poll(() => readAll(page)).toEqual(others);
  await call(page, 'optOut');
  await expect.poll(() => readAll(page)).toEqual(original);
});
