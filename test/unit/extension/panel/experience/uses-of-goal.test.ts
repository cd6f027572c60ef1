// Where a goal is used, and what goes with it.

import { expect, test } from 'vitest';
import { makeGoal } from '../../../../../extension/panel/draft/make-goal.ts';
import { sayGoal } from '../../../../../extension/panel/experience/say-goal.ts';
import { findUses, removeGoal } from '../../../../../extension/panel/experience/uses-of-goal.ts';
import { checkConfig } from '../../../../../shared/schema/check.ts';
import type { Config } from '../../../../../shared/schema/config.ts';
import { shopConfig } from '../../../../support/fake-stage.ts';

const target = { css: '#add' };
function withGoals() {
  const { goals: _goals, capture: _capture, ...config }: Config = shopConfig();
  const made: Config = config;
  const clicked = makeGoal(made, { kind: 'click', name: 'Clicks', target });
  const bought = makeGoal(made, { kind: 'purchase' });
  for (const experience of made.experiences) experience.goal = null;
  return { config: made, clicked, bought };
}

test('an experience that is measured by it and a segment that asks about it use it', () => {
  const { config, clicked, bought } = withGoals();
  config.experiences[0]!.goal = clicked;
  config.segments.push({
    id: 'reached',
    name: 'Reached',
    when: {
      kind: 'none',
      of: [{ kind: 'count', event: 'goal', where: { goal: { $in: [bought] } }, is: { $gte: 1 } }],
    },
  });
  const say = (id: string) => {
    const { experiences, segments } = findUses(config, id);
    return [experiences.map((one) => one.id), segments.map((one) => one.id)];
  };
  expect(say(clicked)).toEqual([[config.experiences[0]!.id], []]);
  expect(say(bought)).toEqual([[], ['reached']]);
});

test('what is removed takes along what recorded it, and the share who were kept for it', () => {
  const { config, clicked, bought } = withGoals();
  Object.assign(config.experiences[0]!, { goal: clicked, holdout: 0.1 });
  removeGoal(config, clicked);
  expect(config.goals?.map(({ id }) => id)).toEqual([bought]);
  expect(config.capture).toBeUndefined();
  expect('goal' in config.experiences[0]!).toBe(false);
  expect(config.experiences[0]!.holdout).toBeUndefined();
  expect(checkConfig(config).config).toBeDefined();
});

test('what recorded it stays where something else speaks of that event', () => {
  const { config, clicked } = withGoals();
  const { event } = config.goals!.find(({ id }) => id === clicked)!;
  config.segments.push({ id: 's', name: 'S', when: { kind: 'count', event, is: { $gte: 1 } } });
  removeGoal(config, clicked);
  expect(config.capture).toHaveLength(1);
  removeGoal(config, clicked);
  expect(config.goals).toHaveLength(1);
});

test('what it counts is said', () => {
  const { config } = withGoals();
  expect(config.goals!.map((goal) => sayGoal(goal, config.capture ?? []))).toEqual([
    'Counts the event “clicks”. “clicks” is recorded when the add is clicked.',
    'Counts the event “purchase”, as the site tells it.',
  ]);
});
