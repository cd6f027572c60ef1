// What is counted is written into a line of a log, and a report reads it there: names and numbers that would not come back
// are refused, as nothing of what they count would be found.

import { type Parts, readField, readList } from './parts.ts';
import { formatPath, type Problem } from './problem.ts';

/** As a report reads them: names of so many characters, rounds of nine digits, values of so much. */
const LONGEST = 200;
const LAST_ROUND = 999_999_999;
const [LEAST_CAP, MOST_CAP] = [1e-6, 1e15];

type Path = (string | number)[];

function findInName(path: Path, name: unknown, longest = LONGEST): Problem[] {
  if (typeof name !== 'string') return [];
  const problem =
    name.length > longest
      ? `a name of ${name.length} characters, of at most ${longest}`
      : /\p{Surrogate}/u.test(name)
        ? 'half of a character stands in this name, which no address can hold'
        : undefined;
  return problem === undefined
    ? []
    : [
        {
          path: formatPath(path),
          problem,
          remedy: 'What is counted is counted by this name: choose another.',
          severity: 'error',
        },
      ];
}

function findInExperience(experience: unknown, e: number): Problem[] {
  const path = ['experiences', e];
  const round = readField(experience, 'round');
  return [
    ...findInName([...path, 'id'], readField(experience, 'id')),
    ...readList(readField(experience, 'variants')).flatMap((variant, v) =>
      findInName([...path, 'variants', v, 'id'], readField(variant, 'id'), LONGEST - 'variant:'.length),
    ),
    ...(typeof round === 'number' && round > LAST_ROUND
      ? [
          {
            path: formatPath([...path, 'round']),
            problem: `round ${round} is later than any that is counted`,
            remedy: 'Each time that counting begins anew it is one more.',
            severity: 'error' as const,
          },
        ]
      : []),
  ];
}

function findInGoal(goal: unknown, g: number): Problem[] {
  const cap = readField(goal, 'cap');
  const isCounted = typeof cap !== 'number' || (cap >= LEAST_CAP && cap <= MOST_CAP);
  return [
    ...findInName(['goals', g, 'id'], readField(goal, 'id')),
    ...(isCounted
      ? []
      : [
          {
            path: formatPath(['goals', g, 'cap']),
            problem: `${cap} is not what a visitor can be worth at most: that lies between ${LEAST_CAP} and ${MOST_CAP}`,
            remedy: 'Write what hardly anybody exceeds, such as 500.',
            severity: 'error' as const,
          },
        ]),
  ];
}

/** @param raw of a config that counts */
export const findUnwritable = (raw: Parts['raw']): Problem[] => [
  ...readList(raw.experiences).flatMap(findInExperience),
  ...readList(raw.goals).flatMap(findInGoal),
];
