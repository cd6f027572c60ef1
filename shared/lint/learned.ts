// Numbers that were learned from an export are about the buyers of then, and nobody writes them by hand.

import {
  type Bought,
  type Buying,
  chanceAlive,
  expectedOrders,
} from '../engine/conditions/expected-orders.ts';
import type { Config } from '../schema/config.ts';
import type { Problem } from '../schema/problem.ts';
import { t } from '../words/t.ts';

const OLD_DAYS = 90;
/** Clocks and zones may be so far apart. */
const AHEAD_DAYS = 2;
const DAY_MS = 864e5;

/** Histories as every shop has them. */
const USUAL: Bought[] = [
  { x: 0, t: 0, T: 0 },
  { x: 0, t: 0, T: 100 },
  { x: 2, t: 100, T: 180 },
  { x: 9, t: 250, T: 300 },
];
const WITHIN = 90;

/** Whether as many order days are to be expected of them as there can be. */
const isOfBuyers = (buying: Buying): boolean =>
  USUAL.every((bought) => {
    const expected = expectedOrders(buying, bought, WITHIN);
    return expected >= 0 && expected <= WITHIN && chanceAlive(buying, bought) <= 1;
  });

const lintValue = ({ value }: Config): Problem[] =>
  !value || isOfBuyers(value.purchases)
    ? []
    : [
        {
          path: 'value.purchases',
          problem: t`by these four numbers nothing can be expected of a buyer`,
          remedy: t`Run \`selvedge learn\` again: they belong together, and are not meant to be changed by hand.`,
          severity: 'warning',
        },
      ];

/** @param now ms since epoch; nothing is old without it */
export const lintLearned = (config: Config, now?: number): Problem[] => [
  ...lintValue(config),
  ...lintAge(config, now),
];

function lintAge({ learned }: Config, now = Number.NaN): Problem[] {
  if (!learned) return [];
  const days = Math.floor((now - Date.parse(learned.until)) / DAY_MS);
  if (days < -AHEAD_DAYS)
    return [
      {
        path: 'learned.until',
        problem: t`what was learned is of orders until ${learned.until}, which is a day to come`,
        remedy: t`Run \`selvedge learn\` again: it would never be said to be old.`,
        severity: 'warning',
        inPanel: {
          problem: t`what was learned is of orders until ${learned.until}, which is a day to come`,
          remedy: t`Learn again from a new export.`,
        },
      },
    ];
  if (!(days > OLD_DAYS)) return [];
  return [
    {
      path: 'learned.until',
      problem: t`what was learned is of orders until ${learned.until}, ${days} days ago`,
      remedy: t`Run \`selvedge learn\` on a new export.`,
      severity: 'warning',
      inPanel: {
        problem: t`what was learned is of orders until ${learned.until}, ${days} days ago`,
        remedy: t`Learn again from a new export.`,
      },
    },
  ];
}
