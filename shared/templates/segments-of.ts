// The segments that can be made of a question's answers: one for each, or of a scale one for either end.
import { keyFor, type Words } from '../grammar/words-for.ts';
import type { Segment } from '../schema/config.ts';
import type { Question } from '../schema/question.ts';
import { t } from '../words/t.ts';

/** The words once, or in the first of their languages. */
export function plainWords(words: Words): string {
  if (typeof words === 'string') return words;
  return words[keyFor(words, 'en') ?? Object.keys(words)[0] ?? ''] ?? '';
}

/** As they are read where 0 to 10 is asked: those who recommend say 9 or 10, those who do not at most 6. */
const OF_TEN = { low: 6, high: 9 };

/** @returns with ids that are unique among themselves */
export function segmentsOf({ id, name, trait, answer }: Question): Segment[] {
  const make = (
    part: string,
    said: string,
    is: Extract<Segment['when'], { kind: 'trait' }>['is'],
  ): Segment => ({
    id: `${id}-${part}`,
    name: t`${name || id}: ${said}`,
    when: { kind: 'trait', key: trait, is },
  });
  if (answer.kind === 'choice')
    // of several each counts: a list matches where one of it does
    return answer.options.map(({ value, label }) => make(value, plainWords(label), value));
  const { from, to } = answer;
  const { low, high } = to === 10 ? OF_TEN : { low: from + 1, high: to - 1 };
  return [
    make('high', t`${high} to ${to}`, { $gte: high }),
    make('low', t`${from} to ${low}`, { $lte: low }),
  ];
}
