// What a group is called and how it is described: its centre, read back into days, orders and money. Groups are of
// histories, not kinds of people: no word of praise or blame.

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

const percent = (share: number): string => `${Math.round(100 * share)} %`;

function sayTime(days: number): string {
  const whole = Math.round(days);
  if (whole < 1) return 'today';
  if (whole < 14) return `about ${whole} ${whole === 1 ? 'day' : 'days'} ago`;
  if (whole < 60) return `about ${Math.round(whole / 7)} weeks ago`;
  return `about ${Math.round(whole / 30)} months ago`;
}

function sayOften(orders: number): string {
  const whole = Math.round(orders);
  if (orders < 1.3) return 'Bought once';
  return whole < 2 ? 'Bought once or twice' : `Bought about ${whole} times`;
}

/** Two digits: more would claim more than a centre says. */
const sayMoney = (sum: number): string =>
  Number(Math.max(0, sum).toPrecision(2)).toLocaleString('en', { maximumFractionDigits: 2 });

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
    );
  const short = order.map(({ group: { history } }) => `${sayOften(history[1])}, ${sayTime(history[0])}`);
  return order.map(({ group, at }, i) => {
    const [days, orders, sum] = group.history;
    const money = `spent about ${sayMoney(sum)}`;
    const isTwice = short.filter((name) => name === short[i]).length > 1;
    const name = isTwice ? `${short[i]}, ${money}` : `${short[i]}`;
    const told =
      group.test && all && group.test.buyers > 0
        ? `; ${percent(group.test.bought / group.test.buyers)} bought again in the test, of all ${percent(all.bought / all.buyers)}`
        : '';
    return {
      id: `persona-${i + 1}`,
      name,
      description: `${sayOften(orders)}, last ${sayTime(days)}, ${money}: ${percent(group.share)} of buyers${told}`,
      at,
    };
  });
}

const OFTEN = 'Bought (?:once|once or twice|about \\d+ times)';
const TIME = '(?:today|about \\d+ (?:days?|weeks?|months?) ago)';
const MONEY = 'spent about [\\d.,]+';
const NAME = new RegExp(`^${OFTEN}, ${TIME}(?:, ${MONEY})?$`);
const DESCRIPTION = new RegExp(`^${OFTEN}, last ${TIME}, ${MONEY}: \\d+ % of buyers`);

/** Whether a run called a group so, and not its author. */
export const isMadeName = (name: string): boolean => NAME.test(name);
/** Whether a run described a group so. */
export const isMadeDescription = (description: string): boolean => DESCRIPTION.test(description);
