// The page's data layer, whatever the page does to it: what was told once is remembered once, and an array that is
// frozen, late, replaced, cut short or wrapped neither loses events nor keeps the variant from being shown.

import { readOver } from '../../support/element.ts';
import { expectDatabases } from '../../support/expect-databases.ts';
import { call, enter, exported, ready } from '../../support/page-api.ts';
import { configOf, experienceOf, isInTwo, serveTag } from '../../support/tag.ts';
import { expect, test } from '../../support/test.ts';
import { REFUSAL } from '../trust/stores.ts';

declare global {
  interface Window {
    /** names of what is not the page’s own */
    stranger(): string[];
  }
}

const config = configOf({
  experiences: [experienceOf('everyone', [{ kind: 'text', target: { css: 'h1' }, value: 'Variant' }])],
});
const page = (before: string, after = '') =>
  `<!doctype html><meta charset="utf-8"><title>Test</title>${before && `<script>${before}</script>`}<script src="/selvedge.js"></script>${after && `<script>${after}</script>`}<h1>Original</h1>`;

/** Events that a layer can tell, in the order in which they are remembered, each with its value. */
const told = ({ events }: { events: { name: string; props: { value?: number } }[] }) =>
  events
    .filter(({ name }) => /^(add_to_cart|view_item|purchase)$/.test(name))
    .map(({ props }) => props.value);

const add = (value: number) => `{ event: 'add_to_cart', ecommerce: { value: ${value} } }`;

test.beforeEach(({ site }) => serveTag(site, config));

const WAYS: [way: string, before: string, after: string, expected: number[]][] = [
  [
    'push is read only',
    `dataLayer = [${add(1)}]; Object.defineProperty(dataLayer, 'push', { value: function () { return Array.prototype.push.apply(this, arguments); } });`,
    `dataLayer.push(${add(2)})`,
    [1, 2],
  ],
  [
    'push cannot be defined anew, but written',
    'dataLayer = []; Object.defineProperty(dataLayer, "push", { writable: true, value: function () { return Array.prototype.push.apply(this, arguments); } });',
    `dataLayer.push(${add(2)})`,
    [2],
  ],
  ['the array is frozen', `dataLayer = Object.freeze([${add(1)}]);`, '', [1]],
  [
    'the array is sealed',
    `dataLayer = Object.seal([${add(1)}]);`,
    `dataLayer = dataLayer.concat(${add(2)})`,
    [1, 2],
  ],
  [
    'Array.prototype is frozen',
    `dataLayer = [${add(1)}]; Object.freeze(Array.prototype);`,
    `dataLayer.push(${add(2)})`,
    [1, 2],
  ],
  ['push is no function', `dataLayer = [${add(1)}]; dataLayer.push = 5;`, `dataLayer[1] = ${add(2)}`, [1, 2]],
  ['the array is a proxy', `dataLayer = new Proxy([${add(1)}], {});`, `dataLayer.push(${add(2)})`, [1, 2]],
  [
    'the array is a revoked proxy, then another',
    `var r = Proxy.revocable([], {}); dataLayer = r.proxy; r.revoke();`,
    `dataLayer = [${add(2)}]`,
    [2],
  ],
  [
    'the name is a getter that throws, then an array',
    `Object.defineProperty(window, 'dataLayer', { configurable: true, get() { throw new Error('mine'); } });`,
    `Object.defineProperty(window, 'dataLayer', { value: [${add(2)}] })`,
    [2],
  ],
  ['the name is no array', 'dataLayer = { push() {} };', `dataLayer = [${add(2)}]`, [2]],
  [
    'entries cannot be read',
    `var gone = Proxy.revocable({}, {}); gone.revoke(); var round = { event: 'view_item', value: 1 }; round.round = round;
    dataLayer = [gone.proxy, null, 5, 'x', Symbol(), [], function () {}, { get event() { throw new Error('mine'); } }, { event: 'view_item', get ecommerce() { throw new Error('mine'); } },
    { event: 'add_to_cart', value: 7, ecommerce: { get items() { throw new Error('mine'); } } }, new Proxy({}, { get() { throw new Error('mine'); } }), { event: { toString() { throw new Error('mine'); } } }, round, { event: 'view_item', ecommerce: 5, value: 2 }, Object.create(null), ['event', 'view_item'], ['event', 'view_item', 3], ['consent'], ['consent', 'update', 5], ['consent', {}, null]];`,
    `dataLayer.push(${add(3)}, gone.proxy, ${add(4)})`,
    [1, 2, NaN, NaN, 3, 4],
  ],
  [
    'something long',
    `var list = { event: 'view_item', value: 1, items: Array.from({ length: 1e5 }, (_, i) => ({ item_id: i })) }; for (var i = 0; i < 1e5; i++) list['k' + i] = i; dataLayer = [list];`,
    `dataLayer.push(${add(2)})`,
    [1, 2],
  ],
  [
    'replaced by another array',
    `dataLayer = [${add(1)}];`,
    `dataLayer.push(${add(2)}); dataLayer = [${add(3)}]; dataLayer.push(${add(4)})`,
    // who comes later finds the other one
    isInTwo ? [3, 4] : [1, 2, 3, 4],
  ],
  [
    'replaced by a copy with more',
    `dataLayer = [${add(1)}];`,
    `dataLayer.push(${add(2)}); dataLayer = dataLayer.concat([${add(3)}])`,
    [1, 2, 3],
  ],
  [
    'put in front',
    `dataLayer = [${add(1)}];`,
    `dataLayer.unshift(${add(2)}); dataLayer.splice(1, 0, ${add(3)})`,
    // who comes later reads it in its order
    isInTwo ? [2, 3, 1] : [1, 2, 3],
  ],
  [
    'cut short as it is pushed',
    `dataLayer = [${add(1)}];`,
    `var old = dataLayer.push; dataLayer.push = function () { var answer = old.apply(dataLayer, arguments); while (dataLayer.length > 3) dataLayer.shift(); return answer; }; for (var i = 0; i < 20; i++) dataLayer.push({ event: 'tick' }); dataLayer.push(${add(2)}); dataLayer.push(${add(3)})`,
    isInTwo ? [2, 3] : [1, 2, 3],
  ],
  [
    'emptied and filled again',
    `dataLayer = [${add(1)}];`,
    `dataLayer.length = 0; dataLayer.push(${add(2)})`,
    isInTwo ? [2] : [1, 2],
  ],
  [
    'a wrapper that calls twice',
    `dataLayer = [${add(1)}];`,
    `var old = dataLayer.push; dataLayer.push = function () { old.apply(dataLayer, arguments); return old.apply(dataLayer, arguments); }; dataLayer.push(${add(2)}); dataLayer.push(${add(3)})`,
    [1, 2, 3],
  ],
  [
    'a wrapper that does not call ours',
    `dataLayer = [${add(1)}];`,
    `dataLayer.push = function () { return Array.prototype.push.apply(this, arguments); }; dataLayer.push(${add(2)})`,
    [1, 2],
  ],
  [
    'a wrapper of a class',
    'class Layer extends Array { push(...all) { return super.push(...all); } } dataLayer = new Layer();',
    `dataLayer.push(${add(2)})`,
    [2],
  ],
  [
    'one object is pushed again, changed',
    'dataLayer = [];',
    `var one = ${add(1)}; dataLayer.push(one); queueMicrotask(() => { one.ecommerce = { value: 2 }; dataLayer.push(one); })`,
    isInTwo ? [2] : [1, 2],
  ],
  [
    'an emptied push',
    `dataLayer = [${add(1)}];`,
    `dataLayer.push(); dataLayer.push(${add(2)}, ${add(3)})`,
    [1, 2, 3],
  ],
];

test('a data layer in any shape: nothing is lost, nothing is told twice, and the variant is shown', async ({
  page: tab,
  site,
}) => {
  for (const [way, before, after, expected] of WAYS) {
    site.serve('/', page(before, after));
    await enter(tab, site.origin);
    await expect.poll(() => readOver(tab, 'h1'), way).toBe('Variant');
    const plain = expected.map((value) => (Number.isNaN(value) ? undefined : value));
    await expect.poll(async () => told(await exported(tab)), way).toEqual(plain);
    await call(tab, 'forget');
  }
});

test('what the page gets from its own push is its own: result, exception, and order', async ({
  page: tab,
  site,
}) => {
  site.serve(
    '/',
    page(
      'dataLayer = []; dataLayer.push = function (one) { if (one.bad) throw new RangeError("mine"); return "own"; };',
    ),
  );
  await enter(tab, site.origin);
  const answers = await tab.evaluate(() => {
    const { dataLayer } = window;
    const caught = (() => {
      try {
        return dataLayer.push({ bad: true });
      } catch (error) {
        return String(error);
      }
    })();
    return [dataLayer.push({ event: 'login' }), caught];
  });
  expect(answers).toEqual(['own', 'RangeError: mine']);
});

test('a data layer that comes long after the page is heard, without a click, and once more when the page is left', async ({
  page: tab,
  site,
}) => {
  await tab.addInitScript(() => {
    const names = Object.getOwnPropertyNames(window);
    Object.defineProperty(window, 'stranger', {
      value: () => Object.getOwnPropertyNames(window).filter((name) => !names.includes(name)),
    });
  });
  site.serve('/late.js', `dataLayer = []; dataLayer.push(${add(1)})`);
  for (const [way, make, expected] of [
    [
      'a script element',
      () => {
        const script = document.createElement('script');
        script.src = '/late.js';
        document.head.append(script);
        script.remove();
      },
      [1],
    ],
    [
      'fetched and run',
      () =>
        void fetch('/late.js')
          .then((answer) => answer.text())
          .then((code) => {
            const script = document.createElement('script');
            script.text = code;
            document.head.append(script);
          }),
      [1],
    ],
    [
      'a message',
      () => {
        addEventListener('message', () => {
          window.dataLayer = [{ event: 'purchase', value: 2 }];
        });
        postMessage('', '*');
      },
      [2],
    ],
    [
      'nothing at all',
      () => {
        window.dataLayer = [{ event: 'purchase', value: 3 }];
      },
      [3],
    ],
  ] as [string, () => void, number[]][]) {
    site.serve('/', page(''));
    await enter(tab, site.origin);
    await tab.evaluate(make);
    await expect.poll(async () => told(await exported(tab)), way).toEqual(expected);
    expect(await tab.evaluate(() => window.stranger())).toEqual(expect.not.arrayContaining(['dataLayerOf']));
    await call(tab, 'forget');
  }
  await enter(tab, site.origin);
  expect(await tab.evaluate(() => Object.getOwnPropertyDescriptor(window, 'dataLayer'))).toBe(undefined);
  // pushed and gone in one breath
  await tab.evaluate(() => {
    addEventListener('beforeunload', () => {
      window.dataLayer = [{ event: 'purchase', value: 4 }];
    });
    location.href = '/?next';
  });
  await tab.waitForURL('**/?next');
  await ready(tab);
  await expect.poll(async () => told(await exported(tab))).toEqual([4]);
});

test('in what comes together, what is said of consent is heard before what happened', async ({
  page: tab,
  site,
}) => {
  site.serve('/', page(''));
  await enter(tab, site.origin);
  await tab.evaluate(
    (late) => {
      window.dataLayer = late;
    },
    [
      { event: 'purchase', value: 1 },
      { 0: 'consent', 1: 'update', 2: { personalization_storage: 'denied' } },
    ],
  );
  await expect.poll(() => tab.evaluate(() => ({ ...localStorage }))).toEqual(REFUSAL.localStorage);
  // the mark is there at once, the database goes after it
  await expectDatabases(tab, 0);
  expect(told(await exported(tab))).toEqual([]);
});
