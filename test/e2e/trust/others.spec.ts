// Whoever runs the tag, and whatever runs beside it: it finds its element, who is no visitor is not remembered, and
// what belongs to others is left alone.

import { readShown } from '../../support/element.ts';
import { expectDatabases } from '../../support/expect-databases.ts';
import { call, enter, enterInTab, eventNames, exported, ready } from '../../support/page-api.ts';
import { bareFiles, isInTwo, pageWith, serveBare, serveTag } from '../../support/tag.ts';
import { expect, test } from '../../support/test.ts';
import { config, serveVariant } from './variant.ts';

test.beforeEach(({ site }) => serveVariant(site));

test('the element is found where no current script names it: what it says of consent and config holds', async ({
  page,
  site,
  guard,
}) => {
  // the rest of a tag lies where the tag says that it was loaded from
  if (isInTwo) guard.allow({ origins: ['https://cdn.invalid'], errors: /selvedge-(later|listen)\.js/ });
  const run = (how: string) =>
    `<script>addEventListener('load', function () { fetch('/selvedge.js').then(function (answer) { return answer.text(); }).then(function (code) { ${how} }); });</script>`;
  const inline = 'var own = document.createElement("script"); own.text = code; document.head.append(own);';
  const blob =
    'var own = document.createElement("script"); own.src = URL.createObjectURL(new Blob([code], { type: "text/javascript" })); document.head.append(own);';
  const held = (attributes: string, how: string, src = 'src="/selvedge.js"') =>
    `<script type="text/held" ${src} ${attributes}></script>${run(how)}`;
  const other =
    '<script type="text/other" src="/vendor.js" data-config="/vendor.json" data-consent="marketing"></script>';
  const ways: Record<string, (attributes: string) => string> = {
    module: (attributes) => `<script type="module" src="/selvedge.js" ${attributes}></script>`,
    'run as an inline script': (attributes) => held(attributes, inline),
    'run as a blob': (attributes) => held(attributes, blob),
    'under another attribute': (attributes) =>
      held(attributes, blob, 'data-rocket-src="/js/selvedge.min.js?ver=6.1"'),
    'behind another’s attributes': (attributes) => other + held(attributes, inline),
    'with a hash in its name': (attributes) =>
      held(attributes, blob, 'data-src="https://cdn.invalid/selvedge-1a2b3c.js"'),
  };
  for (const [way, tag] of Object.entries(ways))
    for (const what of ['denied', 'config']) {
      if (what === 'denied') serveTag(site, config);
      else {
        for (const folder of ['/', '/js/']) serveBare(site, { folder });
        await page.route('https://cdn.invalid/*', (route) =>
          route.fulfill({
            body: bareFiles()[new URL(route.request().url()).pathname.slice(1)] ?? '',
            contentType: 'text/javascript',
            headers: { 'access-control-allow-origin': '*' },
          }),
        );
      }
      site.serve('/c.json', JSON.stringify(config));
      const attributes = what === 'denied' ? 'data-consent="denied"' : 'data-config="/c.json"';
      site.serve('/', `<!doctype html><title>Test</title>${tag(attributes)}<h1>Original</h1>`);
      await page.goto(site.origin);
      await expect.poll(() => page.evaluate(() => !!window.selvedge?.ready), way).toBe(true);
      await ready(page);
      await expect
        .poll(() => readShown(page, 'h1'), `${way}: ${what}`)
        .toBe(what === 'denied' ? 'Original' : 'Variant');
      if (what === 'denied') {
        await expectDatabases(page, 0, way);
      }
      await page.unrouteAll();
      await call(page, 'forget');
      await page.evaluate(() => {
        localStorage.clear();
        sessionStorage.clear();
      });
    }
});

test('a declared robot gets the original, and nothing is remembered, asked for or said', async ({
  browser,
  site,
  guard,
}) => {
  const context = await browser.newContext({
    userAgent:
      'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html) Chrome/130.0.0.0 Safari/537.36',
  });
  await guard.watch(context);
  const page = await enterInTab(context, site.origin);
  const answers = await page.evaluate(async () => {
    const { selvedge } = window;
    await selvedge.track('x', {});
    await selvedge.set({ a: 1 });
    return [
      selvedge.segments(),
      selvedge.experiences(),
      await selvedge.export(),
      (await indexedDB.databases()).length,
      localStorage.length,
    ];
  });
  expect(answers).toEqual([[], [], {}, 0, 0]);
  expect(await readShown(page, 'h1')).toBe('Original');
  expect(guard.warnings).toEqual([]);
  await context.close();
});

for (const version of [1, 7])
  test(`a database of this name that another script has made (version ${version}) is neither written nor deleted`, async ({
    page,
    site,
    guard,
  }) => {
    site.serve('/empty', '<!doctype html><title>Empty</title>');
    await page.goto(`${site.origin}/empty`);
    await page.evaluate(
      (version) =>
        new Promise<void>((done) => {
          const asked = indexedDB.open('selvedge', version);
          asked.onupgradeneeded = () => asked.result.createObjectStore('mine').put('word', 'key');
          asked.onsuccess = () => {
            asked.result.close();
            done();
          };
        }),
      version,
    );
    for (const act of ['track', 'optOut', 'optIn', 'forget'] as const) {
      await enter(page, site.origin);
      if (act === 'track') {
        await expect.poll(() => readShown(page, 'h1')).toBe('Variant');
        expect((await exported(page)).mode).toBe('memory');
        await expect
          .poll(() => guard.warnings.filter((line) => /storage|database/.test(line)))
          .toHaveLength(1);
      }
      await page.evaluate((name) => window.selvedge[name]('x'), act);
    }
    expect(
      await page.evaluate(
        () =>
          new Promise((done) => {
            const asked = indexedDB.open('selvedge');
            asked.onsuccess = () => {
              const { result } = asked;
              const found = [...result.objectStoreNames];
              const read = result.transaction('mine').objectStore('mine').get('key');
              read.onsuccess = () => {
                result.close();
                done([result.version, found, read.result]);
              };
            };
          }),
      ),
    ).toEqual([version, ['mine'], 'word']);
  });

test('a frame of the page with the tag in it is no page view; what it tells counts', async ({
  page,
  site,
}) => {
  site.serve('/inner', pageWith('<h1>Original</h1>'));
  site.serve('/', pageWith('<h1>Original</h1><iframe src="/inner"></iframe>'));
  await enter(page, site.origin);
  const inner = page.frames()[1]!;
  await inner.waitForFunction(() => window.selvedge?.ready);
  await inner.evaluate(async () => {
    await window.selvedge.ready;
    await window.selvedge.track('told', {});
  });
  await expect.poll(() => readShown(inner, 'h1')).toBe('Variant');
  await expect
    .poll(async () => (await eventNames(page)).filter((name: string) => /view|told/.test(name)))
    .toEqual(['page_view', 'told']);
});
