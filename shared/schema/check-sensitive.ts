// Health, belief, politics, orientation, origin, age and income are never inferred from behaviour
// (docs/PRIVACY.md, "Rules"): a visitor or the site must have stated them as a trait.
import { namedWords } from '../grammar/named-words.ts';
import { type Category, findSensitiveWord } from '../grammar/sensitive-word.ts';
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
} as const satisfies Record<Category, unknown>;

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
  for (const { value, path } of parts.models) {
    judge(`${value.id} ${value.name}`, [...path, 'name'], 'warning');
    value.terms.forEach((term, i) => {
      // an interest is judged with the conditions
      if ('when' in term && term.when.kind === 'interest') return;
      judge(namedWords(Object('when' in term ? term.when : term.of)), [...path, 'terms', i], 'error');
    });
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
