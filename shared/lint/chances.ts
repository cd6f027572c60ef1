// A chance is a number from 0 to 1. Whoever means percent asks for what nobody, or everybody, has.

import type { Config } from '../schema/config.ts';
import { formatPath, type Problem } from '../schema/problem.ts';
import { t } from '../words/t.ts';
import { rulesOf } from './rules-of.ts';

const numbersIn = (test: unknown): number[] =>
  typeof test === 'number'
    ? [test]
    : Object.values(Object(test))
        .flat()
        .filter((one): one is number => typeof one === 'number');

export const lintChances = (config: Config): Problem[] =>
  rulesOf(config).flatMap(({ value, path }): Problem[] => {
    if (value.kind !== 'model' && value.kind !== 'alive') return [];
    const above = numbersIn(value.is).find((one) => one > 1);
    if (above === undefined) return [];
    return [
      {
        path: formatPath([...path, 'is']),
        problem: t`a chance lies between 0 and 1, and ${above} is above it`,
        remedy:
          above <= 100 ? t`Write ${above / 100} for ${above} of 100.` : t`Write 0.2, say, for 20 of 100.`,
        severity: 'warning',
      },
    ];
  });
