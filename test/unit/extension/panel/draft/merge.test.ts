// Two authors' drafts put together: order, ids that both made, and what one took out while the other uses it.

import { freeze } from 'immer';
import { describe, expect, test } from 'vitest';
import { mergeConfigs } from '../../../../../extension/panel/draft/merge.ts';
import { checkConfig } from '../../../../../shared/schema/check.ts';
import type { Config } from '../../../../../shared/schema/config.ts';
import type { Experience } from '../../../../../shared/schema/experience.ts';

const experience = (id: string, segment = 'back', more: Partial<Experience> = {}): Experience => ({
  id,
  name: id.toUpperCase(),
  status: 'live',
  pages: ['/'],
  goal: null,
  variants: [
    { id: 'a', name: 'A', segment, changes: [{ kind: 'text', target: { css: 'h1' }, value: id }] },
    { id: 'b', name: 'B', segment: 'everyone', changes: [{ kind: 'hide', target: { css: 'p' } }] },
  ],
  ...more,
});
const segment = (id: string, least = 2): Config['segments'][number] => ({
  id,
  name: id,
  when: { kind: 'context', key: 'visitNumber', is: { $gte: least } },
});
const base: Config = {
  version: 1,
  site: 'shop.example',
  revision: 4,
  segments: [segment('back'), segment('often', 5)],
  goals: [{ id: 'buy', name: 'Buy', event: 'purchase' }],
  experiences: ['one', 'two', 'three'].map((id) => experience(id)),
};
const edit = (change: (config: Config) => void): Config => {
  const next = structuredClone(base);
  change(next);
  return next;
};
const order = (...ids: string[]) =>
  edit((config) => {
    config.experiences = ids.map(
      (id) => base.experiences.find((one) => one.id === id) ?? experience(id, 'back'),
    );
  });
const ids = ({ experiences }: Config) => experiences.map(({ id }) => id).join(' ');
/** As drafts are: frozen by what edits them. */
const merge = (...both: [ours: Config, theirs: Config]) => {
  const [ours, theirs] = both.map((one) => freeze(structuredClone(one), true)) as typeof both;
  const merged = mergeConfigs(base, ours, theirs);
  expect(checkConfig(merged.config).config, 'what is merged can be published').toBeDefined();
  return { ...merged, says: merged.conflicts.map(({ what }) => what) };
};

describe('the order of experiences, which decides who gets what', () => {
  test.each<[what: string, ours: string, theirs: string, merged: string]>([
    ['theirs alone changed it', 'one two three', 'three one two', 'three one two'],
    ['ours alone changed it', 'two one three', 'one two three', 'two one three'],
    ['both changed it alike', 'two one three', 'two one three', 'two one three'],
    ['theirs is new at the top', 'one two three', 'new one two three', 'new one two three'],
    [
      'each has a new one at the end',
      'one two three mine',
      'one two three theirs',
      'one two three mine theirs',
    ],
    ['theirs changed it, ours has a new one', 'one mine two three', 'three two one', 'three two one mine'],
    ['one took out what the other moved among', 'one three', 'three two one', 'three one'],
  ])('%s', (_what, ours, theirs, wanted) => {
    const { config, says } = merge(order(...ours.split(' ')), order(...theirs.split(' ')));
    expect([ids(config), says]).toEqual([wanted, []]);
  });

  test('both changed it otherwise: a conflict; ours stays until theirs is taken', () => {
    const { config, conflicts, says } = merge(
      order('two', 'one', 'three', 'mine'),
      order('three', 'one', 'two'),
    );
    expect(says).toEqual(['the order of the experiences']);
    expect(ids(config)).toBe('two one three mine');
    expect(ids(conflicts[0]!.takeTheirs!(config))).toBe('three mine one two');
  });

  test('variants have an order too, and so have two authors of it', () => {
    const turned = (config: Config) => void config.experiences[0]!.variants.reverse();
    const variants = ({ experiences }: Config) => experiences[0]!.variants.map(({ id }) => id).join('');
    expect(variants(merge(base, edit(turned)).config)).toBe('ba');
    const third = (...of: string[]) =>
      edit((config) => {
        const [a, b] = config.experiences[0]!.variants;
        const all = { a: a!, b: b!, c: { ...b!, id: 'c' } };
        config.experiences[0]!.variants = of.map((id) => all[id as keyof typeof all]);
      });
    expect(variants(merge(third('c', 'a', 'b'), edit(turned)).config)).toBe('cba');
  });
});

describe('two things of one id that both made', () => {
  test('both are kept, and what names ours goes on naming it', () => {
    const ours = edit((config) => {
      config.segments.push(segment('new', 3), {
        id: 'inner',
        name: 'Inner',
        when: { kind: 'all', of: [{ kind: 'segment', id: 'new' }] },
      });
      config.goals!.push({ id: 'sign-up', name: 'Ours', event: 'sign_up' });
      config.experiences.push(experience('change', 'new', { name: 'Ours', goal: 'sign-up' }));
      config.measure = { ping: {}, goals: ['sign-up'] };
    });
    const theirs = edit((config) => {
      config.segments.push(segment('new', 7));
      config.goals!.push({ id: 'sign-up', name: 'Theirs', event: 'login' });
      config.experiences.push(experience('change', 'new', { name: 'Theirs' }));
    });
    const { config, says } = merge(ours, theirs);
    expect(says).toEqual([]);
    expect(config.experiences.slice(3).map(({ id, name }) => [id, name])).toEqual([
      ['change-2', 'Ours'],
      ['change', 'Theirs'],
    ]);
    expect(config.experiences[3]).toMatchObject({ goal: 'sign-up-2', variants: [{ segment: 'new-2' }, {}] });
    expect(config.experiences[4]).toMatchObject({ variants: [{ segment: 'new' }, {}] });
    expect(config.segments.find(({ id }) => id === 'new')).toEqual(segment('new', 7));
    expect(config.segments.find(({ id }) => id === 'inner')).toMatchObject({
      when: { of: [{ id: 'new-2' }] },
    });
    expect(config.measure).toMatchObject({ goals: ['sign-up-2'] });
  });
  test('without a common beginning the two may be one: a conflict, nothing thrown away', () => {
    const [ours, theirs] = ['Ours', 'Theirs'].map((name) =>
      edit((config) => void config.experiences.push(experience('change', 'back', { name }))),
    );
    const { config, conflicts } = mergeConfigs(undefined, ours!, theirs!);
    expect(conflicts.map(({ what }) => what)).toEqual(['experience Theirs']);
    expect(config.experiences.map(({ name }) => name)).toEqual(['ONE', 'TWO', 'THREE', 'Ours']);
    expect(conflicts[0]!.takeTheirs!(config).experiences.at(-1)?.name).toBe('Theirs');
  });
  test('the very same is there once', () => {
    const both = edit((config) => void config.experiences.push(experience('change')));
    expect(merge(both, structuredClone(both)).config).toEqual(both);
  });
  test('variants of one id in one experience', () => {
    const with_ = (name: string) =>
      edit((config) => {
        const { variants } = config.experiences[0]!;
        variants.push({ ...variants[0]!, id: 'c', name });
      });
    const { config, says } = merge(with_('Ours'), with_('Theirs'));
    expect(says).toEqual([]);
    expect(config.experiences[0]!.variants.slice(2).map(({ id, name }) => [id, name])).toEqual([
      ['c-2', 'Ours'],
      ['c', 'Theirs'],
    ]);
  });
});

describe('what one took out while the other uses it stays, and is named', () => {
  const without = edit((config) => void config.segments.pop());
  const using = edit((config) => {
    config.experiences[0]!.variants[0]!.segment = 'often';
  });
  test.each([
    ['we took it out', without, using, 'segment often stays: you took it out, and they use it now'],
    ['they took it out', using, without, 'segment often stays: they took it out, and you use it'],
  ])('%s', (_what, ours, theirs, says) => {
    const merged = merge(ours, theirs);
    expect(merged.says).toEqual([says]);
    expect(merged.conflicts[0]!.takeTheirs).toBeUndefined();
    expect(merged.config.segments.map(({ id }) => id)).toEqual(['back', 'often']);
  });
  test('a goal, and a segment that a kept segment names', () => {
    const ours = edit((config) => {
      delete config.goals;
      config.segments = [];
      for (const one of config.experiences) for (const arm of one.variants) arm.segment = 'everyone';
    });
    const theirs = edit((config) => {
      config.segments[1]!.when = { kind: 'segment', id: 'back' };
      config.experiences.push(experience('new', 'often', { goal: 'buy' }));
    });
    const merged = merge(ours, theirs);
    expect(merged.config.goals).toEqual(base.goals);
    expect(merged.config.segments.map(({ id }) => id).sort()).toEqual(['back', 'often']);
    expect(merged.says.join()).toContain('goal Buy stays');
  });
});

test('taken back from them, a thing stands where they have it', () => {
  const ours = edit((config) => void config.experiences.shift());
  const theirs = edit((config) => {
    config.experiences[0]!.pages = ['/new'];
  });
  const { config, conflicts, says } = merge(ours, theirs);
  expect([says, ids(config)]).toEqual([['experience ONE'], 'two three']);
  expect(ids(conflicts[0]!.takeTheirs!(config))).toBe('one two three');
});

test('what each records is recorded, and what one records no longer is not', () => {
  const capture = (event: string) => ({ kind: 'click' as const, event, target: { css: `.${event}` } });
  const first = { ...base, capture: [capture('old'), capture('kept')] };
  const ours = { ...first, capture: [...first.capture, capture('mine')] };
  const theirs = { ...first, capture: [capture('kept'), capture('theirs')] };
  const { config, conflicts } = mergeConfigs(first, ours, theirs);
  expect(conflicts).toEqual([]);
  expect(config.capture?.map(({ event }) => event)).toEqual(['kept', 'mine', 'theirs']);
  const changed = (css: string) => ({
    ...first,
    capture: [{ ...capture('old'), target: { css } }, capture('kept')],
  });
  expect(mergeConfigs(first, changed('.a'), changed('.b')).conflicts.map(({ what }) => what)).toEqual([
    'site, capture',
  ]);
});
