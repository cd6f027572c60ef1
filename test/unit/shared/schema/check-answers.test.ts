// What visitors answered is told to nobody: neither to the site's analytics nor in its log.

import { expect, test } from 'vitest';
import { checkConfig } from '../../../../shared/schema/check.ts';
import type { Condition } from '../../../../shared/schema/condition.ts';
import type { Config } from '../../../../shared/schema/config.ts';
import { QUESTIONS } from '../../../../shared/templates/questions.ts';

const { question } = QUESTIONS.find(({ question: { id } }) => id === 'need')!;
const answered: Condition = { kind: 'trait', key: 'need', is: 'buy' };

function problems(measure: Config['measure'], when: Condition = answered, parts: Partial<Config> = {}) {
  const config: Config = {
    version: 1,
    site: 'shop.example',
    revision: 1,
    questions: [question],
    segments: [
      // before the one that it names
      { id: 'named', name: 'Named', when: { kind: 'all', of: [{ kind: 'segment', id: 'buyers' }] } },
      { id: 'buyers', name: 'Buyers', when },
    ],
    experiences: [
      {
        id: 'hero',
        name: 'Hero',
        status: 'live',
        pages: ['*'],
        goal: null,
        variants: [
          { id: 'a', name: 'A', segment: 'named', changes: [{ kind: 'ask', question: 'need' }] },
          { id: 'b', name: 'B', segment: 'everyone', changes: [{ kind: 'hide', target: { css: 'p' } }] },
        ],
      },
    ],
    ...(measure && { measure }),
    ...parts,
  };
  return checkConfig(config).problems.map(({ path, problem, severity }) => `${severity} ${path} ${problem}`);
}

const told = (to: string) =>
  `error experiences[0].variants[0].segment "${to}" would be told what a visitor answered to "Need", as the answer chooses this variant`;
const logged =
  'error experiences[0].variants[0].segment the log would say what a visitor answered to "Need", as the answer chooses this variant and "exact" tells the segment';

test.each<[string, Config['measure'], string[]]>([
  ['nobody is told', undefined, []],
  ['a coin tells nothing', { ping: {} }, []],
  ['what is randomized may be another', { ping: { level: 'private' } }, []],
  ['the log has the segment', { ping: { level: 'exact' } }, [logged]],
  ['analytics have the variant', { tell: [{ to: 'ga4' }] }, [told('ga4')]],
  [
    'the page’s own layer, too',
    { tell: [{ to: 'dataLayer' }, { to: 'matomo' }] },
    [told('dataLayer, matomo')],
  ],
  ['both', { ping: { level: 'exact' }, tell: [{ to: 'beacon', url: '/told' }] }, [told('beacon'), logged]],
])('%s', (_name, measure, expected) => expect(problems(measure)).toEqual(expected));

const tell: Config['measure'] = { tell: [{ to: 'ga4' }] };

test('who has not answered so is told as well, and so is what is one part of a rule', () => {
  expect(problems(tell, { kind: 'none', of: [answered] })).toEqual([told('ga4')]);
  const visits: Condition = { kind: 'count', event: 'visit_start', is: { $gte: 2 } };
  expect(problems(tell, { kind: 'any', of: [visits, answered] })).toEqual([told('ga4')]);
});

test('what no answer decides may be told, and a trait that no question asks for', () => {
  expect(problems(tell, { kind: 'count', event: 'visit_start', is: { $gte: 2 } })).toEqual([]);
  expect(problems(tell, { kind: 'trait', key: 'plan', is: 'pro' })).toEqual([]);
  expect(
    problems(tell, { kind: 'count', event: 'question_answered', is: { $gte: 1 } }),
    'that somebody answered is no answer',
  ).toEqual([]);
});

test('segments that name each other end', () =>
  expect(problems(tell, { kind: 'segment', id: 'named' }).join()).not.toContain('would be told'));
