// Conditions that ask for facts about all visitors need them in the config.

import { t } from '../words/t.ts';
import type { Condition } from './condition.ts';
import { readField } from './parts.ts';
import { formatPath, type Problem } from './problem.ts';

const LEARN = () => t`Run \`selvedge learn\` on an export of your orders.`;

/** @param raw the config as it was given */
export function findUnlearned(
  condition: Condition,
  path: PropertyKey[],
  raw: Record<string, unknown>,
): Problem[] {
  const refuse = (problem: string, remedy: string): Problem[] => [
    { path: formatPath(path), problem, remedy, severity: 'error' },
  ];
  switch (condition.kind) {
    case 'rfm':
      return raw.rfm === undefined
        ? refuse(
            t`rfm classes are asked for, but the config has no "rfm" edges`,
            t`Add "rfm": { "recency": ["7d", …], "frequency": [1, …], "monetary": [20, …] }.`,
          )
        : [];
    case 'persona':
      return raw.personas === undefined
        ? refuse(t`a group of buyers is asked for, but the config has no "personas"`, LEARN())
        : [];
    case 'model':
      return raw.models === undefined
        ? refuse(
            t`the chance of a goal is asked for, but the config has no "models"`,
            t`Run \`selvedge learn\` on an export of your visits.`,
          )
        : [];
    case 'expected':
    case 'alive':
      if (raw.value === undefined)
        return refuse(t`what to expect of a buyer is asked for, but the config has no "value"`, LEARN());
      return condition.kind === 'expected' &&
        condition.of === 'value' &&
        readField(raw.value, 'spend') === undefined
        ? refuse(
            t`expected money is asked for, but "value" has no "spend"`,
            t`Ask for order days instead: what an order is worth could not be told from these buyers.`,
          )
        : [];
    default:
      return [];
  }
}
