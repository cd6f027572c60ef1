// Odd items of a config's lists are left out alone, and said once each.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readParts } from '../../../snippet/read-parts.ts';
import type { Warning } from '../../../snippet/warn.ts';

type List = 'hosts' | 'segments' | 'experiences' | 'goals' | 'capture' | 'topics';

const when = { kind: 'all', of: [] };
const variant = { id: 'v', name: 'v', segment: 'everyone', changes: [] };
const experience = { id: 'e', name: 'e', status: 'live', pages: ['*'], variants: [variant] };
const whole: Record<List, object[] | string[]> & { version: number } = {
  version: 1,
  hosts: ['a.example'],
  segments: [{ id: 's', when }],
  experiences: [experience],
  goals: [{ id: 'g', event: 'purchase' }],
  capture: [{ kind: 'page', event: 'x', pages: ['/x'] }],
  topics: [{ topic: 't', pages: ['/t'] }],
};

function read(parts: object) {
  const warnings: Warning[] = [];
  const read = readParts({ ...whole, ...parts }, (warning) => void warnings.push(warning));
  return { config: read as unknown as typeof whole, paths: warnings.map(({ path }) => path) };
}

test.each<[list: List, odd: unknown]>([
  ...(['hosts', 'segments', 'experiences', 'goals', 'capture', 'topics'] as const).flatMap((list) =>
    [null, 5, true, [], {}, ''].map((odd): [List, unknown] => [list, odd]),
  ),
  ['segments', { id: 's2' }],
  ['segments', { id: 7, when }],
  ['segments', { when }],
  ['experiences', { ...experience, id: 'e2', variants: null }],
  ['experiences', { ...experience, id: 'e2', pages: '/x' }],
  ['experiences', { ...experience, id: 'e2', status: 4 }],
  ['experiences', { ...experience, id: '' }],
  ['goals', { id: 'g2' }],
  ['goals', { id: 'g2', event: 'purchase', value: 0.5 }],
  ['capture', { kind: 'click', event: 'x' }],
  ['capture', { kind: 'click', event: 'x', target: null }],
  ['capture', { kind: 'seen', event: 'x', target: { css: 5 } }],
  ['capture', { kind: 'page', event: 'x' }],
  ['topics', { topic: 5, pages: ['/x'] }],
  ['topics', { topic: 'x' }],
])('an odd item of %s is left out alone: %j', (list, odd) => {
  const items = whole[list];
  const { config, paths } = read({ [list]: [odd, ...items, odd] });
  expect(config[list]).toEqual(items);
  expect(paths).toEqual([`${list}[0]`, `${list}[2]`]);
  // all else is as it was
  expect({ ...config, privacy: undefined }).toEqual({ ...whole, privacy: undefined });
});

test.each(['xevil.invalidx', { 0: 'a.example', length: 1 }, 5, true, null])(
  'no list of hosts: %j',
  (hosts) => {
    const { config, paths } = read({ hosts });
    expect(config.hosts).toEqual([]);
    expect(paths).toEqual(['hosts']);
  },
);

test('no hosts at all need no word, and hosts are read in lower case', () => {
  expect(read({ hosts: undefined })).toMatchObject({ config: { hosts: [] }, paths: [] });
  expect(read({ hosts: ['Images.Example'] }).config.hosts).toEqual(['images.example']);
});

test.each<List>(['segments', 'experiences', 'goals'])('of two %s with one id the first counts', (list) => {
  const [first] = whole[list] as object[];
  const { config, paths } = read({
    [list]: [first, { ...first, name: 'second' }, { ...first, id: 'other' }],
  });
  expect(config[list]).toEqual([first, { ...first, id: 'other' }]);
  expect(paths).toEqual([`${list}[1]`]);
});

test('variants: odd ones and second ones are left out, in their own experience only', () => {
  const other = { ...experience, id: 'f' };
  const { config, paths } = read({
    experiences: [
      { ...experience, variants: [null, variant, variant, 5, { ...variant, segment: 5 }] },
      other,
    ],
  });
  expect(config.experiences).toEqual([experience, other]);
  expect(paths).toEqual([0, 2, 3, 4].map((at) => `experiences[0].variants[${at}]`));
});

test('what is not live is left out without a word', () => {
  const draft = { ...experience, id: 'draft', status: 'draft' };
  expect(read({ experiences: [draft, experience] })).toMatchObject({
    config: { experiences: [experience] },
    paths: [],
  });
});

test.each([[['*', null]], [[['*']]], [['!/a', 5]]])(
  'odd page patterns never make it more pages: %j',
  (pages) => {
    const odd = { ...experience, id: 'odd', pages };
    const { config, paths } = read({ experiences: [odd, experience] });
    expect(config.experiences).toEqual([experience]);
    expect(paths).toEqual(['experiences[0]']);
  },
);

test('nothing throws, whatever the lists hold', () => {
  const anything = fc.anything({ maxDepth: 3 });
  fc.assert(
    fc.property(
      fc.record({
        hosts: anything,
        segments: anything,
        experiences: anything,
        goals: anything,
        capture: anything,
        topics: anything,
      }),
      (parts) => {
        const { config } = read(parts);
        for (const list of Object.keys(parts) as List[]) expect(Array.isArray(config[list])).toBe(true);
      },
    ),
  );
});
