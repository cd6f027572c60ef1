// `selvedge plan`: how many visitors an experience needs until a lift of a size shows, at each level of counting.
import { EPSILON } from '../shared/engine/epsilon.ts';
import type { Level } from '../shared/measure/level.ts';
import { LEVELS, planVisitors } from '../shared/measure/plan.ts';
import { type Figures, formatPlan } from './format-plan.ts';
import type { ExitCode, Io } from './io.ts';

/** How often a difference may be called where there is none. */
const ALPHA = 0.05;

interface Figure {
  /** what it may be, in words */
  is: string;
  isFit(value: number): boolean;
}

const isShare = (value: number): boolean => value > 0 && value < 1;

const FIGURES: Record<keyof Figures, Figure> = {
  rate: { is: 'a share between 0 and 1, such as 0.03 for 3 %', isFit: isShare },
  lift: {
    is: 'a number that is not 0 and more than -1, such as 0.1 for a tenth more (--lift=-0.1 for a tenth less)',
    isFit: (value) => value > -1 && value !== 0,
  },
  share: { is: 'a share between 0 and 1, such as 0.9 beside a holdout of a tenth', isFit: isShare },
  segment: { is: 'a share above 0, at most 1', isFit: (value) => value > 0 && value <= 1 },
  visitors: { is: 'a number of visitors a day above 0', isFit: (value) => value > 0 },
  epsilon: { is: 'a number from 0.5 to 4', isFit: (value) => value >= 0.5 && value <= 4 },
};
const NAMES = ['rate', 'lift', 'share', 'segment', 'visitors', 'epsilon'] as const;

/**
 * @param written what stands behind each option
 * @returns what is asked, or what is wrong with it
 */
export function readPlan(written: Partial<Record<keyof Figures, string | undefined>>): Figures | string {
  const values: Partial<Figures> = {};
  for (const name of NAMES) {
    const text = written[name];
    if (text === undefined) continue;
    const value = /^-?(\d+\.?\d*|\.\d+)$/.test(text) ? Number(text) : NaN;
    if (!FIGURES[name].isFit(value)) return `--${name} is ${FIGURES[name].is}; "${text}" is not.`;
    values[name] = value;
  }
  const { rate, lift, share = 0.5, segment = 1, epsilon = EPSILON, visitors } = values;
  if (rate === undefined) return `selvedge plan needs --rate: ${FIGURES.rate.is}.`;
  if (lift === undefined) return `selvedge plan needs --lift: ${FIGURES.lift.is}.`;
  if (rate * (1 + lift) > 1)
    return `A rate of ${rate} cannot rise by ${lift}: more than all cannot reach the goal.`;
  return { rate, lift, share, segment, epsilon, ...(visitors !== undefined && { visitors }) };
}

export function plan(figures: Figures, options: { json: boolean }, io: Io): ExitCode {
  const { visitors: perDay, ...asked } = figures;
  const levels = LEVELS.map((level: Level) => {
    const needed = planVisitors({ ...asked, level, alpha: ALPHA });
    const isFound = Number.isFinite(needed);
    return {
      level,
      ...(level === 'private' && { epsilon: asked.epsilon }),
      visitors: isFound ? needed : null,
      days: isFound && perDay !== undefined ? Math.ceil(needed / perDay) : null,
    };
  });
  if (options.json) io.out(`${JSON.stringify({ ...figures, alpha: ALPHA, levels }, null, 2)}\n`);
  else io.out(formatPlan(figures, levels));
  return 0;
}
