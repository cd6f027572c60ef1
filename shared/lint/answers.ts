// Advice on rules that ask for an answer which no question offers: nobody could give it, so nobody is in the segment.

import { isObject } from '../engine/native.ts';
import type { Config } from '../schema/config.ts';
import { findNearest } from '../schema/nearest.ts';
import { formatPath, type Problem } from '../schema/problem.ts';
import type { Question } from '../schema/question.ts';
import { t } from '../words/t.ts';
import { nameOf } from './names.ts';
import { rulesOf } from './rules-of.ts';

type Asked = [value: unknown, path: PropertyKey[]];

/** The values that a test names. */
function valuesIn(is: unknown, path: PropertyKey[]): Asked[] {
  if (!isObject(is)) return is === undefined || is === null ? [] : [[is, path]];
  const { $eq, $ne, $in, $nin, $all, $not, $and, $or, $nor } = is;
  const alone = Object.entries({ $eq, $ne, $not }).flatMap(([name, one]) => valuesIn(one, [...path, name]));
  const lists = Object.entries({ $in, $nin, $all, $and, $or, $nor }).flatMap(([name, list]) =>
    Array.isArray(list) ? list.flatMap((one, i) => valuesIn(one, [...path, name, i])) : [],
  );
  return [...alone, ...lists];
}

function offers({ answer }: Question, value: unknown): boolean {
  if (answer.kind === 'choice') return answer.options.some((option) => option.value === value);
  return Number.isInteger(value) && Number(value) >= answer.from && Number(value) <= answer.to;
}

function sayAnswers({ answer }: Question, value: unknown): string {
  if (answer.kind === 'scale')
    return t`Its answers are the whole numbers from ${answer.from} to ${answer.to}.`;
  const values = answer.options.map((option) => option.value);
  const nearest = findNearest(String(value), values);
  const all = t`Its answers: ${values.join(', ')}.`;
  return nearest ? t`Did you mean "${nearest}"? ${all}` : all;
}

export const lintAnswers = (config: Config): Problem[] =>
  rulesOf(config).flatMap(({ value, path }): Problem[] => {
    if (value.kind !== 'trait') return [];
    const asking = (config.questions ?? []).filter(({ trait }) => trait === value.key);
    const [question] = asking;
    if (!question) return [];
    return valuesIn(value.is, [...path, 'is'])
      .filter(([one]) => !asking.some((each) => offers(each, one)))
      .map(([one, at]) => ({
        path: formatPath(at),
        problem: t`no answer to the question "${question.id}" is ${JSON.stringify(one)}`,
        remedy: sayAnswers(question, one),
        severity: 'warning',
        inPanel: {
          problem: t`no answer to the question “${nameOf(question, question.id)}” is ${JSON.stringify(one)}`,
          remedy: t`Choose one of its answers.`,
        },
      }));
  });
