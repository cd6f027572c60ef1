// Every refusal of a config: where it is said to be, what is said, and that there is a remedy.

import { describe, expect, test } from 'vitest';
import { checkConfig } from '../../../../shared/schema/check.ts';
import { formatPath } from '../../../../shared/schema/problem.ts';
import { broken, type Path, placeOf, SAMPLE } from './sample.ts';

type Row = [rule: string, path: Path, value: unknown, at: string, says: RegExp];
const SEGMENT = ['segments', 0, 'when'];
const VARIANT = ['experiences', 0, 'variants', 0];
const CHANGE = [...VARIANT, 'changes', 0];

const AT = 'experiences[0].variants[0].changes[0]';

function refused(value: unknown, at: string, says: RegExp, severity = 'error') {
  const { problems } = checkConfig(value);
  const found = problems.find((problem) => problem.path === at && problem.severity === severity);
  expect(problems.map((problem) => problem.path)).toContain(at);
  expect(found?.problem).toMatch(says);
  expect(found?.remedy).toMatch(/\S.*\.$|\?$/);
}

test('a config that uses the whole language is fit, without a word', () => {
  const { config, problems } = checkConfig(JSON.stringify(SAMPLE));
  expect(problems).toEqual([]);
  expect(config).toEqual(SAMPLE);
});

describe('shape', () => {
  test.each<Row>([
    ['an unknown field', ['sgments'], [], 'sgments', /unknown field/],
    ['an unknown field deep down', [...CHANGE, 'vallue'], 'x', `${AT}.vallue`, /unknown field "vallue"/],
    ['a missing field', ['site'], undefined, 'site', /missing/],
    ['a missing kind', [...CHANGE, 'kind'], undefined, `${AT}.kind`, /missing/],
    ['an unknown kind of change', [...CHANGE, 'kind'], 'txt', `${AT}.kind`, /unknown kind "txt"/],
    ['an unknown kind of condition', [...SEGMENT, 'kind'], 'al', 'segments[0].when.kind', /unknown kind/],
    [
      'an unknown kind of trigger',
      ['experiences', 0, 'trigger', 'kind'],
      'lod',
      'experiences[0].trigger.kind',
      /unknown kind/,
    ],
    ['an unknown kind of capture', ['capture', 0, 'kind'], 'hover', 'capture[0].kind', /unknown kind/],
    ['an unknown status', ['experiences', 0, 'status'], 'on', 'experiences[0].status', /unknown value "on"/],
    ['text for a number', ['revision'], '3', 'revision', /found "3"/],
    ['revision 0', ['revision'], 0, 'revision', /found the number 0/],
    ['half a revision', ['revision'], 1.5, 'revision', /1\.5/],
    ['a number for text', ['experiences', 0, 'name'], 3, 'experiences[0].name', /the number 3/],
    ['no name for a segment', ['segments', 0, 'name'], undefined, 'segments[0].name', /missing/],
    ['an object for a list', ['segments'], {}, 'segments', /an object/],
    ['empty pages', ['experiences', 0, 'pages'], [], 'experiences[0].pages', /empty/],
    ['empty variants', ['experiences', 0, 'variants'], [], 'experiences[0].variants', /empty/],
    [
      'empty steps',
      SEGMENT,
      { kind: 'sequence', steps: [], within: '1d' },
      'segments[0].when.steps',
      /empty/,
    ],
    ['a share above 1', ['experiences', 0, 'holdout'], 10, 'experiences[0].holdout', /10/],
    ['a share below 0', ['experiences', 0, 'holdout'], -0.1, 'experiences[0].holdout', /-0\.1/],
    [
      'a scroll share above 1',
      ['experiences', 0, 'trigger'],
      { kind: 'scroll', share: 50 },
      'experiences[0].trigger.share',
      /50/,
    ],
    ['a negative weight', [...VARIANT, 'weight'], -1, 'experiences[0].variants[0].weight', /-1/],
    ['a duration in words', ['privacy', 'retention'], '180 days', 'privacy.retention', /180 days/],
    ['a retention of no time', ['privacy', 'retention'], '0d', 'privacy.retention', /no time/],
    ['an unknown consent', ['privacy', 'consent'], 'yes', 'privacy.consent', /unknown value/],
    ['frequency 0 times', ['experiences', 0, 'frequency', 'times'], 0, 'experiences[0].frequency.times', /0/],
    [
      'frequency per month',
      ['experiences', 0, 'frequency', 'per'],
      'month',
      'experiences[0].frequency.per',
      /month/,
    ],
    [
      'a date without offset',
      ['experiences', 0, 'schedule', 'from'],
      '2026-11-01',
      'experiences[0].schedule.from',
      /2026-11-01/,
    ],
    [
      'from after to',
      ['experiences', 0, 'schedule', 'from'],
      '2027-01-01T00:00:00Z',
      'experiences[0].schedule.to',
      /before it begins/,
    ],
    ['five rfm edges', ['rfm', 'frequency'], [1, 2, 3, 4, 5], 'rfm.frequency', /too long/],
    ['three rfm edges', ['rfm', 'frequency'], [1, 2, 3], 'rfm.frequency', /./],
    ['rfm edges out of order', ['rfm', 'monetary'], [20, 50, 50, 500], 'rfm.monetary[2]', /not greater/],
    [
      'rfm days out of order',
      ['rfm', 'recency'],
      ['7d', '1d', '90d', '180d'],
      'rfm.recency[1]',
      /not greater/,
    ],
    ['a host with a scheme', ['hosts', 0], 'https://images.example/', 'hosts[0]', /bare name/],
    ['a host with a wildcard', ['hosts', 0], '*.example', 'hosts[0]', /bare name/],
    [
      'a prototype',
      ['interests', 'weights'],
      JSON.parse('{"__proto__": 1}'),
      'interests.weights.__proto__',
      /__proto__/,
    ],
    ['a prop that is an object', ['capture', 0, 'props'], { a: {} }, 'capture[0].props.a', /object/],
  ])('refuses %s', (_rule, path, value, at, says) => refused(broken(path, value), at, says));
});

describe('rules', () => {
  const count = { kind: 'count', event: 'x', is: { $gte: 1 } };
  const rule = (when: unknown) => broken(SEGMENT, when);
  test.each<[rule: string, when: unknown, at: string, says: RegExp]>([
    ['a number where a duration is due', { kind: 'since', event: 'x', is: { $gt: 30 } }, 'is.$gt', /30/],
    ['a plain number where a duration is due', { kind: 'age', is: 30 }, 'is', /30/],
    ['a bad duration', { kind: 'away', is: { $gt: '1mo' } }, 'is.$gt', /1mo/],
    ['text where a number is due', { ...count, is: { $gte: '3' } }, 'is.$gte', /"3"/],
    ['plain text where a number is due', { ...count, is: '3' }, 'is', /"3"/],
    [
      'an operator on text for a number',
      { ...count, is: { $contains: '3' } },
      'is.$contains',
      /unknown field/,
    ],
    ['an unknown operator', { kind: 'trait', key: 'a', is: { $regex: 'x' } }, 'is.$regex', /\$regex/],
    ['an operator without its dollar', { ...count, is: { gte: 3 } }, 'is.gte', /gte/],
    ['no operator', { ...count, is: {} }, 'is', /no operator/],
    ['no list for $in', { kind: 'trait', key: 'a', is: { $in: 'x' } }, 'is.$in', /"x"/],
    ['an empty $or', { kind: 'trait', key: 'a', is: { $or: [] } }, 'is.$or', /empty/],
    ['$exists of text', { kind: 'trait', key: 'a', is: { $exists: 'yes' } }, 'is.$exists', /yes/],
    [
      'an unknown operator below $not',
      { kind: 'trait', key: 'a', is: { $not: { $foo: 1 } } },
      'is.$not.$foo',
      /\$foo/,
    ],
    ['an operator in the place of a prop', { ...count, where: { $gt: 3 } }, 'where.$gt', /prop/],
    [
      'an unknown operator on a prop',
      { ...count, where: { price: { $above: 3 } } },
      'where.price.$above',
      /\$above/,
    ],
    ['a nested prop', { ...count, where: { items: { price: 3 } } }, 'where.items.price', /no operator/],
    ['two windows', { ...count, within: '1d', during: 'visit' }, 'during', /beside "within"/],
    ['a window that ends before it begins', { ...count, between: ['7d', '30d'] }, 'between', /no time/],
    ['a window of no time', { ...count, within: '0m' }, 'within', /no time/],
    ['a missing of', { kind: 'sum', event: 'x', is: 1 }, 'of', /missing/],
    ['a missing is', { kind: 'count', event: 'x' }, 'is', /missing/],
    ['interest in nothing', { kind: 'interest', topic: 'x' }, '', /none of share, rank/],
    ['rfm of nothing', { kind: 'rfm' }, '', /none of recency/],
    ['a score of nothing', { kind: 'score', weights: {}, halfLife: '1d', is: 1 }, 'weights', /no event/],
    ['an unknown fact', { kind: 'context', key: 'devise', is: 'phone' }, 'key', /unknown fact/],
    ['a query without a name', { kind: 'context', key: 'query.', is: 'x' }, 'key', /unknown fact/],
    ['text for a fact that is a number', { kind: 'context', key: 'hour', is: 'noon' }, 'is', /is a number/],
    ['an unknown segment', { kind: 'segment', id: 'tnets' }, 'id', /no segment has the id "tnets"/],
    [
      'an unknown experience',
      { ...count, event: 'exposure', where: { experience: 'hreo' } },
      'where.experience',
      /no experience/,
    ],
    ['a group without its list', { kind: 'all' }, 'of', /missing/],
    ['a sensitive topic', { kind: 'interest', topic: 'pregnancy', share: 1 }, 'topic', /behaviour/],
  ])('refuses %s', (_rule, when, at, says) => {
    const prefix = 'segments[0].when';
    refused(rule(when), at ? `${prefix}.${at}` : prefix, says);
  });

  test.each<[rule: string, when: unknown, at: string, says: RegExp]>([
    ['a device that does not exist', { kind: 'context', key: 'device', is: 'mobile' }, 'is', /no device/],
    [
      'a browser that does not exist',
      { kind: 'context', key: 'browser', is: { $in: ['chrome', 'foxfire'] } },
      'is.$in[1]',
      /foxfire/,
    ],
    ['a system that does not exist', { kind: 'context', key: 'os', is: { $ne: 'win' } }, 'is.$ne', /win/],
    [
      'a channel that does not exist',
      { kind: 'context', key: 'channel', is: { $not: 'mail' } },
      'is.$not',
      /mail/,
    ],
    ['a country in words', { kind: 'context', key: 'country', is: 'Germany' }, 'is', /country/],
    ['UK for GB', { kind: 'context', key: 'country', is: 'UK' }, 'is', /country/],
    ['a full tag for a language', { kind: 'context', key: 'language', is: 'en-GB' }, 'is', /primary/],
    ['an hour past the day', { kind: 'context', key: 'hour', is: { $eq: 24 } }, 'is.$eq', /never 24/],
  ])('warns of %s', (_rule, when, at, says) => {
    refused(rule(when), `segments[0].when.${at}`, says, 'warning');
    expect(checkConfig(rule(when)).config).toBeDefined();
  });

  test.each<[rule: string, when: unknown]>([
    ['equality', { ...count, is: 3 }],
    ['an empty group', { kind: 'all', of: [] }],
    [
      '$elemMatch with paths',
      { ...count, where: { items: { $elemMatch: { price: { $gt: 3 }, item_id: 'a' } } } },
    ],
    ['$elemMatch with operators', { kind: 'trait', key: 'a', is: { $elemMatch: { $gt: 3 } } }],
    ['null as a missing prop', { ...count, where: { coupon: null } }],
    ['$exists on a duration', { kind: 'since', event: 'x', is: { $exists: false } }],
    ['a duration with a fraction', { kind: 'age', is: { $lt: '1.5h' } }],
    ['a country', { kind: 'context', key: 'country', is: { $in: ['DE', 'AT', 'CH'] } }],
    ['hyphens in a fact of the query', { kind: 'context', key: 'query.utm-x', is: 'a' }],
    ['an age that was stated', { kind: 'trait', key: 'age', is: { $gte: 65 } }],
    ['days of anything', { kind: 'days', is: 3 }],
  ])('takes %s', (_rule, when) => expect(checkConfig(rule(when)).problems).toEqual([]));
});

describe('ids', () => {
  test.each<Row>([
    [
      'an unknown segment',
      [...VARIANT, 'segment'],
      'tent',
      'experiences[0].variants[0].segment',
      /no segment has the id "tent"/,
    ],
    ['an unknown goal', ['experiences', 0, 'goal'], 'orders', 'experiences[0].goal', /no goal/],
    ['a segment id twice', ['segments', 1, 'id'], 'tents', 'segments[1].id', /there already/],
    ['an experience id twice', ['experiences', 1, 'id'], 'hero', 'experiences[1].id', /there already/],
    [
      'a variant id twice',
      ['experiences', 0, 'variants', 2, 'id'],
      'a',
      'experiences[0].variants[2].id',
      /there already/,
    ],
    ['everyone as a segment', ['segments', 1, 'id'], 'everyone', 'segments[1].id', /everyone/],
    ['weights all 0', [...VARIANT, 'weight'], 0, 'experiences[0].variants[0].weight', /all 0/],
    [
      'a cycle of two',
      placeOf('none'),
      { kind: 'segment', id: 'mix' },
      formatPath([...placeOf('segment'), 'id']),
      /tents → mix → tents/,
    ],
    [
      'a segment in itself',
      placeOf('none'),
      { kind: 'none', of: [{ kind: 'segment', id: 'tents' }] },
      formatPath([...placeOf('none'), 'of', 0, 'id']),
      /tents → tents/,
    ],
    ['rfm without edges', ['rfm'], undefined, formatPath(placeOf('rfm')), /edges/],
  ])('refuses %s', (_rule, path, value, at, says) => refused(broken(path, value), at, says));

  test('no goal, on purpose, is none that is missing', () => {
    expect(checkConfig(broken(['experiences', 0, 'goal'], null)).problems).toEqual([]);
  });
  test('a goal id twice', () => {
    const goal = SAMPLE.goals![0]!;
    refused(broken(['goals'], [goal, goal]), 'goals[1].id', /there already/);
  });
  test('problems in one place do not hide those in another', () => {
    const is = [...placeOf('count'), 'is'];
    const href = [...placeOf('link'), 'href'];
    const config = broken(
      href,
      'javascript:alert(1)',
      broken(is, 'x', broken([...VARIANT, 'segment'], 'nobody')),
    );
    const paths = checkConfig(config).problems.map((problem) => problem.path);
    expect(paths).toEqual([
      formatPath(is),
      formatPath(href),
      'experiences[0].variants[0].segment',
      'experiences[0].variants[1].weight',
    ]);
  });
});

test('a segment may ask for another, and that one for a third', () => {
  const chain = [
    { id: 'tents', name: 'T', when: { kind: 'segment', id: 'mix' } },
    {
      id: 'mix',
      name: 'M',
      when: {
        kind: 'all',
        of: [
          { kind: 'segment', id: 'third' },
          { kind: 'segment', id: 'third' },
        ],
      },
    },
    { id: 'third', name: '3', when: { kind: 'trait', key: 'id', is: 'tents' } },
  ];
  expect(checkConfig(broken(['segments'], chain)).problems).toEqual([]);
});

describe('pages', () => {
  const at = 'experiences[0].pages[0]';
  test.each<[pattern: string, says: RegExp]>([
    ['', /empty/],
    ['!', /empty/],
    ['shoes', /begins with \//],
    ['shop.example/shoes', /begins with \//],
    ['/shoes#top', /fragment/],
    ['/my shoes', /space/],
    ['\\shoes', /backslash/],
    ['https:///shoes', /no host/],
    ['https://', /no host/],
    ['ftp://shop.example/', /no scheme/],
    ['//shop.example/', /two slashes/],
    ['https:shop', /no address/],
    ['^/shoes/.*$', /regular expression/],
    ['/(shoes|boots)/', /regular expression/],
    ['!!/x', /two !/],
  ])('refuses %s', (pattern, says) => refused(broken(['experiences', 0, 'pages'], [pattern]), at, says));
  test('takes a fragment that is a route, and pages whose paths hold things', () => {
    expect(checkConfig(broken(['experiences', 0, 'pages'], ['/app/#/x', '/#!y*'])).problems).toEqual([]);
    const privacy = (plain: unknown) => checkConfig(broken(['privacy'], { plain })).problems;
    expect(privacy(['/p/*', '!/p/users/*'])).toEqual([]);
    expect(privacy(['p/*'])[0]?.path).toBe('privacy.plain[0]');
    expect(privacy([])[0]?.path).toBe('privacy.plain');
  });

  test.each<[patterns: string[]]>([
    [['/a', '!/a']],
    [['!*']],
    [['/a', '!/*']],
    [['https://x.example/', '!*://*']],
  ])('refuses %s, which excludes itself', (patterns) =>
    refused(broken(['experiences', 0, 'pages'], patterns), 'experiences[0].pages', /exclude/),
  );
  test.each<[patterns: string[]]>([
    [['*']],
    [['!/checkout/*']],
    [['*shoes*']],
    [['/suche?q=*']],
    [['https://*.shop.example/*']],
    [['*://shop.example/*']],
    [['/café']],
    [['/a(b)']],
  ])('takes %s', (patterns) =>
    expect(checkConfig(broken(['experiences', 0, 'pages'], patterns)).problems).toEqual([]),
  );
});

describe('the file', () => {
  test.each<[what: string, text: string, says: RegExp, remedy: RegExp]>([
    ['html', '\n<!doctype html><title>Log in</title>', /line 2, column 1: this is HTML/, /config file/],
    [
      'a truncated file',
      '{\n  "version": 1,\n  "site": "a',
      /line 3, column 11: the file ends inside a text/,
      /cut off/,
    ],
    [
      'a file cut between fields',
      '{"version": 1, "segments": [',
      /line 1, column 29: .*2 brackets are still open/,
      /cut off/,
    ],
    ['an empty file', ' \n', /empty/, /version/],
    ['a trailing comma', '{"version": 1,\n}', /line 2, column 1: a comma before }/, /last comma/],
    ['a missing comma', '{"version": 1\n "site": "a"}', /line 2, column 2: a comma is missing/, /comma/],
    ['a comment', '{ // hi\n}', /line 1, column 3: a comment/, /no comments/],
    ['single quotes', "{'version': 1}", /single quotes/, /double/],
    ['bare field names', '{version: 1}', /"version" is not JSON/, /double quotes/],
    ['two configs', '{} {}', /column 4: text after the end/, /one config/],
    ['a bare word', 'undefined', /"undefined" is not JSON/, /quotes/],
    ['a missing value', '{"a": }', /value is expected/, /value/],
    ['a missing colon', '{"a" 1}', /colon/, /field/],
    ['a line break in text', '{"a": "x\ny"}', /not closed/, /\\n/],
    ['a list', '[]', /an empty list/, /object/],
    ['null', 'null', /null/, /object/],
    ['a number', '3', /the number 3/, /object/],
  ])('refuses %s', (_what, text, says, remedy) => {
    const { config, problems } = checkConfig(text);
    expect(config).toBeUndefined();
    expect(problems).toEqual([
      {
        path: '',
        problem: expect.stringMatching(says),
        remedy: expect.stringMatching(remedy),
        severity: 'error',
      },
    ]);
  });
  test('takes a byte order mark', () => {
    expect(checkConfig(`\ufeff${JSON.stringify(SAMPLE)}`).problems).toEqual([]);
  });
  test('says one thing of a future version', () => {
    const { problems } = checkConfig({ version: 2, whatever: [] });
    expect(problems).toEqual([
      expect.objectContaining({ path: 'version', problem: expect.stringContaining('newer') }),
    ]);
  });
  test.each([[0], ['1'], [undefined]])('refuses the version %j', (version) => {
    refused(broken(['version'], version), 'version', /found|missing/);
  });
  test('a rule nested without end is refused, not walked', () => {
    let when: unknown = { kind: 'all', of: [] };
    for (let i = 0; i < 50_000; i++) when = { kind: 'all', of: [when] };
    const { problems } = checkConfig(broken(SEGMENT, when));
    expect(problems).toEqual([expect.objectContaining({ problem: expect.stringContaining('deep') })]);
  });
});

test('suggests the nearest spelling', () => {
  const remedy = (value: unknown) => checkConfig(value).problems[0]?.remedy;
  expect(remedy(broken([...CHANGE, 'kind'], 'txet'))).toMatch(/^Did you mean "text"\? There are: text, html/);
  expect(remedy(broken([...VARIANT, 'segment'], 'tnets'))).toMatch(/^Did you mean "tents"/);
  expect(remedy(broken(['experiences', 0, 'tirgger'], {}))).toMatch(/^Did you mean "trigger"/);
  expect(remedy(broken(['experiences', 0, 'status'], 'liev'))).toMatch(/^Did you mean "live"/);
});
