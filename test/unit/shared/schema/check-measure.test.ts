// What a config may say of counting: each refusal has a neighbour that is fit.

import { describe, expect, test } from 'vitest';
import { checkConfig } from '../../../../shared/schema/check.ts';
import type { Config } from '../../../../shared/schema/config.ts';
import type { Experience } from '../../../../shared/schema/experience.ts';
import { SAMPLE } from './sample.ts';

const variant = (id: string, segment: string): Experience['variants'][number] => ({
  id,
  name: id,
  segment,
  changes: [],
});
const config = (more: Partial<Config> = {}, ...variants: [id: string, segment: string][]): Config => ({
  version: 1,
  site: 'shop.example',
  revision: 1,
  goals: [
    { id: 'order', name: 'Order', event: 'purchase' },
    { id: 'call', name: 'Call', event: 'call' },
  ],
  measure: { ping: {} },
  segments: ['keen', 'new'].map((id) => ({
    id,
    name: id,
    when: { kind: 'count', event: 'page_view', is: { $gte: 2 } },
  })),
  experiences: [
    {
      id: 'home',
      name: 'Home',
      status: 'live',
      pages: ['/'],
      goal: 'order',
      variants: variants.length
        ? variants.map(([id, segment]) => variant(id, segment))
        : [variant('a', 'everyone')],
    },
  ],
  ...more,
});
test('a config that uses all of it is fit, without a word', () => {
  const ping = { url: '/counted', level: 'private', epsilon: 1, budget: 12, window: '7d' };
  const value = { ...SAMPLE, measure: { ping, goals: ['order'], holdout: 0.05 } };
  expect(checkConfig(JSON.stringify(value))).toEqual({ config: value, problems: [] });
});

const errorsOf = (value: unknown) =>
  checkConfig(value)
    .problems.filter(({ severity }) => severity === 'error')
    .map(({ path, problem }) => [path, problem]);

describe('ping', () => {
  test.each<[rule: string, ping: object]>([
    ['nothing', {}],
    ['a path', { url: '/measure/ping.gif' }],
    ['ε at its ends', { level: 'private', epsilon: 0.5, budget: 4 }],
    ['a window', { window: '1d' }],
  ])('%s is fit', (_rule, ping) => expect(errorsOf(config({ measure: { ping } }))).toEqual([]));
  test.each<[rule: string, ping: object, at: string, says: RegExp]>([
    ['another host', { url: 'https://count.example/ping' }, 'url', /not the path/],
    ['another host without a scheme', { url: '//count.example/ping' }, 'url', /not the path/],
    ['what browsers take for that', { url: '/\\count.example' }, 'url', /not the path/],
    ['a relative path', { url: 'ping' }, 'url', /not the path/],
    ['a query', { url: '/ping?x=1' }, 'url', /not the path/],
    ['ε too small', { epsilon: 0.4 }, 'epsilon', /0\.4/],
    ['ε too big', { epsilon: 5 }, 'epsilon', /5/],
    ['no budget', { budget: 0 }, 'budget', /0/],
    ['a window of no time', { window: '0d' }, 'window', /no time/],
    ['an unknown level', { level: 'full' }, 'level', /unknown value "full"/],
  ])('%s is refused', (_rule, ping, at, says) => {
    const [[path, problem] = [], ...more] = errorsOf({ ...config(), measure: { ping } });
    expect([path, more]).toEqual([`measure.ping.${at}`, []]);
    expect(problem).toMatch(says);
  });
});

test.each<[holdout: number, isFit: boolean]>([
  [0, true],
  [0.05, true],
  [1.5, false],
  [-0.1, false],
])('a holdout from everything of %d', (holdout, isFit) =>
  expect(errorsOf(config({ measure: { ping: {}, holdout } })).map(([path]) => path)).toEqual(
    isFit ? [] : ['measure.holdout'],
  ),
);

describe('who is told', () => {
  const errors = (tell: object[], hosts: string[] = []) =>
    errorsOf({ ...config(), hosts, measure: { tell } }).map(([path]) => path);
  test.each<[rule: string, tell: object[]]>([
    ['nobody', []],
    ['one', [{ to: 'ga4' }]],
    ['several, with values', [{ to: 'umami', values: true }, { to: 'matomo' }]],
    ['a path', [{ to: 'beacon', url: '/told' }]],
    ['a host that is listed', [{ to: 'beacon', url: 'https://Count.example/told?x=1' }]],
  ])('%s is fit', (_rule, tell) => expect(errors(tell, ['count.example'])).toEqual([]));
  test.each<[rule: string, tell: object[], at: string]>([
    ['somebody unknown', [{ to: 'analytics9' }], '[0].to'],
    ['one twice', [{ to: 'ga4' }, { to: 'umami' }, { to: 'ga4' }], '[2].to'],
    ['an address that is missing', [{ to: 'beacon' }], '[0].url'],
    ['an address for somebody else', [{ to: 'ga4', url: '/told' }], '[0].url'],
    ['a host that is not listed', [{ to: 'beacon', url: 'https://other.example/told' }], '[0].url'],
    ['a host without https', [{ to: 'beacon', url: 'http://count.example/told' }], '[0].url'],
    ['another host without a scheme', [{ to: 'beacon', url: '//count.example/told' }], '[0].url'],
    ['who signs in', [{ to: 'beacon', url: 'https://a:b@count.example/told' }], '[0].url'],
  ])('%s is refused', (_rule, tell, at) =>
    expect(errors(tell, ['count.example'])).toEqual([`measure.tell${at}`]),
  );
});

test('no experience is called as all of them are where they are counted', () => {
  const [home] = config().experiences;
  const experiences = home ? [{ ...home, id: '*' }] : [];
  expect(errorsOf(config({ experiences }))).toEqual([
    ['experiences[0].id', expect.stringContaining('all experiences together')],
  ]);
  expect(errorsOf(config({ experiences, measure: {} }))).toEqual([]);
});

test('a goal that there is not is refused, with those that there are', () => {
  const { problems } = checkConfig(config({ measure: { goals: ['ordr'] } }));
  expect(problems).toContainEqual(
    expect.objectContaining({ path: 'measure.goals[0]', problem: 'no goal has the id "ordr"' }),
  );
});

describe('segments that are split by weight', () => {
  const two: [string, string][] = [
    ['a', 'keen'],
    ['b', 'keen'],
    ['c', 'new'],
    ['d', 'new'],
  ];
  test('one is fit', () => expect(errorsOf(config({}, ...two.slice(0, 3)))).toEqual([]));
  test('two are refused', () =>
    expect(errorsOf(config({}, ...two))).toEqual([
      ['experiences[0].variants[2]', expect.stringContaining('a second segment is split')],
    ]));
  test('two are fit where nothing is counted', () => {
    const { measure: _, ...rest } = config({}, ...two);
    expect(errorsOf(rest)).toEqual([]);
  });
});

describe('a goal with a value', () => {
  const order = { id: 'order', name: 'Order', event: 'purchase', value: 'value' };
  const call = { id: 'call', name: 'Call', event: 'call', value: 'value' };
  const refused = (at: number) => [[`goals[${at}].cap`, expect.stringContaining('at most')]];
  test('needs a cap where an experience counts it', () =>
    expect(errorsOf(config({ goals: [order] }))).toEqual(refused(0)));
  test('needs a cap where all count it', () =>
    expect(
      errorsOf(config({ goals: [{ ...order, cap: 500 }, call], measure: { ping: {}, goals: ['call'] } })),
    ).toEqual(refused(1)));
  test('needs none where nobody counts it', () =>
    expect(errorsOf(config({ goals: [{ ...order, cap: 500 }, call] }))).toEqual([]));
  test('needs none where nothing is counted', () =>
    expect(errorsOf(config({ goals: [order], measure: {} }))).toEqual([]));
});
