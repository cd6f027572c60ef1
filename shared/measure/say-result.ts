// A comparison in one sentence, for owners: what happened, how sure, and what to do next. The terminal and the panel say
// the same.

import { HOLDOUT, ON, readVariant } from '../engine/arms.ts';
import type { Comparison, ReportedExperience, ReportedGoal } from './report.ts';
import { sayCount } from './say-count.ts';
import { LEAST_DAYS, leastConverted } from './verdict.ts';

const whole = (value: number): string => Math.round(value).toLocaleString('en');
/** At most two digits: a plan knows no more. */
const about = (value: number): string => {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, value))) - 1);
  return whole(Math.ceil(value / step) * step);
};

/** `2.9 %`, `3.0 %`, `12 %`, as a share of all. */
export function sayShare(share: number): string {
  const percent = share * 100;
  return `${percent === 0 || percent >= 99.5 ? Math.round(percent) : percent.toPrecision(2)} %`;
}

/** `+21 %`, as a lift; null is without end. */
export function sayLift(lift: number | null, isLow = false): string {
  if (lift === null) return isLow ? 'no end below' : 'no end above';
  const percent = lift * 100;
  const digits = Math.abs(percent) < 9.95 ? Number(percent.toFixed(1)) : Math.round(percent);
  return `${digits < 0 ? '−' : '+'}${Math.abs(digits).toLocaleString('en')} %`;
}

/** By the variant's id, to an owner. */
export const sayArm = (arm: string): string =>
  arm === HOLDOUT ? 'the holdout' : arm === ON ? 'it' : `variant ${readVariant(arm) ?? arm}`;

const without = (base: string): string => (base === HOLDOUT ? 'without' : `with ${sayArm(base)}`);

function sayFigures(goal: ReportedGoal, comparison: Comparison): string {
  const { arm, base, group, measure, lift, low, high } = comparison;
  const name = goal.name ?? goal.goal;
  const change = `${sayLift(lift)} (between ${sayLift(low, true)} and ${sayLift(high)})`;
  const [of, against] = [arm, base].map((side) => goal.arms.find((one) => one.arm === side));
  if (group !== undefined || !of || !against) {
    const what = measure === 'value' ? 'worth of' : 'reached';
    const who = group === undefined ? '' : ` among those it was shown to${groupOf(goal, group)}`;
    return `${sayArm(arm)} against ${sayArm(base)}, ${what} “${name}”${who}: ${change}`;
  }
  if (measure === 'value') {
    const per = (value = 0): string => Number(value.toPrecision(3)).toLocaleString('en');
    return `“${name}” is worth ${per(of.perVisitor)} a visitor with ${sayArm(arm)}, ${per(against.perVisitor)} ${without(base)}: ${change}`;
  }
  return `${sayShare(of.rate)} of visitors reached “${name}” with ${sayArm(arm)}, ${sayShare(against.rate)} ${without(base)}: ${change}`;
}

function groupOf({ comparisons }: ReportedGoal, group: number): string {
  const isOne = comparisons.every((one) => one.group === 1);
  return isOne ? '' : ` (group ${group})`;
}

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
    const where = fewest.arm === HOLDOUT ? 'in the holdout' : `with ${sayArm(fewest.arm)}`;
    const begun = `Too early to say: ${whole(fewest.converted)} of ${least} who reached “${name}” ${where}.`;
    if (fewest.converted === 0) return begun;
    const more = Math.ceil(((least - fewest.converted) / fewest.converted) * days);
    return `${begun} At this pace: ${sayCount(Math.max(more, missingDays), 'more day')}.`;
  }
  if (missingDays > 0)
    return `Too early to say: ${whole(days)} of ${LEAST_DAYS} days. ${sayCount(missingDays, 'more day')}.`;
  return `Too early to say: fewer than ${least} who reached “${name}” and were shown it on one side.`;
}

function sayBroken({ split }: ReportedExperience): string {
  const all = split.arms.reduce((sum, { visitors }) => sum + visitors, 0);
  const [worst] = [...split.arms].sort(
    (one, other) =>
      Math.abs(other.visitors - other.expected) / Math.sqrt(other.expected) -
      Math.abs(one.visitors - one.expected) / Math.sqrt(one.expected),
  );
  if (!worst) return 'Stop: the split is not what it should be.';
  const where = worst.arm === HOLDOUT ? 'in the holdout' : `with ${sayArm(worst.arm)}`;
  return (
    `Stop: the split is not what it should be (${whole(worst.visitors)} of ${whole(all)} ${where}, ${whole(worst.expected)} expected). ` +
    'Nothing below can be trusted. Usual causes: shares were changed without counting anew, pages that fail or lead on for one side only, robots, a log that lacks a server.'
  );
}

function sayNeeded({ needed, measure }: Comparison): string {
  const { lift, visitors, days } = needed;
  const size = `A lift of ${sayShare(lift)}${measure === 'value' ? ' in value' : ''}`;
  if (visitors === 0) return `${size} would most likely have shown by now.`;
  const time = days === null ? '' : ` (${sayCount(days, 'day')})`;
  return `${size} would show after about ${about(visitors)} more visitors${time}.`;
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
      return `${comparison.verdict === 'better' ? 'Better' : 'Worse'}. ${upper(sayFigures(goal, comparison))}.`;
    case 'no difference seen':
      return comparison.lift === null
        ? 'Nothing can be said: too few were shown it.'
        : `No difference seen so far. ${sayNeeded(comparison)}`;
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
        ? 'No goal to compare by.'
        : 'Nothing to compare: all visitors are on one side.';
  return `${name}: ${said.slice(0, 1).toLowerCase()}${said.slice(1)}`;
}
