// Every kind of condition that looks at something; `all any none segment` only combine and are in decide.ts.
import type { Condition } from '../../schema/condition.ts';
import type { Config } from '../../schema/config.ts';
import { own } from '../dig.ts';
import type { Rule } from '../view.ts';
import { age, away, context, trait } from './fact.ts';
import { figure } from './figure.ts';
import { figures } from './figures.ts';
import { learnedRules } from './learned.ts';
import { modelRules } from './model.ts';
import { sequence } from './sequence.ts';

const others: Record<string, (condition: never, config: Config) => Rule | undefined> = {
  ...learnedRules,
  ...modelRules,
  trait,
  context,
  age,
  away,
  sequence,
};

/** What the condition looks at; undefined for a kind that is not known. Its `is` and `spans` are not checked yet. */
export function ruleFor(condition: Condition, config: Config): Rule | undefined {
  const made = own(figures, condition.kind);
  // each entry of the tables takes the conditions of its own kind alone
  const one = condition as never;
  if (!made) return own(others, condition.kind)?.(one, config);
  return figure(one, typeof made === 'function' ? made(one, config) : made);
}
