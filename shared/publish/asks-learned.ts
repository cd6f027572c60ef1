// Whether segments ask for what was learned of all buyers.

import type { Condition } from '../schema/condition.ts';
import type { Config } from '../schema/config.ts';
import { walk } from '../schema/parts.ts';

const PERSONAS = ['persona'] as const;
const VALUE = ['expected', 'alive'] as const;
type Learned = (typeof PERSONAS | typeof VALUE)[number];

const asks = ({ segments }: Pick<Config, 'segments'>, kinds: readonly Learned[]): boolean =>
  segments.some(({ when }) => walk(when, []).some(({ value }) => isOne(value, kinds)));

const isOne = ({ kind }: Condition, kinds: readonly string[]): boolean => kinds.includes(kind);

export const asksPersonas = (config: Pick<Config, 'segments'>): boolean => asks(config, PERSONAS);
export const asksValue = (config: Pick<Config, 'segments'>): boolean => asks(config, VALUE);
export const asksLearned = (config: Pick<Config, 'segments'>): boolean =>
  asksPersonas(config) || asksValue(config);
