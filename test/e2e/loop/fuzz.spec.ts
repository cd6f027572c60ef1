// Configs with anything anywhere: the page goes on as if the tag were not there, and what can still be read works.
//
//   SELVEDGE_LONG=1 npx playwright test loop/fuzz      ten times as many; SEED=17 one of them again

import { draws } from '../../support/draws.ts';
import { random } from '../../support/random.ts';
import { pageWith, serveBare } from '../../support/tag.ts';
import { expect, test } from '../../support/test.ts';
import { SAMPLE } from '../../unit/shared/schema/sample.ts';

const first = Number(process.env.SEED ?? 1);
const configs = process.env.SEED ? 1 : draws(300);
/** All but `redirect`, with which the page would be another. */
const sample = JSON.stringify(SAMPLE, (_key, value) =>
  Array.isArray(value) ? value.filter((each) => each?.kind !== 'redirect') : value,
);

const JUNK = [
  null,
  true,
  0,
  -1,
  1e308,
  0.5,
  '',
  'x',
  '*',
  '!',
  '%',
  'everyone',
  '7d',
  '\ud800',
  '<img src=x onerror=alert(1)>',
  [],
  [null],
  [[]],
  ['a', 1],
  {},
  { kind: 'all' },
  { kind: 'all', of: null },
  { $gte: null },
  { $nope: 1 },
  { css: '((' },
  { css: 7 },
  { length: 3 },
  { toJSON: 'x' },
] as const;

type Holder = Record<string, unknown>;

/** One or two places of a config hold something else, or are gone, or are there twice. */
function spoil(seed: number): string {
  const { below } = random(seed);
  const config = JSON.parse(sample);
  const places: [holder: Holder, key: string][] = [];
  const walk = (value: unknown) => {
    if (value && typeof value === 'object')
      for (const [key, part] of Object.entries(value)) {
        places.push([value as Holder, key]);
        walk(part);
      }
  };
  walk(config);
  for (let i = 1 + below(2); i > 0; i--) {
    const [holder, key] = places[below(places.length)]!;
    const what = below(8);
    if (!what) delete holder[key];
    else if (what === 1 && Array.isArray(holder)) holder.push(holder[Number(key)]);
    else if (what === 2) holder.__proto__x = holder[key];
    else holder[key] = JUNK[below(JUNK.length)];
  }
  return JSON.stringify(config).replaceAll('__proto__x', '__proto__');
}

test(`${configs} spoilt configs: no error in the page, and the tag answers`, async ({
  page,
  site,
  guard,
}) => {
  let seed = first;
  serveBare(site);
  site.serve('/config.json', () => spoil(seed));
  site.serve(
    '/',
    pageWith('<h1>Original</h1><p class="price">1</p><a href="/x">x</a>', 'data-config="/config.json"'),
  );
  for (; seed < first + configs; seed++) {
    await page.goto(site.origin);
    const answer = await page
      .evaluate(async () => {
        const { selvedge } = window;
        await selvedge.ready;
        await selvedge.track('purchase', { value: 3, item_category: 'tents' });
        await selvedge.set({ name: 'Ada' });
        selvedge.experiences();
        for (const id of selvedge.segments()) selvedge.explain(id);
        history.pushState({}, '', '/?next');
        const { events } = await selvedge.export();
        await selvedge.forget();
        // without a usable config there are none
        return !events || Array.isArray(events);
      })
      .catch(String);
    expect([answer, ...guard.findProblems()], `seed ${seed}`).toEqual([true]);
    expect(
      guard.warnings.filter((text) => /stopped|TypeError/.test(text)),
      `seed ${seed}`,
    ).toEqual([]);
    guard.reset();
  }
});
