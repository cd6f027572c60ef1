// Health, belief, politics, orientation, origin, age and income are never inferred from behaviour
// (docs/PRIVACY.md, "Rules"): a visitor or the site must have stated them as a trait.
import type { Condition } from './condition.ts';
import { type Parts, walk } from './parts.ts';
import { formatPath, type Problem } from './problem.ts';

const WORDS: Record<string, string> = {
  'a health matter':
    'health medical medicine illness disease diagnosis therapy diabetes diabetic cancer depression anxiety hiv aids pregnancy pregnant fertility abortion disability disabled addiction obesity overweight',
  'a belief':
    'religion religions religious faith christian christianity catholic protestant muslim islam islamic jewish judaism hindu hinduism buddhist buddhism atheist atheism',
  'a political view':
    'politics political republican democrat conservative socialist communist union-member trade-union',
  'a sexual orientation or life':
    'sexual sexuality gay lesbian bisexual lgbt lgbtq queer transgender homosexual',
  'an origin': 'ethnicity ethnic racial migrant refugee',
  'an age': 'age age-group pensioner pensioners retired minors',
  'an income': 'income salary debt indebted poor wealthy creditworthiness bankrupt',
};

export function findSensitive(parts: Parts): Problem[] {
  const problems: Problem[] = [];
  const judge = (text: string, path: PropertyKey[], severity: Problem['severity']) => {
    const [category, word] = findSensitiveWord(text) ?? [];
    if (!category) return;
    problems.push({
      path: formatPath(path),
      problem: `"${word}" would infer ${category} from behaviour`,
      remedy: 'Ask the visitor, set a trait with selvedge.set(), and use the condition "trait".',
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
export function findSensitiveWord(text: string): [category: string, word: string] | undefined {
  const words = text
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u);
  const joined = ` ${words.join(' ')} `;
  for (const [category, list] of Object.entries(WORDS)) {
    for (const word of list.split(' ')) {
      if (joined.includes(` ${word.replace('-', ' ')} `)) return [category, word];
    }
  }
  return undefined;
}
