// Questions in drafts: put together with a colleague's, compared in words, named again after a tag.

import { describe, expect, test } from 'vitest';
import { giveNames } from '../../../../../extension/panel/draft/give-names.ts';
import { mergeConfigs } from '../../../../../extension/panel/draft/merge.ts';
import { sayDifferences } from '../../../../../extension/panel/draft/say-difference.ts';
import { sayPlace } from '../../../../../extension/panel/draft/say-place.ts';
import { bundle, trimConfig } from '../../../../../shared/publish/bundle.ts';
import { readBundled } from '../../../../../shared/publish/read-bundled.ts';
import { checkConfig } from '../../../../../shared/schema/check.ts';
import type { Config } from '../../../../../shared/schema/config.ts';
import type { Question } from '../../../../../shared/schema/question.ts';
import { QUESTIONS } from '../../../../../shared/templates/questions.ts';

const find = (id: string): Question => {
  const ready = QUESTIONS.find(({ question }) => question.id === id);
  if (!ready) throw new Error(`no question ${id}`);
  return ready.question;
};
const base: Config = {
  version: 1,
  site: 'shop.example',
  revision: 4,
  segments: [],
  questions: [find('need')],
  experiences: [
    {
      id: 'one',
      name: 'One',
      status: 'live',
      pages: ['/'],
      goal: null,
      variants: [{ id: 'a', name: 'A', segment: 'everyone', changes: [{ kind: 'ask', question: 'need' }] }],
    },
  ],
};
const edit = (change: (config: Config) => void): Config => {
  const next = structuredClone(base);
  change(next);
  return next;
};
const adding = (question: Question) =>
  edit((config) => {
    config.questions?.push(question);
    config.experiences.push({
      ...structuredClone(base.experiences[0]!),
      id: `asks-${question.name}`,
      variants: [
        { id: 'a', name: 'A', segment: 'everyone', changes: [{ kind: 'ask', question: question.id }] },
      ],
    });
  });
const asked = ({ experiences }: Config) =>
  experiences.flatMap(({ variants }) =>
    variants.flatMap(({ changes }) => changes.flatMap((one) => (one.kind === 'ask' ? [one.question] : []))),
  );

describe('put together', () => {
  const merge = (ours: Config, theirs: Config) => {
    const merged = mergeConfigs(base, ours, theirs);
    expect(checkConfig(merged.config).config, 'what is merged can be published').toBeDefined();
    return { ...merged, says: merged.conflicts.map(({ what }) => what) };
  };
  test('each adds one: both are there', () => {
    const { config, says } = merge(adding(find('style')), adding(find('budget')));
    expect([says, config.questions?.map(({ id }) => id)]).toEqual([[], ['need', 'style', 'budget']]);
  });
  test('both add another one of the same id: ours is asked by another id', () => {
    const { config } = merge(
      adding({ ...find('style'), name: 'Ours' }),
      adding({ ...find('style'), name: 'Theirs' }),
    );
    expect(config.questions?.map(({ id, name }) => `${id} ${name}`)).toEqual([
      'need Need',
      'style-2 Ours',
      'style Theirs',
    ]);
    expect(asked(config).sort()).toEqual(['need', 'style', 'style-2']);
  });
  test('both change it: the author decides', () => {
    const change = (ask: string) =>
      edit((config) => {
        config.questions![0]!.ask = ask;
      });
    const { conflicts, says, config } = merge(change('Ours?'), change('Theirs?'));
    expect(says).toEqual(['question Need']);
    expect(config.questions![0]!.ask).toBe('Ours?');
    expect(conflicts[0]!.takeTheirs!(config).questions![0]!.ask).toBe('Theirs?');
  });
  test('what they took out and we ask stays, and is named', () => {
    const theirs = edit((config) => {
      delete config.questions;
      config.experiences[0]!.variants[0]!.changes = [];
    });
    const ours = edit((config) => {
      config.experiences[0]!.variants[0]!.changes.unshift({ kind: 'hide', target: { css: 'p' } });
    });
    const { config, conflicts } = merge(ours, theirs);
    const settled = conflicts.reduce((one, { takeTheirs }) => takeTheirs?.(one) ?? one, config);
    expect(config.questions).toEqual(base.questions);
    expect(settled).toBeDefined();
    expect(conflicts.map(({ what }) => what)).toContain(
      'question Need stays: they took it out, and you use it',
    );
  });
});

test('what differs is said in words', () => {
  const says = (change: (config: Config) => void) =>
    sayDifferences(base, edit(change)).map(({ text }) => text);
  expect(says((config) => void config.questions?.push(find('style')))).toEqual([
    'New: question “Which style do you like?”.',
  ]);
  expect(says((config) => void config.questions?.pop())).toEqual([
    'Gone: question “What brings you here today?”.',
  ]);
  expect(
    says((config) => {
      const [one] = config.questions ?? [];
      if (!one) return;
      one.purpose = 'Because.';
      one.keep = '30d';
      one.answer = find('style').answer;
    }),
  ).toEqual([
    'Question “What brings you here today?”: why it is asked, the answers and how long the answer is kept changed.',
  ]);
  expect(
    says((config) => {
      config.experiences[0]!.variants[0]!.changes = [
        { kind: 'ask', question: 'need', place: { target: { css: 'footer' }, position: 'before' } },
      ];
    }).join(),
  ).toMatch(/question “What brings you here today\?” is asked before the footer/);
});

test('out of a tag it has its name again, and nothing differs for that', () => {
  const tag = bundle('const config="__SELVEDGE_CONFIG__";', base);
  const read = readBundled(tag);
  const { config, problems } = checkConfig(read);
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(config).toEqual(trimConfig(base));
  expect(giveNames(config!).questions?.[0]?.name).toBe('Need');
  expect(sayDifferences(config!, base)).toEqual([]);
});

test('where a problem is, is said by its name', () => {
  expect(sayPlace('questions[0].ask', base)).toBe('“Need”, ask');
  expect(sayPlace('questions[4]', base)).toBe('questions[4]');
});

describe('asking one, in what is new, changed or gone', () => {
  const { question } = QUESTIONS.find((one) => one.question.id === 'need') ?? QUESTIONS[0]!;
  const words = typeof question.ask === 'string' ? question.ask : Object.values(question.ask)[0];
  const says = (was: Config | undefined, is: Config) =>
    JSON.stringify(
      sayDifferences(was, is).flatMap(({ text, of = [] }) => [text, ...of.map((one) => one.text)]),
    );
  const moved = edit(({ experiences: [one] }) => {
    one!.variants[0]!.changes = [
      { kind: 'ask', question: 'need', place: { target: { css: 'footer' }, position: 'before' } },
    ];
  });
  const gone = edit(({ experiences: [one] }) => {
    one!.variants[0]!.changes = [];
  });
  const without = { ...gone, questions: [] };
  test.each<[string, Config | undefined, Config]>([
    ['new', undefined, base],
    ['new to a config', without, base],
    ['changed', base, moved],
    ['gone', base, gone],
    ['gone with its question', base, without],
  ])('%s: it is said by its words', (_, was, is) => {
    expect(says(was, is)).toContain(`The question “${words}” is asked`);
    expect(says(was, is)).not.toContain('“need”');
  });
});
