// The table of lines says of every segment what the engine says, from the answers that were stored and what the page
// knows of itself.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compile } from '../../../../shared/engine/compile.ts';
import { factOf } from '../../../../shared/engine/conditions/fact.ts';
import { find } from '../../../../shared/engine/decide.ts';
import { fitsPages } from '../../../../shared/engine/glob.ts';
import { answersOf, findLeaves, newcomerOf } from '../../../../shared/engine/lines/answers.ts';
import { readLines, type Value } from '../../../../shared/engine/lines/line.ts';
import { outcomeOf, placeOfTopics } from '../../../../shared/engine/lines/page-test.ts';
import { findLines, segmentKey, writeTable } from '../../../../shared/engine/lines/table.ts';
import { askTree, type Tree } from '../../../../shared/engine/lines/tree.ts';
import { toJson } from '../../../../shared/engine/native.ts';
import { holds } from '../../../../shared/engine/predicate.ts';
import { createProfile } from '../../../../shared/engine/profile.ts';
import { compileSegments, compileTree } from '../../../../shared/publish/compile-tree.ts';
import type { Condition } from '../../../../shared/schema/condition.ts';
import { draws } from '../../../support/draws.ts';
import { configOf } from '../engine/arbitraries.ts';
import { life, live, open, own, page, site } from '../engine/lines/lives.ts';
import { templates } from '../engine/lines/rules.ts';
import { readKinds } from '../schema/read-schema.ts';
import { placeOf, SAMPLE } from '../schema/sample.ts';

const nested: Condition = {
  kind: 'none',
  of: [
    { kind: 'segment', id: 's0' },
    {
      kind: 'any',
      of: [
        { kind: 'segment', id: 's3' },
        { kind: 'trait', key: 'plan', is: 'gold' },
      ],
    },
  ],
};
const rules = [
  ...templates,
  nested,
  { kind: 'all', of: [] } as Condition,
  { kind: 'any', of: [] } as Condition,
];
const config = configOf(rules, site);
const program = compile(config);
const table = writeTable(compileSegments(program));
const leaves = findLeaves(program);
const newcomer = newcomerOf(program, leaves);

const HOUR_MS = 36e5;
const findSegment = (place: number): [string, Tree] | undefined => {
  const [json] = findLines(table, segmentKey(place));
  return json === undefined ? undefined : JSON.parse(json);
};

test('every segment is answered as the engine does', () => {
  let answers = 0;
  fc.assert(
    fc.property(
      life,
      page,
      fc.integer({ min: -HOUR_MS, max: 90 * 24 * HOUR_MS }),
      fc.boolean(),
      (deeds, next, later, isGold) => {
        const profile = createProfile(program);
        if (isGold) profile.traits.plan = 'gold';
        live(program, profile, deeds);
        const at = profile.newestAt + later;
        const opened = open(program, profile, next, at);
        const self = own(config, profile, next, at);
        const view = { program, profile: opened, facts: { device: 'phone', language: 'de' }, now: at };
        const date = new Date(at);
        // as they are stored: text
        const stored = JSON.parse(JSON.stringify(answersOf(program, leaves, profile, newcomer)));
        for (const [place, id] of [...program.segments.keys()].entries()) {
          const value = askTree(['#', place], {
            lines: (key, first, tests) =>
              readLines(
                stored[key] ?? first,
                outcomeOf(tests, self, holds, { fitsPages, placeOfTopics }),
                at,
              ),
            often: () => false,
            fact: (key, is) => {
              const isHour = key === 'hour';
              const clock = isHour ? date.getHours() : date.getDay() || 7;
              return holds(is, isHour || key === 'weekday' ? clock : factOf(view, key)) ? 1 : 0;
            },
            trait: (key, is) => (holds(is, profile.traits[key]) ? 1 : 0),
            segment: findSegment,
          });
          answers++;
          const expected = find({ kind: 'segment', id }, view).value;
          if (next.path !== '/tents/map/winter')
            expect(value, `${id} ${JSON.stringify(findSegment(place))}`).toBe(
              expected === 'unknown' ? 2 : +expected,
            );
        }
      },
    ),
    { numRuns: draws(120) },
  );
  expect(answers).toBeGreaterThan(900);
});

test.each<[what: string, condition: Condition, tree: Tree]>([
  ['a fact', { kind: 'context', key: 'path', is: '/%C3%A9' }, ['c', 'path', '/é']],
  ['a trait', { kind: 'trait', key: 'plan', is: { $in: ['gold'] } }, ['t', 'plan', { $in: ['gold'] }]],
  ['what cannot be read', JSON.parse('{ "kind": "magic" }'), ['?']],
  ['groups', nested, ['!', ['#', 0], ['|', ['#', 3], ['t', 'plan', 'gold']]]],
])('%s', (_what, condition, tree) => expect(compileTree(program, condition)).toEqual(tree));

const T: Tree = ['&'];
const F: Tree = ['|'];
const U: Tree = ['?'];
test.each<[tree: Tree, value: number]>([
  [T, 1],
  [F, 0],
  [U, 2],
  [['!'], 1],
  [['&', T, U], 2],
  [['&', F, U], 0],
  [['|', T, U], 1],
  [['|', F, U], 2],
  [['!', F, U], 2],
  [['!', T, U], 0],
  [['!', F, F], 1],
  [['#', -1], 2],
])('%j is %d', (tree, value) => {
  const unknown = (): Value => 2;
  expect(
    askTree(tree, {
      lines: unknown,
      often: () => false,
      fact: unknown,
      trait: unknown,
      segment: () => undefined,
    }),
  ).toBe(value);
});

test('every kind is asked before the first paint: by its lines, or of the page', () => {
  const program = compile(SAMPLE);
  const unknown = ([...readKinds('Condition').keys()] as Condition['kind'][]).filter((kind) => {
    const condition = placeOf(kind).reduce<unknown>((at, key) => Object(at)[key], SAMPLE) as Condition;
    return toJson(compileTree(program, condition)).includes('["?"]');
  });
  expect(unknown).toEqual([]);
});
