// Whether lines say what the engine says: of random lives and next pages, at random instants and at each at which a line changes,
// a ms before and after it too.

import fc from 'fast-check';
import { expect } from 'vitest';
import { find } from '../../../../../shared/engine/decide.ts';
import { CLOCK_SLACK_MS } from '../../../../../shared/engine/event.ts';
import { rebuild } from '../../../../../shared/engine/fold.ts';
import { fitsPages } from '../../../../../shared/engine/glob.ts';
import { findLeaf } from '../../../../../shared/engine/lines/find-leaf.ts';
import type { Leaf } from '../../../../../shared/engine/lines/leaf.ts';
import { type Lines, readLines } from '../../../../../shared/engine/lines/line.ts';
import { linesOf } from '../../../../../shared/engine/lines/lines-of.ts';
import { outcomeOf, placeOfTopics } from '../../../../../shared/engine/lines/page-test.ts';
import { holds } from '../../../../../shared/engine/predicate.ts';
import { createProfile, type Profile } from '../../../../../shared/engine/profile.ts';
import type { Program } from '../../../../../shared/engine/view.ts';
import type { Condition } from '../../../../../shared/schema/condition.ts';
import { life, live, open, own as ownOf, type Page, page } from './lives.ts';

const DAY_MS = 864e5;
export const counted: Record<string, number> = { answers: 0, lines: 0, changes: 0, unknown: 0, endless: 0 };
const count = (what: string, more = 1) => {
  counted[what] = (counted[what] ?? 0) + more;
};
export interface Written {
  leaf: Leaf;
  lines: Lines;
}

const changesOf = (lines: Lines | number): number[] => {
  if (typeof lines === 'number') return lines > 2 ? [lines] : [];
  return Object.values(lines).flatMap(changesOf);
};

/** Compares some of what was written, read as the page does, at one instant. */
export function compare(written: Written[], program: Program, profile: Profile, next: Page, at: number) {
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
export const lived = fc.record({
  deeds: life,
  edges: fc.array(edge, { minLength: 6, maxLength: 6 }),
  cut: fc.option(fc.nat(20), { nil: undefined, freq: 4 }),
  isNew: fc.constantFrom(false, false, false, false, false, false, false, false, false, true),
  pages: fc.array(page, { minLength: 2, maxLength: 2 }),
  offsets: fc.array(offset, { minLength: 4, maxLength: 4 }),
  pick: fc.nat(),
});
type Lived = typeof lived extends fc.Arbitrary<infer T> ? T : never;

export function check(
  program: Program,
  leaves: Leaf[],
  { deeds, edges, cut, isNew, pages, offsets, pick }: Lived,
  traits: Profile['traits'] = {},
) {
  let profile = { ...createProfile(program), traits };
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

export const seed = process.env.SELVEDGE_SEED ? { seed: Number(process.env.SELVEDGE_SEED) } : {};
export const findLeaves = (program: Program, rules: Condition[]): Leaf[] =>
  rules.flatMap((rule) => {
    const leaf = findLeaf(program, rule);
    if (leaf?.endless) count('endless');
    return leaf && !leaf.endless ? [leaf] : [];
  });
