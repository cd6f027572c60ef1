// What was learned of all buyers, asked of this browser: which group of them it is like, and what to expect of it.

import { type Finding, find } from '../../../shared/engine/decide.ts';
import type { View } from '../../../shared/engine/view.ts';
import type { ConditionOf } from '../../../shared/schema/condition.ts';
import type { Config } from '../../../shared/schema/config.ts';
import type { Memory } from '../../wire/stage-shapes.ts';
import { createView } from './insight.ts';

type Asked = ConditionOf<'persona' | 'expected'>;
export type BuyerAnswer = Finding & { condition: Asked };

const WITHIN = '90d';

/** @returns one for each that the config can answer, whether a segment asks for it or not */
export function answerBuyer(
  config: Config,
  memory: Memory,
  { facts, now, doubt }: Pick<View, 'facts' | 'now' | 'doubt'>,
): BuyerAnswer[] {
  const { personas, value } = config;
  const [group] = personas?.groups ?? [];
  const expected = { kind: 'expected', within: WITHIN, is: { $gte: 0 } } as const;
  const asked: Asked[] = [
    ...(group ? [{ kind: 'persona' as const, id: group.id }] : []),
    ...(value ? [expected] : []),
    ...(value?.spend ? [{ ...expected, of: 'value' as const }] : []),
  ];
  const segments = asked.map((when, at) => ({ id: `asked-${at}`, name: '', when }));
  const view = createView({ ...config, segments, experiences: [] }, memory, facts, now, doubt);
  return asked.map((condition) => ({ ...find(condition, view), condition }));
}
