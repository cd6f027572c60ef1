// Every kind of condition that looks at something; `all any none segment` only combine and are in decide.ts.
import type { Config } from '../../schema/config.ts';
import type { Rule } from '../rule.ts';
import { context, trait } from './fact.ts';
import { figure } from './figure.ts';
import { interest } from './interest.ts';
import { rfm } from './rfm.ts';
import { score } from './score.ts';
import { sequence } from './sequence.ts';
import { age, away, since } from './since.ts';

// biome-ignore format: a table
export const kinds = {
  trait, context, since, age, away, sequence, interest, score, rfm,
  count: figure, sum: figure, average: figure, min: figure, max: figure,
  distinct: figure, days: figure, first: figure, last: figure,
} as unknown as Record<string, (condition: never, config: Config) => Rule>;
