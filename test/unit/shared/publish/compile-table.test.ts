// The promise of the table: what a page decides by it alone, from what is stored as text, is what the engine decides once
// it has recorded that page. Random configs, lives, pages, instants and doubts.
//
// The run is a share of the whole (see support/draws.ts).
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { assign } from '../../../../shared/engine/assign.ts';
import { compile } from '../../../../shared/engine/compile.ts';
import { segments } from '../../../../shared/engine/decide.ts';
import { fitsPages } from '../../../../shared/engine/glob.ts';
import { findLeaves, newcomerOf } from '../../../../shared/engine/lines/answers.ts';
import { askOwn, testFact } from '../../../../shared/engine/lines/ask-own.ts';
import { askPage } from '../../../../shared/engine/lines/ask-page.ts';
import { chooseShare } from '../../../../shared/engine/lines/choose-share.ts';
import { giveEntry } from '../../../../shared/engine/lines/entry.ts';
import { findEntries } from '../../../../shared/engine/lines/find-entries.ts';
import { findLeaf } from '../../../../shared/engine/lines/find-leaf.ts';
import { outcomeOf, placeOfTopics } from '../../../../shared/engine/lines/page-test.ts';
import { remember } from '../../../../shared/engine/lines/remember.ts';
import { openPage, type Remembered } from '../../../../shared/engine/lines/remembered.ts';
import type { Settings } from '../../../../shared/engine/lines/settings.ts';
import { findLines, SETTINGS } from '../../../../shared/engine/lines/table.ts';
import { askTree } from '../../../../shared/engine/lines/tree.ts';
import { withDays } from '../../../../shared/engine/lines/zone.ts';
import { matchesPages } from '../../../../shared/engine/pattern.ts';
import { place } from '../../../../shared/engine/place.ts';
import { holds } from '../../../../shared/engine/predicate.ts';
import { createProfile } from '../../../../shared/engine/profile.ts';
import type { Facts, View } from '../../../../shared/engine/view.ts';
import { trimConfig } from '../../../../shared/publish/bundle.ts';
import { compileTable } from '../../../../shared/publish/compile-table.ts';
import type { Condition } from '../../../../shared/schema/condition.ts';
import type { Config } from '../../../../shared/schema/config.ts';
import type { Experience } from '../../../../shared/schema/experience.ts';
import { readHour, readWeekday } from '../../../../snippet/now/read-clock.ts';
import { draws } from '../../../support/draws.ts';
import { configOf, NOW, rule } from '../engine/arbitraries.ts';
import { arrive, life, live, open, page, site } from '../engine/lines/lives.ts';
import { leavesOf, own, templates } from '../engine/lines/rules.ts';

const DAY_MS = 864e5;
const clock: { [fact: string]: typeof readHour } = { hour: readHour, weekday: readWeekday };
const counted: Record<string, number> = { answers: 0 };
const count = (what: string, more = 1) => {
  counted[what] = (counted[what] ?? 0) + more;
};
afterAll(() => console.log(counted));

const everybody: Condition = { kind: 'all', of: [] };
const nth = fc.nat({ max: 4 }).map((n) => `s${n}`);
const condition: fc.Arbitrary<Condition> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...templates) },
  { weight: 3, arbitrary: own },
  { weight: 2, arbitrary: rule },
  { weight: 1, arbitrary: fc.constant<Condition>({ kind: 'context', key: 'source', is: { $exists: true } }) },
  { weight: 1, arbitrary: fc.constant<Condition>({ kind: 'context', key: 'landing', is: '/' }) },
);
const rules = fc
  .array(condition, { minLength: 3, maxLength: 6 })
  .map((all): Condition[] => [...all, { kind: 'none', of: [{ kind: 'segment', id: 's0' }] }]);

const variants = fc
  .array(
    fc.record(
      { segment: fc.oneof(nth, nth, fc.constant('everyone')), weight: fc.constantFrom(0, 1, 2.5, 0.1) },
      { requiredKeys: ['segment'] },
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((all) => all.map((one, i) => ({ id: `v${i}`, name: '', changes: [], ...one })));
const experience = fc.record(
  {
    variants,
    pages: fc.array(
      fc.constantFrom('*', '/tents/*', '/', '/boots/*', '!/tents/winter', '/find?q=*', '*map*'),
      {
        minLength: 1,
        maxLength: 3,
      },
    ),
    status: fc.constantFrom<Experience['status']>('live', 'live', 'live', 'paused'),
    holdout: fc.constantFrom(0, 0.1, 0.5),
    schedule: fc.constantFrom<Experience['schedule']>(
      { from: new Date(NOW).toISOString() },
      { to: new Date(NOW + 20 * DAY_MS).toISOString() },
    ),
    frequency: fc.constantFrom<Experience['frequency']>(
      ...([
        { times: 1, per: 'visit' },
        { times: 2, per: 'visitor' },
        { times: 1, per: '1d' },
      ] as const),
    ),
  },
  { requiredKeys: ['variants', 'pages', 'status'] },
);
const experiences = fc
  .array(experience, { minLength: 1, maxLength: 5 })
  // 'tents' and 'e2' are what the lives have seen
  .map((all) => all.map((one, i): Experience => ({ id: ['tents', 'e2'][i] ?? `e${i}`, name: '', ...one })));

/** A config without rules of which nothing is written down, and without variants for segments that are not there. */
function makeConfig(rules: Condition[], offered: Experience[]): Config {
  const isThere = (segment: string) => segment === 'everyone' || Number(segment.slice(1)) < rules.length;
  const config = configOf(rules, {
    ...site,
    experiences: offered.map((one) => ({
      ...one,
      variants: one.variants.filter(({ segment }) => isThere(segment)),
    })),
  });
  const program = compile(config);
  const isForeseen = (when: Condition) => leavesOf(when).every((leaf) => !findLeaf(program, leaf)?.endless);
  return {
    ...config,
    segments: config.segments.map((one) => (isForeseen(one.when) ? one : { ...one, when: everybody })),
  };
}

/** A page that is opened so much (ms) after the newest event. */
const opening = fc.record({
  next: page,
  later: fc.oneof(
    fc.constantFrom(-7_200_000, 0, 1, 1_800_000),
    fc.integer({ min: -3_600_000, max: 60 * DAY_MS }),
  ),
  seed: fc.string({ minLength: 8, maxLength: 8 }),
  doubt: fc.constantFrom<View['doubt']>(undefined, undefined, undefined, 'waiting', 'memory'),
});

type Opening = typeof opening extends fc.Arbitrary<infer T> ? T : never;

function createVisitor(draft: Config, deeds: Parameters<typeof live>[2]) {
  const config = trimConfig(draft);
  const program = compile(config);
  const leaves = findLeaves(program);
  const profile = createProfile(program);
  profile.traits.plan = 'gold';
  live(program, profile, deeds);
  const table = compileTable(draft);
  const settings: Settings = JSON.parse(findLines(table, SETTINGS)[0] ?? '{}');
  // as it is stored: text
  const stored = JSON.stringify(remember(program, leaves, profile, newcomerOf(program, leaves)));
  const remembered: Remembered = JSON.parse(stored);
  return { config, program, leaves, profile, table, settings, remembered };
}

function compare(visitor: ReturnType<typeof createVisitor>, { next, later, seed, doubt }: Opening) {
  const { config, program, leaves, profile, table, settings } = visitor;
  const at = profile.newestAt ? profile.newestAt + later : NOW;
  const arriving = arrive(config, next);
  const facts: Facts = {
    ...arriving.arrival,
    device: 'phone',
    language: 'de',
    path: arriving.address.path,
  };
  const opened = open(program, profile, next, at);
  const view: View = { program, profile: opened, facts, now: at, ...(doubt && { doubt }) };

  const url = new URL(next.path, 'https://shop.example');
  const remembered = withDays(visitor.remembered, at);
  const now = openPage(remembered, arriving, at);
  // of topics that nobody foresaw
  if (
    leaves.some(
      ({ tests }) => outcomeOf(tests, now.page, holds, { fitsPages, placeOfTopics }).place === undefined,
    )
  )
    return;
  const asked = askPage({
    table,
    rules: settings.rules,
    remembered,
    at,
    fact: (key, is) => testFact(is, [now.facts[key] ?? clock[key]?.(url, at) ?? facts[key]], holds),
    own: (lines, tests) => askOwn(lines, tests, [now.page], at, holds, { fitsPages, placeOfTopics }),
    holds,
    isDoubted: !!doubt,
  });
  const given = findEntries(table, arriving.address, fitsPages).map((entry) =>
    giveEntry(entry, asked, at, (salt) => place(seed, salt), chooseShare),
  );

  const expected = config.experiences.filter(
    ({ status, pages }) => status === 'live' && matchesPages(pages, url),
  );
  expect(given.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
  for (const [i, experience] of expected.entries()) {
    const { outcome, variant, segment, eligible } = assign(experience, view, seed);
    const { changes: _changes, order: _order, id: _id, segment: at = -2, ...mine } = given[i] ?? {};
    const named = at === -1 ? 'everyone' : config.segments[at]?.id;
    count(outcome);
    expect({ ...mine, ...(named && { segment: named }) }, JSON.stringify(experience)).toEqual(
      JSON.parse(JSON.stringify({ outcome, variant, segment, eligible })),
    );
  }
  const inside = [...program.segments.keys()].filter((_id, place) => askTree(['#', place], asked) === 1);
  expect(inside).toEqual(segments(view));
  count('answers', expected.length + program.segments.size);
}

test('a page decides by the table as the engine does', () => {
  fc.assert(
    fc.property(
      rules,
      experiences,
      life,
      fc.array(opening, { minLength: 6, maxLength: 6 }),
      (all, offered, deeds, openings) => {
        const visitor = createVisitor(makeConfig(all, offered), deeds);
        for (const one of openings) compare(visitor, one);
      },
    ),
    { numRuns: draws(3000) },
  );
  expect(counted.answers).toBeGreaterThan(draws(100_000));
});
