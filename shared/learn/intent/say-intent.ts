// What was learned of how likely a goal is, in sentences: always with its count, and never as what somebody will do.

import { sayRefused } from '../say-refused.ts';
import { times, whole } from '../times.ts';
import type { IntentTest } from './judge-intent.ts';
import type { Intent } from './learn-intent.ts';
import { sayTerm } from './say-term.ts';

const inHundred = (share: number): string => (100 * share).toFixed(share < 0.1 ? 1 : 0);

function sayTest(test: IntentTest | null): string {
  if (!test) return '';
  const [low, high] = test.interval;
  const bins = test.bins.map(
    ({ rows, visitors, mean, actual }) =>
      `    ${inHundred(mean)} of 100 stated, ${inHundred(actual)} came (${times(rows, 'page view', 'page views')} of ${times(visitors, 'visitor', 'visitors')})\n`,
  );
  return `  Tested on ${times(test.visits, 'visit', 'visits')} from ${test.from} to ${test.until}, ${whole(test.positives)} of which reached the goal. Of one page view that led to it and one that did not the first had the higher chance in ${Math.round(100 * test.auc)} of 100 pairs (${Math.floor(100 * low)} to ${Math.ceil(100 * high)}; 50 is chance).
  Of 100 such page views ${inHundred(test.mean)} were expected to lead to it and ${inHundred(test.actual)} did. By the stated chance:
${bins.join('')}`;
}

export function sayIntent(part: Intent): string {
  const { report } = part;
  const { training } = report;
  if (part.status === 'refused') return `${sayRefused('intent', part.why)}${sayTest(report.test)}`;
  const terms = part.value.terms.map(
    (term) => `    ${term.weight > 0 ? '+' : '−'}${Math.abs(term.weight)} × ${sayTerm(term)}\n`,
  );
  return `intent: how likely "${part.value.name}" is in the visit that is going on, learned from ${whole(training.visits)} visits until ${training.until}, ${whole(training.positives)} of which reached it. The condition \`model\` uses it. Its terms, by weight: above 0 they make it likelier, below 0 less likely.
${terms.join('')}${sayTest(report.test)}`;
}
