// What is stored for the next page: the lines that are not a newcomer's.
import { expect, test } from 'vitest';
import { compile } from '../../../../../shared/engine/compile.ts';
import { record } from '../../../../../shared/engine/fold.ts';
import { answersOf, findLeaves, newcomerOf } from '../../../../../shared/engine/lines/answers.ts';
import { createProfile } from '../../../../../shared/engine/profile.ts';
import type { Condition } from '../../../../../shared/schema/condition.ts';
import { configOf, NOW } from '../arbitraries.ts';
import { site } from './lives.ts';
import { templates } from './rules.ts';

const program = compile(configOf(templates, site));
const leaves = findLeaves(program);
const newcomer = newcomerOf(program, leaves);

test('a newcomer has the same answers at any time', () => {
  expect(Object.keys(newcomer)).toHaveLength(leaves.length);
  for (const lines of Object.values(newcomer)) expect(JSON.stringify(lines)).not.toMatch(/\d\d/);
});

test('what is a newcomer’s is not stored', () => {
  expect(answersOf(program, leaves, createProfile(program), newcomer)).toEqual({});
  const profile = createProfile(program);
  record(program, profile, 'purchase', { value: 20 }, NOW);
  const answers = answersOf(program, leaves, profile, newcomer);
  const bought = leaves.filter(({ condition }) => JSON.stringify(condition).includes('purchase'));
  const stored = leaves.filter(({ key }) => key in answers);
  expect(stored.some((leaf) => bought.includes(leaf))).toBe(true);
  expect(stored.length).toBeLessThan(leaves.length / 2);
  for (const { key } of stored) expect(answers[key]).not.toEqual(newcomer[key]);
});

test('a state that is not built yet is stored as unknown', () => {
  const profile = { ...createProfile(program), nodes: {} };
  const answers = answersOf(program, leaves, profile, newcomer);
  expect(leaves.filter(({ rule }) => rule.key).every(({ key }) => answers[key] === 2)).toBe(true);
});

test('conditions are found in groups and frequencies, each once', () => {
  const bought: Condition = { kind: 'count', event: 'purchase', is: 0 };
  const config = configOf(
    [
      bought,
      {
        kind: 'all',
        of: [
          { kind: 'none', of: [bought] },
          { kind: 'segment', id: 's0' },
        ],
      },
    ],
    {
      experiences: [
        {
          id: 'e',
          name: 'E',
          status: 'live',
          pages: ['*'],
          variants: [],
          frequency: { times: 2, per: '1d' },
        },
      ],
    },
  );
  expect(findLeaves(compile(config)).map(({ condition }) => condition)).toEqual([
    bought,
    { kind: 'count', event: 'exposure', where: { experience: 'e' }, is: { $lt: 2 }, within: '1d' },
  ]);
});
