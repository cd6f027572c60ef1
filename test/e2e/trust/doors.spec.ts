// The doors of the tag: what a page may hand over, in whatever shape, throws nothing into the page; who is not a visitor
// is not remembered; and what belongs to others is left alone.

import { exported, ready } from '../../support/page-api.ts';
import { bareTag, configOf, experienceOf, pageWith, tagWith } from '../../support/tag.ts';
import { expect, test } from '../../support/test.ts';

declare global {
  interface Window {
    /** the page’s own errors */
    own: unknown[];
    /** how often the data layer had been read when the tag was done */
    then: number;
  }
}

const config = configOf({
  experiences: [experienceOf('everyone', [{ kind: 'text', target: { css: 'h1' }, value: 'Variant' }])],
});
const shown = () => document.querySelector('h1')!.shadowRoot?.textContent ?? 'Original';

test.beforeEach(({ site }) => {
  site.serve('/selvedge.js', tagWith(config));
  site.serve('/', pageWith('<h1>Original</h1>'));
});

test('no call of the API throws or rejects, whatever it is given; only `explain` of an unknown segment does', async ({
  page,
  site,
  guard,
}) => {
  await page.goto(site.origin);
  await ready(page);
  const wrong = await page.evaluate(async () => {
    const { selvedge } = window;
    const gone = Proxy.revocable({}, {});
    gone.revoke();
    const round: { round?: unknown } = {};
    round.round = round;
    const throws = () => {
      throw new Error('mine');
    };
    const odd: unknown[] = [
      undefined,
      null,
      true,
      0,
      Number.NaN,
      10n,
      Symbol('s'),
      '',
      ' ',
      'constructor',
      '__proto__',
      [],
      [[]],
      {},
      round,
      () => {},
      new Date(Number.NaN),
      gone.proxy,
      new Proxy({}, { get: throws, ownKeys: throws }),
      Object.create(null),
      { toString: throws },
      {
        get a() {
          return throws();
        },
      },
      {
        a: {
          get b() {
            return throws();
          },
        },
      },
      { a: Symbol('s') },
      document,
      window,
      new Map([[1, 2]]),
      'x'.repeat(1e6),
      Object.freeze({ a: 1 }),
      new Error('x'),
    ];
    const wrong: string[] = [];
    const calls: [string, (value: never) => unknown][] = [
      ['track', (value) => selvedge.track(value)],
      ['track props', (value) => selvedge.track('x', value)],
      ['set', (value) => selvedge.set(value)],
      ['consent', (value) => selvedge.consent(value)],
      ['on', (value) => selvedge.on('goal', value)],
      ['on type', (value) => selvedge.on(value, () => {})],
      ['q', (value) => selvedge.q.push(value)],
      ['q name', (value) => selvedge.q.push([value])],
      ['q track', (value) => selvedge.q.push(['track', value, value])],
      ['experiences', (value) => selvedge.experiences(...([value] as unknown as []))],
      ['segments', (value) => selvedge.segments(...([value] as unknown as []))],
      ['export', (value) => selvedge.export(...([value] as unknown as []))],
      ['event', (value) => document.dispatchEvent(new CustomEvent('selvedge:consent', { detail: value }))],
    ];
    for (const [name, call] of calls)
      for (const [at, value] of odd.entries())
        try {
          await call(value as never);
        } catch (error) {
          wrong.push(`${name} ${at}: ${error}`);
        }
    for (const value of odd)
      try {
        selvedge.explain(value as never);
        wrong.push('explain answers');
      } catch (error) {
        if (!(error instanceof RangeError)) wrong.push(`explain: ${error}`);
      }
    selvedge.q.push(
      ['explain', 'nope'],
      ['q'],
      ['version'],
      ['ready'],
      ['push'],
      ['toString'],
      ['hasOwnProperty', 'x'],
    );
    return wrong;
  });
  expect(wrong).toEqual([]);
  const names = (await exported(page)).events.map(({ name }) => name);
  expect(names).not.toContain('');
  expect(names).not.toContain(' ');
  expect(guard.warnings.length).toBeGreaterThan(0);
  expect(guard.warnings.length).toBeLessThan(10);
});

test('a listener of the page that throws is the page’s own error, and stops nobody else', async ({
  page,
  site,
}) => {
  site.serve(
    '/',
    pageWith(
      `<h1>Original</h1><script>
      heard = []; own = [];
      selvedge.on('ready', function () { throw new Error('mine'); }); selvedge.on('ready', function () { heard.push('second'); });</script>`,
    ),
  );
  await page.addInitScript(() => {
    // the guard must not take the page's own fault for ours
    window.reportError = (error) => void window.own.push(error.message);
  });
  await page.goto(site.origin);
  await ready(page);
  await expect.poll(() => page.evaluate(() => window.heard)).toEqual(['second']);
  expect(await page.evaluate(() => window.own)).toEqual(['mine']);
});

test('a second tag is said once, through the first', async ({ page, site, guard }) => {
  site.serve(
    '/',
    pageWith(
      '<script>said = []; selvedge.on("warning", function (one) { said.push(one.code); })</script><h1>Original</h1><script src="/selvedge.js"></script><script src="/selvedge.js?2"></script>',
    ),
  );
  await page.goto(site.origin);
  await ready(page);
  expect(await page.evaluate(() => window.said)).toEqual(['twice']);
  expect(guard.warnings).toHaveLength(1);
});

test('the element is found where no current script names it: what it says of consent and config holds', async ({
  context,
  site,
}) => {
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
      site.serve('/selvedge.js', what === 'denied' ? tagWith(config) : bareTag());
      site.serve('/c.json', JSON.stringify(config));
      const attributes = what === 'denied' ? 'data-consent="denied"' : 'data-config="/c.json"';
      site.serve('/', `<!doctype html><title>Test</title>${tag(attributes)}<h1>Original</h1>`);
      const page = await context.newPage();
      await page.goto(site.origin);
      await expect.poll(() => page.evaluate(() => !!window.selvedge?.ready), way).toBe(true);
      await ready(page);
      await expect
        .poll(() => page.evaluate(shown), `${way}: ${what}`)
        .toBe(what === 'denied' ? 'Original' : 'Variant');
      if (what === 'denied') {
        expect(await page.evaluate(async () => (await indexedDB.databases()).length), way).toBe(0);
      }
      await page.evaluate(() => window.selvedge.forget());
      await page.evaluate(() => localStorage.clear());
      await page.close();
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
  const page = await context.newPage();
  await page.goto(site.origin);
  await ready(page);
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
  expect(await page.evaluate(shown)).toBe('Original');
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
      await page.goto(site.origin);
      await ready(page);
      if (act === 'track') {
        expect(await page.evaluate(shown)).toBe('Variant');
        expect((await exported(page)).mode).toBe('memory');
        expect(guard.warnings.filter((line) => /storage|database/.test(line))).toHaveLength(1);
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
  await page.goto(site.origin);
  await ready(page);
  const inner = page.frames()[1]!;
  await inner.waitForFunction(() => window.selvedge?.ready);
  await inner.evaluate(async () => {
    await window.selvedge.ready;
    await window.selvedge.track('told', {});
  });
  expect(await inner.evaluate(shown)).toBe('Variant');
  await expect
    .poll(async () =>
      (await exported(page)).events.map(({ name }) => name).filter((name: string) => /view|told/.test(name)),
    )
    .toEqual(['page_view', 'told']);
});

test('of a long data layer a part is read before the page is painted, in order, and the rest when the page rests', async ({
  page,
  site,
}) => {
  const fill = (events: number, items: number) =>
    `<script>reads = 0; dataLayer = []; for (var i = 0; i < ${events}; i++) { var list = []; for (var k = 0; k < ${items}; k++) list.push({ item_id: i + '-' + k, get price() { reads++; return 1; } }); dataLayer.push({ event: 'view_item_list', ecommerce: { value: i, items: list } }); }</script>`;
  const early = configOf({
    segments: [
      { id: 'many', name: 'many', when: { kind: 'count', event: 'view_item_list', is: { $gte: 20 } } },
    ],
    experiences: [experienceOf('many', [{ kind: 'text', target: { css: 'h1' }, value: 'Variant' }])],
  });
  site.serve('/selvedge.js', tagWith(early));
  const after =
    '<script>then = reads; dataLayer.push({ event: "login", value: 1 })</script><h1>Original</h1>';
  const tag = '<!doctype html><title>Test</title>';
  site.serve('/', `${tag}${fill(20, 10)}<script src="/selvedge.js"></script>${after}`);
  await page.goto(site.origin);
  expect(await page.evaluate(shown)).toBe('Variant');
  await ready(page);
  await page.evaluate(() => window.selvedge.forget());
  site.serve('/', `${tag}${fill(200, 30)}<script src="/selvedge.js"></script>${after}`);
  await page.goto(site.origin);
  expect(await page.evaluate(() => window.then)).toBeLessThanOrEqual(400);
  const values = async () =>
    (await exported(page)).events
      .filter(({ name }) => /list|login/.test(name))
      .map(({ name, props }) => (name === 'login' ? 'login' : props.value));
  await expect.poll(values, { timeout: 20_000 }).toEqual([...Array(200).keys(), 'login']);
});

test('on a page that never rests the rest of a long data layer is read all the same', async ({
  page,
  site,
}) => {
  // more than is read at once, and each takes longer than a slice
  const events = 40;
  const items = 20;
  const restless = 'requestIdleCallback = (fn, { timeout }) => setTimeout(fn, timeout);';
  const slow =
    'get value() { for (const until = performance.now() + 5; performance.now() < until; ); return 1; }';
  const fill = `dataLayer = []; for (let i = 0; i < ${events}; i++) dataLayer.push({ event: 'view_item_list', ecommerce: { ${slow}, items: Array(${items}).fill({ item_id: 'x' }) } });`;
  site.serve('/selvedge.js', tagWith(configOf({})));
  site.serve(
    '/',
    `<!doctype html><title>Test</title><script>${restless}${fill}</script><script src="/selvedge.js"></script><h1>Original</h1>`,
  );
  await page.goto(site.origin);
  await expect
    .poll(async () => (await exported(page)).events.filter(({ name }) => name === 'view_item_list').length)
    .toBe(events);
});

test('one fault in a thousand places is said twenty times, and what is quoted is cut', async ({
  page,
  site,
  guard,
}) => {
  site.serve('/selvedge.js', bareTag());
  site.serve('/', pageWith('<h1>Original</h1>', 'data-config="/c.json"'));
  const segments = Array.from({ length: 1000 }, (_, i) => ({
    id: `s${i}`,
    name: 's',
    when: { kind: `odd${i}${'x'.repeat(500)}` },
  }));
  site.serve('/c.json', JSON.stringify({ ...config, segments }));
  await page.goto(site.origin);
  await ready(page);
  await page.evaluate(() => window.selvedge.segments());
  await expect.poll(() => guard.warnings.length).toBe(21);
  expect(guard.warnings.at(-1)).toContain('and more');
  for (const line of guard.warnings) expect(line.length).toBeLessThan(300);
});
