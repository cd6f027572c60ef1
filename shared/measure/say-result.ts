// A comparison in one sentence, for owners: what happened, how sure, and what to do next. The terminal and the panel say
// the same.

import { HOLDOUT, ON, readVariant } from '../engine/arms.ts';
import { inSentence } from '../words/in-sentence.ts';
import { sayNumber, sayRough, sayWhole } from '../words/numbers.ts';
import { t } from '../words/t.ts';
import type { Comparison, ReportedExperience, ReportedGoal } from './report.ts';
import { LEAST_DAYS, leastConverted } from './verdict.ts';

/** At most two digits: a plan knows no more. */
const about = (value: number): string => {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, value))) - 1);
  return sayWhole(Math.ceil(value / step) * step);
};

/** `2.9 %`, `3.0 %`, `12 %`, as a share of all. */
export function sayShare(share: number): string {
  const percent = share * 100;
  const isWhole = percent === 0 || percent >= 99.5;
  const digits = { minimumSignificantDigits: 2, maximumSignificantDigits: 2 };
  return `${isWhole ? sayWhole(percent) : sayNumber(percent, digits)} %`;
}

/** `+21 %`, as a lift; null is without end. */
export function sayLift(lift: number | null, isLow = false): string {
  if (lift === null) return isLow ? t`no end below` : t`no end above`;
  const percent = lift * 100;
  const digits = Math.abs(percent) < 9.95 ? Number(percent.toFixed(1)) : Math.round(percent);
  const sign = digits < 0 ? '−' : digits > 0 ? '+' : '';
  return `${sign}${sayNumber(Math.abs(digits))} %`;
}

/** By the variant's id, to an owner. */
export const sayArm = (arm: string): string =>
  arm === HOLDOUT ? t`the holdout` : arm === ON ? t`it` : t`variant ${readVariant(arm) ?? arm}`;

const without = (base: string): string => (base === HOLDOUT ? t`without` : t`with ${sayArm(base)}`);

function sayFigures(goal: ReportedGoal, comparison: Comparison): string {
  const { arm, base, group, measure, lift, low, high } = comparison;
  const name = goal.name ?? goal.goal;
  const change = t`${sayLift(lift)} (between ${sayLift(low, true)} and ${sayLift(high)})`;
  const [of, against] = [arm, base].map((side) => goal.arms.find((one) => one.arm === side));
  if (group !== undefined || !of || !against) {
    const what = measure === 'value' ? t`worth of “${name}”` : t`reached “${name}”`;
    const among = group === undefined ? what : `${what} ${sayAmong(goal, group)}`;
    return t`${sayArm(arm)} against ${sayArm(base)}, ${among}: ${change}`;
  }
  if (measure === 'value') {
    const per = (value = 0): string => sayRough(value, 3);
    return t`“${name}” is worth ${per(of.perVisitor)} a visitor with ${sayArm(arm)}, ${per(against.perVisitor)} ${without(base)}: ${change}`;
  }
  return t`${sayShare(of.rate)} of visitors reached “${name}” with ${sayArm(arm)}, ${sayShare(against.rate)} ${without(base)}: ${change}`;
}

function sayAmong({ comparisons }: ReportedGoal, group: number): string {
  const isOne = comparisons.every((one) => one.group === 1);
  return isOne ? t`among those it was shown to` : t`among those it was shown to (group ${group})`;
}

const sayMoreDays = (days: number): string => (days === 1 ? t`1 more day` : t`${sayWhole(days)} more days`);

/** What is missing: visitors who reached the goal, days, or both. */
function sayTooEarly(experience: ReportedExperience, goal: ReportedGoal, comparison: Comparison): string {
  const { arm, base, measure, group } = comparison;
  const { days } = experience;
  const least = leastConverted(measure);
  const name = goal.name ?? goal.goal;
  const sides = group === undefined ? goal.arms.filter((one) => one.arm === arm || one.arm === base) : [];
  const [fewest] = sides.sort((one, other) => one.converted - other.converted);
  const missingDays = LEAST_DAYS - days;
  if (fewest && fewest.converted < least) {
    const where = fewest.arm === HOLDOUT ? t`in the holdout` : t`with ${sayArm(fewest.arm)}`;
    const begun = t`Too early to say: ${sayWhole(fewest.converted)} of ${least} who reached “${name}” ${where}.`;
    if (fewest.converted === 0) return begun;
    const more = Math.ceil(((least - fewest.converted) / fewest.converted) * days);
    return t`${begun} At this pace: ${sayMoreDays(Math.max(more, missingDays))}.`;
  }
  if (missingDays > 0)
    return t`Too early to say: ${sayWhole(days)} of ${LEAST_DAYS} days. ${sayMoreDays(missingDays)}.`;
  return t`Too early to say: fewer than ${least} who reached “${name}” and were shown it on one side.`;
}

function sayBroken({ split }: ReportedExperience): string {
  const all = split.arms.reduce((sum, { visitors }) => sum + visitors, 0);
  const [worst] = [...split.arms].sort(
    (one, other) =>
      Math.abs(other.visitors - other.expected) / Math.sqrt(other.expected) -
      Math.abs(one.visitors - one.expected) / Math.sqrt(one.expected),
  );
  if (!worst) return t`Stop: the split is not what it should be.`;
  const where = worst.arm === HOLDOUT ? t`in the holdout` : t`with ${sayArm(worst.arm)}`;
  return (
    t`Stop: the split is not what it should be (${sayWhole(worst.visitors)} of ${sayWhole(all)} ${where}, ${sayWhole(worst.expected)} expected).` +
    ' ' +
    t`Nothing below can be trusted. Usual causes: shares were changed without counting anew, pages that fail or lead on for one side only, robots, a log that lacks a server.`
  );
}

function sayNeeded({ needed, measure }: Comparison): string {
  const { lift, visitors, days } = needed;
  const size = measure === 'value' ? t`A lift of ${sayShare(lift)} in value` : t`A lift of ${sayShare(lift)}`;
  if (visitors === 0) return t`${size} would most likely have shown by now.`;
  const time = days === null ? '' : ` (${days === 1 ? t`1 day` : t`${sayWhole(days)} days`})`;
  return t`${size} would show after about ${about(visitors)} more visitors${time}.`;
}

/** The sentence of one comparison, without the experience's name. */
export function sayComparison(
  experience: ReportedExperience,
  goal: ReportedGoal,
  comparison: Comparison,
): string {
  switch (comparison.verdict) {
    case 'broken split':
      return sayBroken(experience);
    case 'too early':
      return sayTooEarly(experience, goal, comparison);
    case 'better':
    case 'worse':
      return `${comparison.verdict === 'better' ? t`Better` : t`Worse`}. ${upper(sayFigures(goal, comparison))}.`;
    case 'no difference seen':
      return comparison.lift === null
        ? t`Nothing can be said: too few were shown it.`
        : t`No difference seen so far. ${sayNeeded(comparison)}`;
  }
}

const upper = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** The comparison that says most: of the main goals the one that chance explains least. */
export function findHeadline(
  experience: ReportedExperience,
): { goal: ReportedGoal; comparison: Comparison } | undefined {
  const all = experience.goals
    .filter(({ isMain }) => isMain)
    .flatMap((goal) => goal.comparisons.map((comparison) => ({ goal, comparison })));
  return all.sort((one, other) => one.comparison.adjustedP - other.comparison.adjustedP)[0];
}

/** `Tents: better. 2.9 % of visitors …` */
export function sayExperience(experience: ReportedExperience): string {
  const name = experience.name ?? experience.id;
  const headline = findHeadline(experience);
  const said = headline
    ? sayComparison(experience, headline.goal, headline.comparison)
    : experience.split.isBroken
      ? sayBroken(experience)
      : experience.goals.every(({ isMain }) => !isMain)
        ? t`No goal to compare by.`
        : t`Nothing to compare: all visitors are on one side.`;
  return `${name}: ${inSentence(said)}`;
}
