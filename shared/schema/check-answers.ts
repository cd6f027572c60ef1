// An answer stays in the visitor's browser: so its visitor was told. Who counts by the variant that an answer chose would
// learn the answer, with the visitor's id or network address beside it.
import { t } from '../words/t.ts';
import { type Parts, readField, readList, walk } from './parts.ts';
import { formatPath, type Problem } from './problem.ts';
import type { Question } from './question.ts';

/** Whose answer decides who is in a segment, also by way of other segments; by the segment's id. */
function findAnswersIn({ segments, questions }: Parts): Map<string, Question> {
  const byTrait = new Map(questions.map(({ value }) => [value.trait, value]));
  const found = new Map<string, Question>();
  let before = -1;
  // as long as one more names one that is found
  while (before < found.size) {
    before = found.size;
    for (const { value, path } of segments)
      for (const { value: node } of walk(value.when, path)) {
        const one =
          node.kind === 'trait'
            ? byTrait.get(node.key)
            : node.kind === 'segment'
              ? found.get(node.id)
              : undefined;
        if (one) found.set(value.id, one);
      }
  }
  return found;
}

/** Who would learn it, and what to write instead. */
function findListeners(measure: unknown): { says(name: string): string; remedy: string }[] {
  const told = readList(readField(measure, 'tell')).map((entry) => String(readField(entry, 'to')));
  const isExact = readField(readField(measure, 'ping'), 'level') === 'exact';
  return [
    ...(told.length
      ? [
          {
            says: (name: string) =>
              t`"${told.join(', ')}" would be told what a visitor answered to "${name}", as the answer chooses this variant`,
            remedy: t`Visitors read that their answer stays in their browser. Take "measure.tell" out and count by "ping", or choose the variant by something else.`,
          },
        ]
      : []),
    ...(isExact
      ? [
          {
            says: (name: string) =>
              t`the log would say what a visitor answered to "${name}", as the answer chooses this variant and "exact" tells the segment`,
            remedy: t`Visitors read that their answer stays in their browser. Take "level" out, or write "private".`,
          },
        ]
      : []),
  ];
}

/** Judged on experiences that may be broken elsewhere. */
export function findToldAnswers(parts: Parts): Problem[] {
  const listeners = findListeners(parts.raw.measure);
  if (!listeners.length || !parts.questions.length) return [];
  const answers = findAnswersIn(parts);
  return readList(parts.raw.experiences).flatMap((experience, e) =>
    readList(readField(experience, 'variants')).flatMap((variant, v) => {
      const question = answers.get(String(readField(variant, 'segment')));
      if (!question) return [];
      return listeners.map(
        ({ says, remedy }): Problem => ({
          path: formatPath(['experiences', e, 'variants', v, 'segment']),
          problem: says(question.name || question.id),
          remedy,
          severity: 'error',
        }),
      );
    }),
  );
}
