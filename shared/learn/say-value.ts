// What was learned of how many order days to expect, in sentences.

import type { Value, ValueReport } from './learn-value.ts';
import { MOST_CORRELATION } from './most-correlation.ts';
import type { Learned } from './parts.ts';
import { sayRefused } from './say-refused.ts';
import { whole as exactly, times } from './times.ts';

const whole = (value: number): string => exactly(Math.round(value));
const inPairs = (auc: number | null): string => (auc === null ? 'none' : `${Math.round(100 * auc)} of 100`);

function sayTest(test: ValueReport['test']): string {
  if (!test) return '';
  const { until, days, expected, actual, auc, aucOfRecency, fifths } = test;
  const rows = fifths.map(
    (fifth, i) =>
      `    ${['least', 'second', 'third', 'fourth', 'most'][i]} expected: ${times(fifth.buyers, 'buyer', 'buyers')}, ${whole(fifth.expected)} expected, ${whole(fifth.actual)} came\n`,
  );
  return `  Tested on the ${times(days, 'day', 'days')} after ${until}: ${times(Math.round(expected), 'order day was', 'order days were')} expected, ${whole(actual)} came. By fifths of the buyers:
${rows.join('')}  Who bought and who did not stands in the right order in ${inPairs(auc)} pairs, by recency alone in ${inPairs(aucOfRecency)}: what is gained is a count, hardly an order.
`;
}

/** Why nothing is told of what orders are worth. */
const whySpendless = ({ correlation }: ValueReport): string =>
  Math.abs(correlation) > MOST_CORRELATION
    ? `who orders more often spends ${correlation > 0 ? 'more' : 'less'} each time (correlation ${correlation.toFixed(2)}, ${MOST_CORRELATION.toFixed(2)} at most)`
    : 'too few of those who bought on two days spent anything, or a few of them spent most of it';

export function sayValue(part: Learned<Value, ValueReport>): string {
  const { report } = part;
  if (part.status === 'refused') return `${sayRefused('value', part.why)}${sayTest(report.test)}`;
  const { purchases, spend } = part.value;
  const money = spend
    ? `  spend ${spend.join(', ')}: what an order day is worth (gamma-gamma: p, q, v)\n`
    : `  What an order is worth is left out: ${whySpendless(report)}.\n`;
  return `value: learned from ${whole(report.buyers)} buyers, ${whole(report.repeat)} of whom bought on more than one day. The conditions \`expected\` and \`alive\` use it.
  purchases ${purchases.join(', ')}: how often buyers order, and when they stop (BG/NBD: r, alpha in days, a, b)
${money}${sayTest(report.test)}`;
}
