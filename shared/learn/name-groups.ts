// What a group is called and how it is described: its centre, read back into days, orders and money. Groups are of
// histories, not kinds of people: no word of praise or blame.

import { GROUP_WORDS, type GroupFigures, sayGroup } from '../grammar/group-name.ts';
import type { History } from './persona-space.ts';

export interface FoundGroup {
  history: History;
  share: number;
  test: { buyers: number; bought: number } | null;
}

export interface NamedGroup {
  id: string;
  name: string;
  description: string;
  /** its place among those that were given */
  at: number;
}

function readAgo(days: number): Pick<GroupFigures, 'ago' | 'unit'> {
  const whole = Math.round(days);
  if (whole < 14) return { ago: Math.max(0, whole), unit: 'day' };
  return whole < 60
    ? { ago: Math.round(whole / 7), unit: 'week' }
    : { ago: Math.round(whole / 30), unit: 'month' };
}

function readOften(orders: number): number {
  const whole = Math.round(orders);
  if (orders < 1.3) return 1;
  return whole < 2 ? 1.5 : whole;
}

/** Two digits: more would claim more than a centre says. */
const roundMoney = (sum: number): number => Number(Math.max(0, sum).toPrecision(2));

const percentOf = (share: number): number => Math.round(100 * share);

/**
 * @param all of the test, of all groups together
 * @returns those who bought most often first
 */
export function nameGroups(
  found: readonly FoundGroup[],
  all: { buyers: number; bought: number } | null,
): NamedGroup[] {
  const order = found
    .map((group, at) => ({ group, at }))
    .sort(
      (a, b) =>
        b.group.history[1] - a.group.history[1] || a.group.history[0] - b.group.history[0] || a.at - b.at,
    )
    .map(({ group, at }) => {
      const [days, orders, sum] = group.history;
      return { group, at, sum: roundMoney(sum), figures: { ...readAgo(days), orders: readOften(orders) } };
    });
  const short = order.map(({ figures }) => sayGroup(figures, GROUP_WORDS));
  return order.map(({ group: { share, test }, at, sum, figures }, i) => {
    const isTwice = short.filter((name) => name === short[i]).length > 1;
    const again: GroupFigures['again'] =
      test && all && test.buyers > 0
        ? [percentOf(test.bought / test.buyers), percentOf(all.bought / all.buyers)]
        : undefined;
    return {
      id: `persona-${i + 1}`,
      name: sayGroup({ ...figures, ...(isTwice && { sum }) }, GROUP_WORDS),
      description: sayGroup({ ...figures, sum, share: percentOf(share), again }, GROUP_WORDS),
      at,
    };
  });
}
