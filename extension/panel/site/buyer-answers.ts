// What was learned of all buyers and of all visits, asked of this browser: which group of buyers it is like, what to expect of
// it, and how likely a goal is in the visit that is going on.

import { type Finding, find } from '../../../shared/engine/decide.ts';
import type { View } from '../../../shared/engine/view.ts';
import type { Condition, ConditionOf } from '../../../shared/schema/condition.ts';
import type { Config } from '../../../shared/schema/config.ts';
import type { Memory } from '../../wire/stage-shapes.ts';
import { createView } from './insight.ts';

type Asked = ConditionOf<'persona' | 'expected'>;
type Answer<C extends Condition> = Finding & { condition: C };
type Now = Pick<View, 'facts' | 'now' | 'doubt'>;

const WITHIN = '90d';

/** Whether a segment asks for it or not. */
function answerEach<C extends Condition>(
  config: Config,
  memory: Memory,
  { facts, now, doubt }: Now,
  asked: readonly C[],
): Answer<C>[] {
  const segments = asked.map((when, at) => ({ id: `asked-${at}`, name: '', when }));
  const view = createView({ ...config, segments, experiences: [] }, memory, facts, now, doubt);
  return asked.map((condition) => ({ ...find(condition, view), condition }));
}

/** @returns one for each that the config can answer */
export function answerBuyer(config: Config, memory: Memory, now: Now): Answer<Asked>[] {
  const { personas, value } = config;
  const [group] = personas?.groups ?? [];
  const expected = { kind: 'expected', within: WITHIN, is: { $gte: 0 } } as const;
  return answerEach<Asked>(config, memory, now, [
    ...(group ? [{ kind: 'persona' as const, id: group.id }] : []),
    ...(value ? [expected] : []),
    ...(value?.spend ? [{ ...expected, of: 'value' as const }] : []),
  ]);
}

/** @returns one for each goal whose chance was learned */
export const answerVisit = (config: Config, memory: Memory, now: Now): Answer<ConditionOf<'model'>>[] =>
  answerEach(
    config,
    memory,
    now,
    (config.models ?? []).map(({ id }) => ({ kind: 'model', id, is: { $gte: 0 } })),
  );
