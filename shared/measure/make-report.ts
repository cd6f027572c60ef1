// What the counts of an access log say of each experience: the same in the terminal and in the panel, whoever counted.
import { adjustForMany } from './adjust-for-many.ts';
import type { CountRow } from './count-row.ts';
import { groupBy } from './group-by.ts';
import { judgeSplit } from './judge-split.ts';
import { lookAt, visitorsFor } from './look.ts';
import { type Pair, pairsOf } from './pairs.ts';
import {
  judgePlanned,
  type MeasuredConfig,
  type PlannedExperience,
  type PlannedGoal,
  planOf,
  planOfRows,
  roundOf,
} from './planned.ts';
import {
  type Comparison,
  type DayLook,
  MOST_DAYS,
  type Report,
  type ReportedArm,
  type ReportedExperience,
  type ReportedGoal,
  type ReportedSplit,
  type Source,
} from './report.ts';
import { countDays, type Tally, tallyDays } from './tally.ts';
import { verdictOf } from './verdict.ts';

export interface Counted {
  rows: readonly CountRow[];
  source: Source;
}

export interface ReportOptions {
  config?: MeasuredConfig | undefined;
  alpha: number;
  /** ISO */
  made: string;
  /** first and last day that were asked for */
  since?: string | undefined;
  until?: string | undefined;
}

/** Of a lift of this size is said how many visitors it needs. */
const NEEDED = 0.1;

/** Whether the counts cannot be read without the config: neither level nor ε of symbols are in the log. */
export const needsConfig = (rows: readonly CountRow[]): boolean => rows.some(({ s }) => s !== '');

/** @throws RangeError where the counts need a config and none is given, and where they are of more days than there can be */
export function makeReport({ rows, source }: Counted, options: ReportOptions): Report {
  const { config, alpha, made, since, until } = options;
  if (!config && needsConfig(rows)) throw new RangeError('symbols cannot be read without the config');
  const plans = config ? planOf(config) : planOfRows(rows);
  const isOwn = judgePlanned(plans);
  const own = rows.filter(isOwn);
  const ofRounds = groupBy(own, roundOf);
  const pings = own.reduce((sum, row) => sum + row.pings, 0);
  const unknown = source.skipped.unknown + source.pings - pings;
  const days = own.map(({ day }) => day).sort();
  refuseAges(days[0], days.at(-1));
  const today = made.slice(0, 10);
  return {
    version: 1,
    ...(config && { site: config.site, revision: config.revision }),
    made,
    from: since ?? days[0] ?? until ?? today,
    until: until ?? days.at(-1) ?? since ?? today,
    alpha,
    source: { ...source, pings, skipped: { ...source.skipped, unknown } },
    experiences: plans.flatMap((plan) => {
      const looks = tallyDays(ofRounds.get(roundOf({ e: plan.id, o: plan.round })) ?? []);
      const last = looks.at(-1);
      return last ? [reportExperience(plan, looks, last.tally, alpha)] : [];
    }),
  };
}

/** One line of a wrong clock would make days by the thousand, and seven of them where there was one. */
function refuseAges(first: string | undefined, last: string | undefined): void {
  const days = first === undefined || last === undefined ? 0 : countDays(first, last);
  if (days > MOST_DAYS)
    throw new RangeError(
      `The pings are of ${days.toLocaleString('en')} days, from ${first} to ${last}: some clock was wrong. Say --since and --until.`,
    );
}

type Looks = ReturnType<typeof tallyDays>;

function reportExperience(
  plan: PlannedExperience,
  looks: Looks,
  tally: Tally,
  alpha: number,
): ReportedExperience {
  const { id, name, round, level, epsilon } = plan;
  const split = splitOf(plan, looks, tally);
  return {
    id,
    ...(name !== undefined && { name }),
    round,
    level,
    ...(epsilon !== undefined && { epsilon }),
    days: looks.length,
    split,
    goals: reportGoals(plan, looks, tally, split.isBroken, alpha),
  };
}

function splitOf({ arms }: PlannedExperience, looks: Looks, tally: Tally): ReportedSplit {
  const counted = arms.map(({ arm, share }) => ({ arm, share, visitors: tally.visitorsOf([arm]) }));
  const all = counted.reduce((sum, { visitors }) => sum + visitors, 0);
  const planned = counted.flatMap(({ share, visitors }) => (share === null ? [] : [{ share, visitors }]));
  return {
    arms: counted.map(({ arm, share, visitors }) => ({
      arm,
      visitors,
      expected: share === null ? visitors : all * share,
    })),
    ...judgeSplit(planned),
    series: looks.map((look) => ({
      day: look.day,
      visitors: arms.map(({ arm }) => look.tally.visitorsOf([arm])),
    })),
  };
}

/** Everything of a comparison but what hangs on the others. */
interface Judged {
  pair: Pair;
  series: DayLook[];
  converted: [number, number];
  last: Pick<Comparison, 'lift' | 'low' | 'high' | 'p' | 'needed'>;
}

function reportGoals(
  plan: PlannedExperience,
  looks: Looks,
  tally: Tally,
  isBroken: boolean,
  alpha: number,
): ReportedGoal[] {
  const judged = plan.goals.map((goal) => ({
    goal,
    comparisons: pairsOf(plan, goal).map((pair) => judgePair(pair, plan, looks, tally, alpha)),
  }));
  // main goals side by side, and each of the others by itself
  const main = judged.filter(({ goal }) => goal.isMain).flatMap(({ comparisons }) => comparisons);
  const mainAdjusted = new Map(zip(main, adjustForMany(main.map(({ last }) => last.p))));
  return judged.map(({ goal, comparisons }) => {
    const { isMain, name } = goal;
    const adjusted = isMain
      ? mainAdjusted
      : new Map(zip(comparisons, adjustForMany(comparisons.map(({ last }) => last.p))));
    return {
      goal: goal.goal,
      ...(name !== undefined && { name }),
      isMain,
      among: plan.level === 'coin' ? 'visitors of these pages' : 'those shown',
      arms: plan.arms.map(({ arm }) => reportArm(arm, goal, tally)),
      comparisons: comparisons.map((one) => {
        const { pair, series, converted, last } = one;
        const adjustedP = adjusted.get(one) ?? 1;
        const { needed, ...figures } = last;
        return {
          arm: pair.arm.arm,
          base: pair.base.arm,
          ...(pair.group !== undefined && { group: pair.group }),
          measure: pair.measure,
          ...figures,
          adjustedP,
          verdict: verdictOf({
            isBroken,
            isMain,
            days: looks.length,
            converted,
            measure: pair.measure,
            lift: last.lift,
            adjustedP,
            alpha,
          }),
          needed,
          series,
        };
      }),
    };
  });
}

const zip = <A, B>(ones: readonly A[], others: readonly B[]): [A, B][] =>
  ones.flatMap((one, i) => {
    const other = others[i];
    return other === undefined ? [] : [[one, other] as [A, B]];
  });

function reportArm(arm: string, { goal, hasValue }: PlannedGoal, tally: Tally): ReportedArm {
  const visitors = tally.visitorsOf([arm]);
  const { converted, value } = tally.sumsOf([arm], goal);
  const per = (sum: number): number => (visitors > 0 ? sum / visitors : 0);
  return {
    arm,
    visitors,
    converted,
    rate: per(converted),
    ...(hasValue && { value, perVisitor: per(value) }),
  };
}

function judgePair(pair: Pair, plan: PlannedExperience, looks: Looks, tally: Tally, alpha: number): Judged {
  let least = 1;
  const series = looks.map(({ day, tally }): DayLook => {
    const { visitors, converted, estimate } = lookAt(pair, plan, tally, alpha);
    const { lift, low, high, p } = estimate;
    least = Math.min(least, p);
    return { day, visitors, converted: converted[0] + converted[1], lift, low, high, p: least };
  });
  const { visitors, converted, estimate } = lookAt(pair, plan, tally, alpha);
  const more = Math.max(0, visitorsFor(NEEDED, pair, plan, tally, alpha) - visitors);
  const { lift, low, high, p } = estimate;
  const days = visitors > 0 ? Math.ceil((more * looks.length) / visitors) : null;
  return {
    pair,
    series,
    converted,
    last: { lift, low, high, p, needed: { lift: NEEDED, visitors: more, days } },
  };
}
