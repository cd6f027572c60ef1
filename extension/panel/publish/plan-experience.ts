// How many visitors, and days, an experience needs until it can be told whether it helps. Of what is not known nothing is
// taken for granted: it is asked for. Pure.

import { EPSILON } from '../../../shared/engine/epsilon.ts';
import { groupsOf } from '../../../shared/engine/groups-of.ts';
import type { Level } from '../../../shared/measure/level.ts';
import { LEVELS, planVisitors } from '../../../shared/measure/plan.ts';
import { planOf } from '../../../shared/measure/planned.ts';
import type { Report } from '../../../shared/measure/report.ts';
import type { Config } from '../../../shared/schema/config.ts';
import type { Pace } from './pace.ts';

/** Of a lift of this size is said how long it takes, as in a report. */
export const LIFT = 0.1;
const ALPHA = 0.05;
const EVERYONE = 'everyone';

export interface Needed {
  level: Level;
  /** null: no number finds it */
  visitors: number | null;
  days: number | null;
}

export interface ExperiencePlan {
  id: string;
  name: string;
  goal: string;
  /** the one that is compared; undefined for everyone */
  segment?: string;
  /** what is known by now, and whether the report says it */
  visitors?: number;
  rate?: number;
  share?: number;
  isReported: boolean;
  /** the level of the config, where it counts */
  level?: Level;
  /** undefined until all of it is known */
  needed?: Needed[];
}

/** What a report says of the same experience: how many visitors a day, and how many of them reach the goal without it. */
function findReported(report: Report | undefined, id: string, goal: string) {
  const found = report?.experiences.findLast((one) => one.id === id);
  const [base] = found?.goals.find((one) => one.goal === goal)?.arms ?? [];
  const visitors = found?.split.arms.reduce((sum, one) => sum + one.visitors, 0) ?? 0;
  if (!found?.days || !base || !visitors || !base.converted || base.rate >= 1) return undefined;
  return { visitors: visitors / found.days, rate: base.rate };
}

/** Everything that would be live, has a goal and is compared with something. */
export function planExperiences(config: Config, pace: Pace, report?: Report): ExperiencePlan[] {
  const planned = planOf(config);
  const { ping } = config.measure ?? {};
  return config.experiences.flatMap(({ id, name, status, goal, variants }): ExperiencePlan[] => {
    const arms = planned.find((one) => one.id === id)?.arms ?? [];
    const [base, ...others] = arms;
    const least = others.reduce((min, one) => Math.min(min, one.share ?? 0), 1);
    if (status !== 'live' || typeof goal !== 'string' || !base?.share || !others[0] || !least) return [];
    const groups = groupsOf(variants);
    const [first] = groups.find((group) => group.length > 1) ?? groups[0] ?? [];
    const segment = first && first.segment !== EVERYONE ? first.segment : undefined;
    const reported = findReported(report, id, goal);
    const visitors = reported?.visitors ?? pace.visitors[id];
    const rate = reported?.rate ?? pace.rates[goal];
    const share = segment === undefined ? 1 : pace.segments[segment];
    const isKnown = visitors !== undefined && rate !== undefined && rate < 1 && share !== undefined;
    // the smallest side takes longest, and of the visitors those two are a part
    const both = base.share + least;
    const needed = LEVELS.map((level): Needed => {
      if (!isKnown) return { level, visitors: null, days: null };
      const epsilon = ping?.epsilon ?? EPSILON;
      const plan = { rate, lift: LIFT, share: least / both, segment: share, level, epsilon, alpha: ALPHA };
      const all = planVisitors(plan) / both;
      return Number.isFinite(all)
        ? { level, visitors: Math.ceil(all), days: Math.ceil(all / visitors) }
        : { level, visitors: null, days: null };
    });
    return [
      {
        id,
        name: name || id,
        goal,
        ...(segment !== undefined && { segment }),
        ...(visitors !== undefined && { visitors }),
        ...(rate !== undefined && { rate }),
        ...(share !== undefined && { share }),
        isReported: reported !== undefined,
        ...(ping && { level: ping.level ?? 'coin' }),
        ...(isKnown && { needed }),
      },
    ];
  });
}
