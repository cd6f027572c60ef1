// Every kind of condition that looks at something; `all any none segment` only combine and are in decide.ts.
import type { Condition } from '../../schema/condition.ts';
import type { Config } from '../../schema/config.ts';
import { own } from '../dig.ts';
import type { Rule } from '../view.ts';
import { age, away, context, trait } from './fact.ts';
import { figure } from './figure.ts';
import { figures } from './figures.ts';
import { sequence } from './sequence.ts';

const others = { trait, context, age, away, sequence } as unknown as Record<
  string,
  (condition: Condition) => Rule
>;

/** What the condition looks at; undefined for a kind that is not known. Its `is` and `spans` are not checked yet. */
export function ruleFor(condition: Condition, config: Config): Rule | undefined {
  const made = own(figures, condition.kind);
  if (!made) return own(others, condition.kind)?.(condition);
  const kind = typeof made === 'function' ? made(condition as never, config) : made;
  return figure(condition as never, kind) as Rule;
}
