// The promise of the lines: what they say of a page before anything is loaded is what the engine says once it has
// recorded that page. Every kind and template, random lives and next pages, and each instant at which a line changes, a
// ms before and after it too.
//
// The run is a share of the whole (see support/draws.ts); SELVEDGE_SEED plays one again.
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { compile } from '../../../../../shared/engine/compile.ts';
import { find } from '../../../../../shared/engine/decide.ts';
import { CLOCK_SLACK_MS } from '../../../../../shared/engine/event.ts';
import { rebuild, record } from '../../../../../shared/engine/fold.ts';
import { fitsPages } from '../../../../../shared/engine/glob.ts';
import { findLeaf } from '../../../../../shared/engine/lines/find-leaf.ts';
import type { Leaf } from '../../../../../shared/engine/lines/leaf.ts';
import { type Lines, readLines } from '../../../../../shared/engine/lines/line.ts';
import { linesOf } from '../../../../../shared/engine/lines/lines-of.ts';
import { outcomeOf, placeOfTopics } from '../../../../../shared/engine/lines/page-test.ts';
import { touches } from '../../../../../shared/engine/lines/touches.ts';
import { holds } from '../../../../../shared/engine/predicate.ts';
import { createProfile, type Profile, VISIT_GAP_MS } from '../../../../../shared/engine/profile.ts';
import type { Program } from '../../../../../shared/engine/view.ts';
import type { Condition } from '../../../../../shared/schema/condition.ts';
import { draws } from '../../../../support/draws.ts';
import { leaf as anyLeaf, configOf, daily, dailyViews } from '../arbitraries.ts';
import { asking, models } from '../models.ts';
import { busy, life, live, open, own as ownOf, type Page, page, site } from './lives.ts';
import { leavesOf, own, templates, windows } from './rules.ts';

const DAY_MS = 864e5;
const counted: Record<string, number> = { answers: 0, lines: 0, changes: 0, unknown: 0, endless: 0 };
const count = (what: string, more = 1) => {
  counted[what] = (counted[what] ?? 0) + more;
};
afterAll(() => console.log(counted));

interface Written {
  leaf: Leaf;
  lines: Lines;
}

const changesOf = (lines: Lines | number): number[] => {
  if (typeof lines === 'number') return lines > 2 ? [lines] : [];
  return Object.values(lines).flatMap(changesOf);
};

/** Compares some of what was written, read as the page does, at one instant. */
function compare(written: Written[], program: Program, profile: Profile, next: Page, at: number) {
  const opened = open(program, profile, next, at);
  const own = ownOf(program.config, profile, next, at);
  const isBehind = at < profile.newestAt - CLOCK_SLACK_MS;
  for (const one of written) {
    const { condition, tests } = one.leaf;
    const { value } = find(condition, { program, profile: opened, facts: {}, now: at });
    const outcome = outcomeOf(tests, own, holds, { fitsPages, placeOfTopics });
    const said = isBehind ? 2 : readLines(one.lines, outcome, at);
    if (outcome.place === undefined) {
      count('unforeseen');
      expect([next.path, said]).toEqual(['/tents/map/winter', 2]);
      continue;
    }
    // an order on the page itself counts from when it is opened, which no line knows
    if (condition.kind === 'persona' && program.config.personas?.event === 'page_view') {
      count('opening');
      expect(said).toBe(2);
      continue;
    }
    count('answers');
    if (value === 'unknown') count('unknown');
    if (said !== (value === 'unknown' ? 2 : +value))
      expect.fail(
        `${JSON.stringify(condition)} is ${value} at ${at - profile.newestAt} after the newest event, the line says ${said}:
${JSON.stringify(one.lines)}, newest ${profile.newestAt}, pruned ${profile.prunedAt}, next ${JSON.stringify(next)}
tests ${JSON.stringify(one.leaf.tests)}, state ${JSON.stringify(profile.nodes[one.leaf.rule.key ?? ''])}`,
      );
  }
}

const offset = fc.oneof(
  fc.constantFrom(
    0,
    1,
    -1,
    -3_600_000,
    -3_600_001,
    -7_200_000,
    60_000,
    300_000,
    1_799_999,
    1_800_000,
    3_600_000,
    DAY_MS,
    95 * DAY_MS,
  ),
  fc.integer({ min: -4_000_000, max: 4_000_000 }),
  fc.integer({ min: 0, max: 3 * DAY_MS }),
  fc.integer({ min: 0, max: 95 * DAY_MS }),
  fc.integer({ min: 0, max: 400 * DAY_MS }),
);
/** A length of time in the rules, after some event: there an answer changes, whether or not a line says so. */
const edge = fc.record({
  after: fc.nat(),
  span: fc.constantFrom(6e5, 18e5, 36e5, DAY_MS, 2 * DAY_MS, 7 * DAY_MS, 14 * DAY_MS, 30 * DAY_MS),
  ms: fc.constantFrom(-1, 0, 1),
});
const lived = fc.record({
  deeds: life,
  edges: fc.array(edge, { minLength: 6, maxLength: 6 }),
  cut: fc.option(fc.nat(20), { nil: undefined, freq: 4 }),
  isNew: fc.constantFrom(false, false, false, false, false, false, false, false, false, true),
  pages: fc.array(page, { minLength: 2, maxLength: 2 }),
  offsets: fc.array(offset, { minLength: 4, maxLength: 4 }),
  pick: fc.nat(),
});
type Lived = typeof lived extends fc.Arbitrary<infer T> ? T : never;

function check(program: Program, leaves: Leaf[], { deeds, edges, cut, isNew, pages, offsets, pick }: Lived) {
  let profile = createProfile(program);
  const ledger = live(program, profile, deeds);
  if (cut !== undefined && cut < ledger.length) {
    profile.prunedAt = ledger[cut]!.at;
    const building = rebuild(program, profile, [...program.nodes.keys()]);
    for (const event of ledger.slice(cut + 1)) building.fold(event);
    building.done();
  }
  if (isNew) profile = { ...profile, nodes: {} };
  const instants = edges
    .flatMap(({ after, span, ms }) => {
      // of those that are still to come
      const events = ledger.filter(({ at }) => at + span >= profile.newestAt);
      return events
        .slice(after % (events.length || 1))
        .map(({ at }) => at + span + ms)
        .slice(0, 1);
    })
    .concat(offsets.map((offset) => profile.newestAt + offset));
  const before = JSON.stringify(profile);
  const written = leaves.map((leaf) => ({ leaf, lines: linesOf(program, profile, leaf) }));
  expect(JSON.stringify(profile)).toBe(before);
  count('lines', written.length);
  for (const next of pages) {
    for (const at of instants) compare(written, program, profile, next, at);
    const changes = written.flatMap((one) => changesOf(one.lines).map((at) => ({ one, at })));
    count('changes', changes.length);
    for (const [i, { one, at }] of changes.entries()) {
      if (changes.length > 60 && (i + pick) % Math.ceil(changes.length / 60)) continue;
      for (const ms of [-1, 0, 1]) compare([one], program, profile, next, at + ms);
    }
  }
}

const seed = process.env.SELVEDGE_SEED ? { seed: Number(process.env.SELVEDGE_SEED) } : {};
const findLeaves = (program: Program, rules: Condition[]): Leaf[] =>
  rules.flatMap((rule) => {
    const leaf = findLeaf(program, rule);
    if (leaf?.endless) count('endless');
    return leaf && !leaf.endless ? [leaf] : [];
  });

test.each([
  ['every template', {}],
  ['every template on a site of topics and captures', site],
])(
  '%s',
  (_name, extra) => {
    const rules = templates.flatMap(leavesOf);
    const program = compile(configOf(templates, extra));
    const leaves = findLeaves(program, rules);
    fc.assert(
      fc.property(lived, (one) => check(program, leaves, one)),
      { numRuns: draws(40), ...seed },
    );
  },
  3_600_000,
);

test('what an event does not touch stays right', () => {
  const rules = [...windows, ...templates.flatMap(leavesOf)];
  const program = compile(configOf(rules, site));
  const leaves = findLeaves(program, rules);
  const last = fc.record({ name: fc.constantFrom('engagement', 'purchase', 'wave'), wait: fc.nat(36e5) });
  let kept = 0;
  fc.assert(
    fc.property(lived, last, ({ deeds, pages, offsets }, { name, wait }) => {
      const profile = createProfile(program);
      if (!live(program, profile, deeds).length) return;
      const written = leaves
        .filter((leaf) => !touches(leaf, name))
        .map((leaf) => ({ leaf, lines: linesOf(program, profile, leaf) }));
      kept += written.length;
      record(program, profile, name, { seconds: 20, value: 9 }, profile.newestAt + wait);
      // the last ms of the visit, as the event has put its end off
      for (const next of pages)
        for (const offset of [VISIT_GAP_MS - 1, VISIT_GAP_MS, ...offsets.map(Math.abs)])
          compare(written, program, profile, next, profile.newestAt + offset);
    }),
    { numRuns: draws(40), ...seed },
  );
  expect(kept).toBeGreaterThan(100);
}, 3_600_000);

test('windows that events leave while others enter', () => {
  const program = compile(configOf(windows));
  const leaves = findLeaves(program, windows);
  fc.assert(
    fc.property(lived, busy, (one, deeds) => check(program, leaves, { ...one, deeds, cut: undefined })),
    { numRuns: draws(60), ...seed },
  );
}, 3_600_000);

/** Of others a line knows nothing: leaf.test.ts names them. */
const known = fc
  .oneof(own, own, anyLeaf)
  .filter(({ kind }) => !/score|interest|trait|context|persona|expected|alive/.test(kind));

test('models of any of them', () => {
  let written = 0;
  fc.assert(
    fc.property(
      lived,
      fc.array(models(known), { minLength: 3, maxLength: 3 }),
      fc.constantFrom({}, site, site, { ...site, ...daily }),
      (one, drawn, extra) => {
        const weighing = drawn.flat().map((model, i) => ({ ...model, id: `m${i}` }));
        const rules = asking(weighing);
        const program = compile(configOf(rules, { ...extra, models: weighing }));
        const leaves = findLeaves(program, rules);
        written += leaves.length;
        check(program, leaves, one);
      },
    ),
    { numRuns: draws(300), ...seed },
  );
  expect(written).toBeGreaterThan(40);
}, 3_600_000);

test('every kind', () => {
  fc.assert(
    fc.property(
      lived,
      fc.array(fc.oneof(own, own, anyLeaf), { minLength: 12, maxLength: 12 }),
      fc.constantFrom({}, site, site, { ...site, ...daily }, dailyViews),
      (one, rules, extra) => {
        const program = compile(configOf(rules, extra));
        check(program, findLeaves(program, rules), one);
      },
    ),
    { numRuns: draws(300), ...seed },
  );
}, 3_600_000);
