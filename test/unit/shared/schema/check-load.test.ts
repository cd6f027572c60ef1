// A check is as long as its config, and says of a thousand like mistakes the first twenty: no file keeps anybody busy.
// What grew with the square of its input took minutes here; the limit of each test is a minute of a loaded machine.
import { expect, test } from 'vitest';
import { readBundled } from '../../../../shared/publish/read-bundled.ts';
import { checkConfig } from '../../../../shared/schema/check.ts';
import { MOST_ALIKE } from '../../../../shared/schema/limits.ts';
import { SAMPLE } from './sample.ts';

const LIMIT_MS = 60_000;
const base = {
  version: 1,
  site: 'a.example',
  revision: 1,
  segments: [] as unknown[],
  experiences: [] as unknown[],
};
const times = <T>(count: number, make: (at: number) => T): T[] =>
  Array.from({ length: count }, (_, at) => make(at));
const segment = (id: string, when: unknown) => ({ id, name: id, when });
const refersTo = (id: string) => ({ kind: 'segment', id });
const experience = (changes: unknown[], id = 'x') => ({
  id,
  name: id,
  status: 'live',
  pages: ['*'],
  variants: [{ id: 'v', name: 'v', segment: 'everyone', changes }],
});
const age = { kind: 'age', is: { $gt: '1d' } };

test.each<[what: string, config: unknown, problem: RegExp, left: number | undefined]>([
  [
    '3,000 unknown segments among 3,000',
    {
      ...base,
      segments: [
        ...times(3000, (i) => segment(`known-${i}-abcdefghij`, age)),
        ...times(3000, (i) => segment(`s${i}`, refersTo(`knwon-${i}-abcdefghij`))),
      ],
    },
    /no segment has the id/,
    3000,
  ],
  [
    '3,000 foreign hosts beside 3,000 listed ones',
    {
      ...base,
      hosts: times(3000, (i) => `cdn-${i}.images.example`),
      experiences: [
        experience(
          times(3000, (i) => ({
            kind: 'image',
            target: { css: 'img' },
            src: `https://cnd-${i}.images.example/a`,
          })),
        ),
      ],
    },
    /is another host/,
    3000,
  ],
  [
    '100,000 changes that are none',
    { ...base, experiences: [experience(times(100_000, () => 7))] },
    /found/,
    100_000,
  ],
  [
    '60,000 changes of an unknown kind',
    { ...base, experiences: [experience(times(60_000, () => ({ kind: 'blink' })))] },
    /unknown kind/,
    60_000,
  ],
  ['100,000 hosts that are none', { ...base, hosts: times(100_000, () => null) }, /found/, 100_000],
  [
    '2,000 duplicate ids',
    { ...base, segments: times(2001, () => segment('same', age)) },
    /is there already/,
    2000,
  ],
  [
    'a million values',
    { ...base, hosts: times(1_000_000, () => null) },
    /more than 200,000 values/,
    undefined,
  ],
])(
  '%s: the first are named, the rest is counted',
  (_what, config, problem, left) => {
    const { problems, config: fit } = checkConfig(config);
    expect(fit).toBeUndefined();
    const alike = problems.filter((one) => problem.test(one.problem));
    if (left === undefined) return expect(problems).toHaveLength(1);
    expect(alike).toHaveLength(MOST_ALIKE);
    expect(problems.map((one) => one.problem)).toContain(
      `${left - MOST_ALIKE} more of this kind from here on`,
    );
    expect(problems.length).toBeLessThan(4 * MOST_ALIKE);
  },
  LIMIT_MS,
);

test.each([65, 66, 500, 10_000])(
  '%d segments that refer to each other in a row are one named problem',
  (count) => {
    const chain = times(count, (i) => segment(`s${i}`, i ? refersTo(`s${i - 1}`) : age));
    for (const segments of [chain, [...chain].reverse()]) {
      const { problems } = checkConfig({ ...base, segments });
      expect(problems).toHaveLength(1);
      expect(problems[0]).toMatchObject({
        problem: 'more than 64 segments refer to each other in a row',
        severity: 'error',
      });
    }
  },
  LIMIT_MS,
);

test('64 in a row are fit, and a segment that many refer to is no chain', () => {
  const chain = times(64, (i) => segment(`s${i}`, i ? refersTo(`s${i - 1}`) : age));
  const star = times(500, (i) => segment(`t${i}`, refersTo('s0')));
  expect(checkConfig({ ...base, segments: [...chain, ...star] }).config).toBeDefined();
});

test(
  'a circle of 5,000 segments is one problem, and short',
  () => {
    const segments = times(5000, (i) => segment(`s${i}`, refersTo(`s${(i + 1) % 5000}`)));
    const { problems } = checkConfig({ ...base, segments });
    const circles = problems.filter(({ problem }) => problem.startsWith('the segment leads back to itself'));
    expect(circles).toHaveLength(1);
    expect(circles[0]?.problem.length).toBeLessThan(200);
  },
  LIMIT_MS,
);

test(
  'a value as long as a file is quoted short, wherever it stands',
  () => {
    const long = 'x'.repeat(100_000);
    const { problems } = checkConfig({
      ...base,
      [long]: 1,
      hosts: [`${long}/`],
      segments: [
        segment('a', { kind: 'count', event: 'b', is: { [`$${long}`]: 1 } }),
        segment('c', refersTo(long)),
      ],
      experiences: [
        experience([
          { kind: 'link', target: { css: 'a' }, href: `${long}:y` },
          { kind: 'redirect', url: long },
          { kind: 'class', target: { css: `a ${long}[` }, add: [`${long} b`] },
          { kind: 'image', target: { css: 'img' }, src: `https://${long}.example/` },
          { kind: 'attribute', target: { css: 'a' }, name: long, value: '' },
          { kind: 'html', target: { css: 'p' }, value: `<${long}>` },
        ]),
      ],
    });
    expect(problems.length).toBeGreaterThan(7);
    for (const { path, problem, remedy } of problems)
      expect((path + problem + remedy).length).toBeLessThan(1000);
  },
  LIMIT_MS,
);

test('a file that is too long is named so, with the limit', () => {
  const { problems } = checkConfig(JSON.stringify({ ...SAMPLE, site: 'x'.repeat(5_000_001) }));
  expect(problems).toEqual([
    expect.objectContaining({
      problem: 'the file has 5.0 million characters, of at most 5',
      severity: 'error',
    }),
  ]);
});

test.each<[what: string, text: string]>([
  ['beginnings that never end', '{"version":1,'.repeat(40_000)],
  ['open brackets', `{"version":1,"a":${'['.repeat(400_000)}`],
  ['a text that never ends', `{"version":1,"a":"${'\\"'.repeat(300_000)}`],
  ['schemas that never end', '{"$schema":"'.repeat(60_000)],
  ['objects that are none', '{"version":1,"a":}'.repeat(40_000)],
])(
  'a page cannot keep us reading: %s',
  (_what, text) => {
    expect(readBundled(text)).toBeUndefined();
  },
  LIMIT_MS,
);
