// Words that are written once, or by language: `{ "de": "…", "de-AT": "…", "*": "…" }`. Which a page gets is chosen by
// shared/grammar/words-for.ts.

import * as z from 'zod';
import { COMMON_LANGUAGES, isTag, TAG } from '../grammar/language-tag.ts';
import { OTHERS } from '../grammar/words-for.ts';
import { t } from '../words/t.ts';
import { type Refusal, refusing } from './problem.ts';

/** The tag of a language that is named in English or in itself, as people write it. */
const findNamed = (name: string): string | undefined =>
  COMMON_LANGUAGES.find((tag) =>
    ['en', tag].some(
      (language) =>
        new Intl.DisplayNames([language], { type: 'language' }).of(tag)?.toLowerCase() === name.toLowerCase(),
    ),
  );

function suggest(key: string): string {
  const joined = key.trim().replaceAll('_', '-');
  if (isTag(joined)) return `Write "${joined}".`;
  const meant = findNamed(key.trim());
  if (meant) return t`Write its tag: "${meant}".`;
  return t`Write a tag as in the page's "lang", such as "de" or "de-AT", or "${OTHERS}" for all others.`;
}

export function findInLanguage(key: string): Refusal[] {
  return key === OTHERS || isTag(key)
    ? []
    : [{ problem: t`"${key}" is no language tag`, remedy: suggest(key), path: [key] }];
}

function findInKeys(words: object): Refusal[] {
  const keys = Object.keys(words);
  if (!keys[0]) {
    return [
      { problem: t`words in no language`, remedy: t`Write one, such as { "de": "…", "${OTHERS}": "…" }.` },
    ];
  }
  return keys.flatMap((key, at) => {
    const before = keys.slice(0, at).find((one) => one.toLowerCase() === key.toLowerCase());
    return before === undefined
      ? findInLanguage(key)
      : [
          {
            problem: t`"${key}" is the language "${before}" once more`,
            remedy: t`Keep one of them.`,
            path: [key],
          },
        ];
  });
}

/** @param words what is said in one language */
export const byLanguage = <T extends z.ZodType>(words: T) =>
  z.union(
    [
      words,
      z
        .record(z.string(), words)
        .superRefine(refusing(findInKeys))
        .meta({ minProperties: 1, propertyNames: { type: 'string', pattern: `^(\\*|${TAG})$` } }),
    ],
    { error: t`text in double quotes, or by language { "de": "…", "${OTHERS}": "…" }` },
  );
