// Health, belief, politics, orientation, origin, age and income are never inferred from behaviour
// (docs/PRIVACY.md, "Rules"): a visitor or the site must have stated them as a trait.
import { t } from '../words/t.ts';
import type { Condition } from './condition.ts';
import { type Parts, walk } from './parts.ts';
import { formatPath, type Problem } from './problem.ts';

/** What each category is called. */
export const CATEGORIES = {
  health: t`a health matter`,
  belief: t`a belief`,
  politics: t`a political view`,
  orientation: t`a sexual orientation or life`,
  origin: t`an origin`,
  age: t`an age`,
  income: t`an income`,
} as const;
export type Category = keyof typeof CATEGORIES;

const WORDS: Record<Category, string> = {
  health:
    'health medical medicine illness disease diagnosis therapy diabetes diabetic cancer depression anxiety hiv aids pregnancy pregnant fertility abortion disability disabled addiction obesity overweight',
  belief:
    'religion religions religious faith christian christianity catholic protestant muslim islam islamic jewish judaism hindu hinduism buddhist buddhism atheist atheism',
  politics:
    'politics political republican democrat conservative socialist communist union-member trade-union',
  orientation: 'sexual sexuality gay lesbian bisexual lgbt lgbtq queer transgender homosexual',
  origin: 'ethnicity ethnic racial migrant refugee',
  age: 'age age-group pensioner pensioners retired minors',
  income: 'income salary debt indebted poor wealthy creditworthiness bankrupt',
};

export function findSensitive(parts: Parts): Problem[] {
  const problems: Problem[] = [];
  const judge = (text: string, path: PropertyKey[], severity: Problem['severity']) => {
    const [category, word] = findSensitiveWord(text) ?? [];
    if (!category) return;
    problems.push({
      path: formatPath(path),
      problem: t`"${word}" would infer ${CATEGORIES[category]} from behaviour`,
      remedy: t`Ask the visitor, set a trait with selvedge.set(), and use the condition "trait".`,
      severity,
    });
  };
  for (const { value, path } of parts.topics) judge(value.topic, [...path, 'topic'], 'error');
  for (const { value, path } of parts.captures) {
    judge(value.event, [...path, 'event'], 'error');
    const topics = value.props?.topics ?? value.props?.topic;
    for (const topic of [topics].flat()) {
      if (typeof topic === 'string') judge(topic, [...path, 'props'], 'error');
    }
  }
  for (const { value, path } of parts.conditions) {
    if (value.kind === 'interest') judge(value.topic, [...path, 'topic'], 'error');
  }
  for (const { value, path } of parts.segments) {
    // A segment built on behaviour alone that is named after such a matter probably guesses at it.
    if (!isStated(value.when)) judge(`${value.id} ${value.name}`, [...path, 'name'], 'warning');
  }
  return problems;
}

function isStated(when: Condition): boolean {
  return walk(when, []).some(({ value }) => value.kind === 'trait' || value.kind === 'segment');
}

/** @returns [what it is about, the word] or undefined; whole words only: "package" holds no "age" */
export function findSensitiveWord(text: string): [category: Category, word: string] | undefined {
  const words = text
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u);
  const joined = ` ${words.join(' ')} `;
  for (const [category, list] of Object.entries(WORDS) as [Category, string][]) {
    for (const word of list.split(' ')) {
      if (joined.includes(` ${word.replace('-', ' ')} `)) return [category, word];
    }
  }
  return undefined;
}
