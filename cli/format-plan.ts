// The words of `selvedge plan`: a sentence, a table of the levels, and how the numbers are meant.
import type { Level } from '../shared/measure/level.ts';
import { formatTable } from './format-table.ts';

export interface Figures {
  rate: number;
  lift: number;
  share: number;
  segment: number;
  /** a day */
  visitors?: number;
  epsilon: number;
}

export interface Needed {
  level: Level;
  visitors: number | null;
  days: number | null;
}

/** At most three digits: a plan knows no more. */
const about = (value: number): string => {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(value)) - 2);
  return (Math.ceil(value / step) * step).toLocaleString('en');
};
const percent = (share: number): string => `${Number((share * 100).toPrecision(3))} %`;

const MEANS: Record<Level, string> = {
  exact: 'each request says whether it was shown',
  private: 'each goal says so with a random answer now and then',
  coin: 'nothing is said of the visitor, so all visitors of the pages are compared',
};

export function formatPlan(figures: Figures, levels: readonly Needed[]): string {
  const { rate, lift, share, segment, visitors, epsilon } = figures;
  const change = `${lift > 0 ? '+' : '−'}${percent(Math.abs(lift))}`;
  const who = segment === 1 ? 'everyone' : `a segment of ${percent(segment)} of the visitors`;
  const rows = levels.map((one) => [
    one.level === 'private' ? `private, ε ${epsilon}` : one.level,
    one.visitors === null ? 'never' : about(one.visitors),
    ...(visitors === undefined ? [] : [one.days === null ? 'never' : about(one.days)]),
    MEANS[one.level],
  ]);
  const head = ['level', 'visitors', ...(visitors === undefined ? [] : ['days']), ''];
  const table = formatTable([head, ...rows]).map((line) => `  ${line}`);
  return `A lift of ${change} on a goal that ${percent(rate)} reach, for ${who}; ${percent(share)} of them get it, the others keep the original.

${table.join('\n')}

Visitors of the pages, with it and without it together. By then 80 of 100 such lifts have been found, half of them by half of these visitors. You may look every day: where nothing differs, at most 5 in 100 experiences are ever called.

The levels are those of "measure" in the config: "coin" is the usual one, and tells nothing of what a visitor did.
`;
}
