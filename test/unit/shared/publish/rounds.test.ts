// Counting begins anew where numbers of before and after do not belong together, and only there.
import { describe, expect, test } from 'vitest';
import { findAnew, raiseRounds, whyAnew } from '../../../../shared/publish/rounds.ts';
import type { Config } from '../../../../shared/schema/config.ts';

const change = { kind: 'hide' as const, target: { css: 'p' } };
const made = (): Config => ({
  version: 1,
  site: 'shop.example',
  revision: 3,
  goals: [{ id: 'order', name: 'Order', event: 'purchase', value: 'total', cap: 500 }],
  measure: { ping: {} },
  segments: [],
  experiences: [
    {
      id: 'tents',
      name: 'Tents',
      status: 'live',
      pages: ['/'],
      holdout: 0.1,
      goal: 'order',
      variants: ['a', 'b'].map((id) => ({ id, name: id, segment: 'everyone', changes: [change] })),
    },
  ],
});
type Edit = (config: Config, experience: Config['experiences'][0]) => void;
const after = (...edits: Edit[]): Config => {
  const config = made();
  for (const edit of edits) edit(config, config.experiences[0]!);
  return config;
};

describe('counted anew', () => {
  test.each<[why: string, edit: Edit]>([
    ['its holdout', (_, one) => Object.assign(one, { holdout: 0.05 })],
    ['its holdout', (_, one) => delete one.holdout],
    ['the weights of its variants', (_, one) => Object.assign(one.variants[1]!, { weight: 3 })],
    ['the weights of its variants', (_, one) => one.variants.pop()],
    ['the weights of its variants', (_, one) => one.variants.reverse()],
    ['its pages', (_, one) => one.pages.push('/tents/**')],
    ['the level', ({ measure }) => Object.assign(measure!.ping!, { level: 'exact' })],
    ['the window', ({ measure }) => Object.assign(measure!.ping!, { window: '7d' })],
    ['its goal', (_, one) => Object.assign(one, { goal: null })],
    ['its goal', ({ goals }) => Object.assign(goals![0]!, { event: 'basket' })],
    ['what its goal is worth', ({ goals }) => Object.assign(goals![0]!, { cap: 100 })],
    ['what its goal is worth', ({ goals }) => delete goals![0]!.value],
  ])('for %s', (why, edit) => {
    const next = after(edit);
    expect(whyAnew(made(), next, 'tents')).toContain(why);
    expect(findAnew(made(), next)).toMatchObject([{ at: 0, id: 'tents', round: 2 }]);
    expect(raiseRounds(made(), next).experiences[0]!.round).toBe(2);
    // the author said so already
    const said = after(edit, (_, one) => Object.assign(one, { round: 2 }));
    expect(findAnew(made(), said)).toEqual([]);
    expect(raiseRounds(made(), said)).toBe(said);
    // and once it is live it is not raised again
    expect(raiseRounds(raiseRounds(made(), next), next).experiences[0]!.round).toBe(2);
  });
  test('for its segments, and ε only where it is used', () => {
    const toPhones: Edit = (_, one) => {
      for (const variant of one.variants) variant.segment = 'phones';
    };
    expect(whyAnew(made(), after(toPhones), 'tents')).toEqual(['the segments of its variants']);
    const level: Edit = ({ measure }) => Object.assign(measure!.ping!, { level: 'private' });
    const epsilon: Edit = ({ measure }) => Object.assign(measure!.ping!, { epsilon: 1 });
    expect(whyAnew(after(level), after(level, epsilon), 'tents')).toEqual(['ε']);
    expect(whyAnew(made(), after(epsilon), 'tents')).toEqual([]);
  });
  test('also while it is paused: it may be shown again', () => {
    const paused: Edit = (_, one) => Object.assign(one, { status: 'paused' });
    const holdout: Edit = (_, one) => Object.assign(one, { holdout: 0.2 });
    expect(raiseRounds(after(paused), after(paused, holdout)).experiences[0]!.round).toBe(2);
  });
});

describe('counted as before', () => {
  test.each<[what: string, before: Config | undefined, next: Config]>([
    [
      'what says the same in other words',
      made(),
      after(
        (_, one) => Object.assign(one.variants[0]!, { weight: 1 }),
        ({ measure }) => Object.assign(measure!.ping!, { level: 'coin', window: '14d', budget: 4 }),
      ),
    ],
    [
      'the same parts by other weights',
      made(),
      after((_, one) => {
        for (const variant of one.variants) variant.weight = 2;
      }),
    ],
    [
      'other words, changes, trigger and order',
      made(),
      after((config, one) => {
        one.name = 'Tents!';
        one.variants[0]!.changes = [];
        one.trigger = { kind: 'exit' };
        config.goals![0]!.name = 'Orders';
        config.experiences.push({ ...one, id: 'boots', holdout: 0.3 });
      }),
    ],
    [
      'an experience that nobody has seen',
      after((_, one) => Object.assign(one, { status: 'draft' })),
      after((_, one) => Object.assign(one, { holdout: 0.4 })),
    ],
    [
      'what was not counted',
      after((config) => delete config.measure),
      after((_, one) => Object.assign(one, { holdout: 0.4 })),
    ],
    [
      'what is not counted any more',
      made(),
      after((config, one) => {
        delete config.measure;
        one.holdout = 0.4;
      }),
    ],
    ['what is new', { ...made(), experiences: [] }, made()],
    ['the first of all', undefined, made()],
  ])('%s', (_, before, next) => {
    if (before) expect(findAnew(before, next)).toEqual([]);
    expect(raiseRounds(before, next)).toBe(next);
  });
});

test('a round never goes down', () => {
  const live = after((_, one) => Object.assign(one, { round: 4 }));
  expect(findAnew(live, made())).toEqual([{ at: 0, id: 'tents', round: 4, why: [] }]);
  expect(raiseRounds(live, made()).experiences[0]!.round).toBe(4);
  expect(
    raiseRounds(
      live,
      after((_, one) => Object.assign(one, { holdout: 0.3 })),
    ).experiences[0]!.round,
  ).toBe(5);
});

describe('all of it together', () => {
  const heldOut: Edit = ({ measure }) => Object.assign(measure!, { holdout: 0.05 });
  test.each<[why: string, edit: Edit]>([
    ['the holdout from everything', ({ measure }) => Object.assign(measure!, { holdout: 0.1 })],
    ['the window', ({ measure }) => Object.assign(measure!.ping!, { window: '7d' })],
  ])('is counted anew for %s', (why, edit) => {
    const next = after(heldOut, edit);
    expect(findAnew(after(heldOut), next)).toContainEqual({ id: '*', round: 2, why: [why] });
    const raised = raiseRounds(after(heldOut), next);
    expect(raised.measure).toMatchObject({ ping: {}, round: 2 });
    expect(raiseRounds(raised, next).measure!.round).toBe(2);
    expect(next.measure).not.toHaveProperty('round');
  });
  test('is counted on where its parts change, and begins where there was none', () => {
    const part: Edit = (_, one) => Object.assign(one, { holdout: 0.3 });
    expect(raiseRounds(after(heldOut), after(heldOut, part)).measure).not.toHaveProperty('round');
    expect(findAnew(made(), after(heldOut))).toEqual([]);
    expect(findAnew(after(heldOut), made())).toEqual([]);
  });
});
