// The promise of the lines: what they say of a page before anything is loaded is what the engine says once it has
// recorded that page. Every kind and template, random lives and next pages, and each instant at which a line changes, a
// ms before and after it too.
//
// The run is a share of the whole (see support/draws.ts); SELVEDGE_SEED plays one again.
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { compile } from '../../../../../shared/engine/compile.ts';
import { record } from '../../../../../shared/engine/fold.ts';
import { linesOf } from '../../../../../shared/engine/lines/lines-of.ts';
import { touches } from '../../../../../shared/engine/lines/touches.ts';
import { createProfile, VISIT_GAP_MS } from '../../../../../shared/engine/profile.ts';
import { draws } from '../../../../support/draws.ts';
import { leaf as anyLeaf, configOf, daily, dailyViews } from '../arbitraries.ts';
import { asking, models } from '../models.ts';
import { check, compare, counted, findLeaves, lived, seed } from './check-lines.ts';
import { busy, live, site } from './lives.ts';
import { leavesOf, own, templates, windows } from './rules.ts';

afterAll(() => console.log(counted));

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
