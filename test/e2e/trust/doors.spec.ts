// The doors of the tag: what a page may hand over, in whatever shape, throws nothing into the page, and what is wrong
// is said in few words.

import { call, enter, eventNames } from '../../support/page-api.ts';
import { pageWith, serveBare } from '../../support/tag.ts';
import { expect, test } from '../../support/test.ts';
import { config, serveVariant } from './variant.ts';

declare global {
  interface Window {
    /** the page’s own errors */
    own: unknown[];
  }
}

test.beforeEach(({ site }) => serveVariant(site));

test('no call of the API throws or rejects, whatever it is given; only `explain` of an unknown segment does', async ({
  page,
  site,
  guard,
}) => {
  await enter(page, site.origin);
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
      ['experiences', (value) => Reflect.apply(selvedge.experiences, selvedge, [value])],
      ['segments', (value) => Reflect.apply(selvedge.segments, selvedge, [value])],
      ['export', (value) => Reflect.apply(selvedge.export, selvedge, [value])],
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
  const names = await eventNames(page);
  expect(names).not.toContain('');
  expect(names).not.toContain(' ');
  await expect.poll(() => guard.warnings.length).toBeGreaterThan(0);
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
  await enter(page, site.origin);
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
  await enter(page, site.origin);
  expect(await page.evaluate(() => window.said)).toEqual(['twice']);
  await expect.poll(() => guard.warnings).toHaveLength(1);
});

test('one fault in a thousand places is said twenty times, and what is quoted is cut', async ({
  page,
  site,
  guard,
}) => {
  serveBare(site);
  site.serve('/', pageWith('<h1>Original</h1>', 'data-config="/c.json"'));
  const segments = Array.from({ length: 1000 }, (_, i) => ({
    id: `s${i}`,
    name: 's',
    when: { kind: `odd${i}${'x'.repeat(500)}` },
  }));
  site.serve('/c.json', JSON.stringify({ ...config, segments }));
  await enter(page, site.origin);
  await call(page, 'segments');
  await expect.poll(() => guard.warnings.length).toBe(21);
  expect(guard.warnings.at(-1)).toContain('and more');
  for (const line of guard.warnings) expect(line.length).toBeLessThan(300);
});
