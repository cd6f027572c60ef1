// What an author of several languages forgets: one of them in a change, or what all others read.

import { isByLanguage, keyFor, OTHERS, type Words } from '../grammar/words-for.ts';
import { t } from '../words/t.ts';
import type { Change } from './change.ts';
import type { Part, Parts } from './parts.ts';
import { formatPath, type Problem, type Said } from './problem.ts';
import { type Question, wordsOfQuestion } from './question.ts';
import { wordsIn } from './read-words.ts';

/** Attributes that say something: of the others there is one value for all languages. */
const SAYING = /^(title|alt|placeholder|aria-(label|description|roledescription|valuetext|placeholder))$/;

const quote = (tags: string[]): string => tags.map((tag) => `"${tag}"`).join(', ');

function findIn({ value, path }: Part<Change>, languages: string[]): Problem[] {
  return wordsIn(value).flatMap(({ words, field }) => {
    const isNoSaying = value.kind === 'attribute' && !SAYING.test(value.name);
    if (isNoSaying && typeof words === 'string') return [];
    return findInWords(words, [...path, ...field], languages);
  });
}

function findInWords(words: Words, path: PropertyKey[], languages: string[]): Problem[] {
  const warn = (problem: string, remedy: string, inPanel: Said): Problem => ({
    path: formatPath(path),
    problem,
    remedy,
    severity: 'warning',
    inPanel,
  });
  const isEach = isByLanguage(words);
  // said so
  if (isEach && Object.keys(words).join() === OTHERS) return [];
  if (!isEach && !/\p{L}/u.test(words.replace(/<[^>]*>|\{\{.*?\}\}/g, ''))) return [];
  const own = isEach ? words : {};
  const missing = languages.filter((tag) => (keyFor(own, tag) ?? OTHERS) === OTHERS);
  const lacks = quote(missing);
  const tags = missing.join(', ');
  const problems: Problem[] = [];
  if (lacks && isEach)
    problems.push(
      warn(t`no words for ${lacks}, which the words beside these have`, `Add ${lacks}.`, {
        problem: t`no words for ${tags}, which the words beside these have`,
        remedy: t`Say it in that language, too.`,
      }),
    );
  else if (lacks)
    problems.push(
      warn(
        t`the same words in all languages, while those beside these have ${lacks}`,
        t`Write them by language; where they are meant for all, { "${OTHERS}": "…" }.`,
        {
          problem: t`the same words in all languages, while those beside these have ${tags}`,
          remedy: t`Say it in that language, too, or leave it so, where it is meant for all.`,
        },
      ),
    );
  if (isEach && !Object.hasOwn(words, OTHERS))
    problems.push(
      warn(
        t`no words for all other languages, so pages in these keep their original`,
        t`Add "${OTHERS}", if they are to read something.`,
        {
          problem: t`no words for all other languages, so pages in these keep their original`,
          remedy: t`Say it for all other languages, too, if they are to read something.`,
        },
      ),
    );
  return problems;
}

/** The languages that any of these is written in; undefined where none is written by language. */
function languagesOf(all: { words: Words }[]): string[] | undefined {
  const keys = all.flatMap(({ words }) => (isByLanguage(words) ? Object.keys(words) : []));
  const tags = new Map(keys.map((key) => [key.toLowerCase(), key]));
  tags.delete(OTHERS);
  return keys[0] === undefined ? undefined : [...tags.values()];
}

/** Of one variant. */
function findInVariant(changes: Part<Change>[]): Problem[] {
  const languages = languagesOf(changes.flatMap(({ value }) => wordsIn(value)));
  return languages ? changes.flatMap((change) => findIn(change, languages)) : [];
}

function findInQuestion({ value, path }: Part<Question>): Problem[] {
  const all = wordsOfQuestion(value);
  const languages = languagesOf(all);
  return languages
    ? all.flatMap(({ words, field }) => findInWords(words, [...path, ...field], languages))
    : [];
}

export function findMissingLanguages({ changes, questions }: Parts): Problem[] {
  const variants = new Map<string, Part<Change>[]>();
  for (const change of changes) {
    const variant = formatPath(change.path.slice(0, -2));
    variants.set(variant, [...(variants.get(variant) ?? []), change]);
  }
  return [...[...variants.values()].flatMap(findInVariant), ...questions.flatMap(findInQuestion)];
}
