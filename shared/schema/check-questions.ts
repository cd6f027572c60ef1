// What questions may not ask, and those that nobody could be asked or would be asked in vain.
import { type Category, findSensitiveWord } from '../grammar/sensitive-word.ts';
import { t } from '../words/t.ts';
import { CATEGORIES } from './check-sensitive.ts';
import { type Part, type Parts, readField, readList } from './parts.ts';
import { formatPath, type Problem } from './problem.ts';
import { type Question, textsOfQuestion } from './question.ts';

/** An answer about these is stated, and may be asked for with care; about all other sensitive matters never. */
const WITH_CARE: readonly Category[] = ['age', 'income'];

function findSensitiveIn({ value, path }: Part<Question>): Problem[] {
  const { id, name, trait, answer } = value;
  const values =
    answer.kind === 'choice'
      ? answer.options.map((option, at) => ({ text: option.value, path: ['answer', 'options', at, 'value'] }))
      : [];
  const all: { text: string; path: PropertyKey[] }[] = [
    { text: id, path: ['id'] },
    { text: name, path: ['name'] },
    { text: trait, path: ['trait'] },
    ...textsOfQuestion(value),
    ...values,
  ];
  return all.flatMap(({ text, path: below }): Problem[] => {
    const [category, word] = findSensitiveWord(text) ?? [];
    if (!category) return [];
    const isCareful = WITH_CARE.includes(category);
    return [
      {
        path: formatPath([...path, ...below]),
        problem: t`"${word}" asks for ${CATEGORIES[category]}`,
        remedy: isCareful
          ? t`Ask only for what the page needs, in broad groups, and say why.`
          : t`Questions about health, belief, politics, orientation or origin are not asked. Take it out.`,
        severity: isCareful ? 'warning' : 'error',
      },
    ];
  });
}

/** @param names ids of questions that some experience asks */
function findUnasked({ value, path }: Part<Question>, names: Set<unknown>): Problem[] {
  if (names.has(value.id)) return [];
  return [
    {
      path: formatPath(path),
      problem: t`no experience asks "${value.id}"`,
      remedy: t`Add a change: { "kind": "ask", "question": "${value.id}" }. Or take the question out.`,
      severity: 'warning',
      inPanel: { problem: t`no experience asks it`, remedy: t`Ask it in a variant, or take it out.` },
    },
  ];
}

/** Two of one variant: a visitor is asked one thing a visit, so the second never comes. */
function findCrowded({ raw }: Parts): Problem[] {
  return readList(raw.experiences).flatMap((experience, e) =>
    readList(readField(experience, 'variants')).flatMap((variant, v) =>
      readList(readField(variant, 'changes'))
        .map((change, c) => ({ change, c }))
        .filter(({ change }) => readField(change, 'kind') === 'ask')
        .slice(1)
        .map(
          ({ c }): Problem => ({
            path: formatPath(['experiences', e, 'variants', v, 'changes', c]),
            problem: t`a second question on one page: a visitor is asked at most one a visit`,
            remedy: t`Keep one, or put it into an experience of its own.`,
            severity: 'warning',
          }),
        ),
    ),
  );
}

export function findInQuestions(parts: Parts): Problem[] {
  const { questions, changes } = parts;
  const names = new Set<unknown>(
    changes.flatMap(({ value }) => (value.kind === 'ask' ? [value.question] : [])),
  );
  return [
    ...questions.flatMap((question) => [...findSensitiveIn(question), ...findUnasked(question, names)]),
    ...findCrowded(parts),
  ];
}
