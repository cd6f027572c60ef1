// Advice on rfm's edges: what a browser counts are the orders that it remembers, never all that somebody ever bought. Edges
// of years of orders leave the upper classes empty, edges of a few weeks fill them.

import { ms } from '../grammar/duration.ts';
import type { Config, Segment } from '../schema/config.ts';
import { walk } from '../schema/parts.ts';
import type { Problem, Said } from '../schema/problem.ts';
import { t } from '../words/t.ts';
import { DEFAULT_RETENTION } from './retention.ts';

const DAY_MS = 864e5;

/** Recency is how long ago the last one was: that hangs on no time that is remembered. */
const asksHowMuch = ({ when }: Segment): boolean =>
  walk(when, []).some(
    ({ value }) => value.kind === 'rfm' && (value.frequency !== undefined || value.monetary !== undefined),
  );

const warn = (problem: string, remedy: string, inPanel: Said): Problem[] => [
  { path: 'rfm', problem, remedy, severity: 'warning', inPanel },
];

export function lintRfmEdges({ rfm, learned, privacy, segments }: Config): Problem[] {
  if (!rfm || !segments.some(asksHowMuch)) return [];
  const retention = privacy?.retention ?? DEFAULT_RETENTION;
  // `selvedge learn` counts by the day, and by as much as is remembered
  if (learned && rfm.per === 'day') {
    const days = 1 + Math.round((Date.parse(learned.until) - Date.parse(learned.from)) / DAY_MS);
    if (!(days * DAY_MS < ms(retention))) return [];
    return warn(
      t`the edges are of orders of ${days} days, but a browser remembers ${retention}: frequency and monetary classes become too high`,
      t`Run \`selvedge learn\` on the orders of at least ${retention}, or set "privacy.retention" to "${days}d".`,
      {
        problem: t`classes of buyers were made of the orders of ${days} days, which is less than a browser remembers: how often and how much become too high`,
        remedy: t`Learn again from the orders of a longer time.`,
      },
    );
  }
  // who says how long is remembered is taken to know it
  if (privacy?.retention !== undefined) return [];
  return warn(
    t`frequency and monetary classes are of what a browser remembers, the last ${retention}, not of all that somebody ever bought`,
    t`Make the edges of the orders of so many days (\`selvedge learn\` does), and say so: "privacy": { "retention": "${retention}" }.`,
    {
      problem: t`how often somebody bought, and for how much, is of what a browser remembers, not of all that they ever bought`,
      remedy: t`Learn the classes of buyers from your orders, which counts as a browser does.`,
    },
  );
}
