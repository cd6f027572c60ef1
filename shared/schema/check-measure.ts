// What is counted must be worth counting: who is in which arm is one draw, and one visitor's value has an end.

import { t } from '../words/t.ts';
import { type Parts, readField, readList } from './parts.ts';
import { formatPath, type Problem } from './problem.ts';

/** @returns places of the first of neighbouring variants for one segment that share it */
function findSplits(variants: unknown[]): number[] {
  const segmentOf = (at: number) => readField(variants[at], 'segment');
  return variants.flatMap((_, at) =>
    segmentOf(at) !== segmentOf(at - 1) && segmentOf(at) === segmentOf(at + 1) ? [at] : [],
  );
}

function findTwoSplits(experiences: unknown): Problem[] {
  return readList(experiences).flatMap((experience, e): Problem[] => {
    const [, second] = findSplits(readList(readField(experience, 'variants')));
    if (second === undefined) return [];
    return [
      {
        path: formatPath(['experiences', e, 'variants', second]),
        problem: t`a second segment is split by weight, and one count cannot tell which of the two helped`,
        remedy: t`Put it into an experience of its own.`,
        severity: 'error',
      },
    ];
  });
}

/** Goals whose value is counted and has no end: one visitor could say who they are by what they are worth. */
function findUncapped(raw: Parts['raw']): Problem[] {
  const counted = new Set([
    ...readList(readField(raw.measure, 'goals')),
    ...readList(raw.experiences).map((experience) => readField(experience, 'goal')),
  ]);
  return readList(raw.goals).flatMap((goal, g): Problem[] => {
    const isOpen = readField(goal, 'value') !== undefined && readField(goal, 'cap') === undefined;
    if (!isOpen || !counted.has(readField(goal, 'id'))) return [];
    return [
      {
        path: formatPath(['goals', g, 'cap']),
        problem: t`the value of this goal is counted, and nothing says what one visitor can be worth at most`,
        remedy: t`Add "cap", such as 500: what hardly anybody exceeds. Or take "value" out.`,
        severity: 'error',
      },
    ];
  });
}

/** What all experiences together are called where they are counted. */
const findReserved = (experiences: unknown): Problem[] =>
  readList(experiences).flatMap((experience, e): Problem[] =>
    readField(experience, 'id') === '*'
      ? [
          {
            path: formatPath(['experiences', e, 'id']),
            problem: t`"*" means all experiences together where they are counted`,
            remedy: t`Choose another id.`,
            severity: 'error',
          },
        ]
      : [],
  );

/** Two entries for one, and a host that nothing may be sent to. */
function findInTells(measure: unknown, hosts: unknown): Problem[] {
  const entries = readList(readField(measure, 'tell'));
  const error = (at: number, field: string, problem: string, remedy: string): Problem => ({
    path: formatPath(['measure', 'tell', at, field]),
    problem,
    remedy,
    severity: 'error',
  });
  return entries.flatMap((entry, at): Problem[] => {
    const to = readField(entry, 'to');
    const [, host] = /^https:\/\/([^/?#@]+)(?=[/?#]|$)/i.exec(`${readField(entry, 'url')}`) ?? [];
    const first = entries.findIndex((other) => readField(other, 'to') === to);
    const isListed = readList(hosts).some((one) => `${one}`.toLowerCase() === host?.toLowerCase());
    return [
      ...(first < at && to !== undefined
        ? [
            error(
              at,
              'to',
              t`"${String(to)}" is told already (measure.tell[${first}])`,
              t`Leave one of them.`,
            ),
          ]
        : []),
      ...(host !== undefined && !isListed
        ? [
            error(
              at,
              'url',
              t`"${host}" is not in "hosts"`,
              t`Add "${host}" to "hosts", or write a path of this site.`,
            ),
          ]
        : []),
    ];
  });
}

export function findUncountable({ raw }: Parts): Problem[] {
  const inTells = findInTells(raw.measure, raw.hosts);
  if (readField(raw.measure, 'ping') === undefined) return inTells;
  return [
    ...inTells,
    ...findReserved(raw.experiences),
    ...findTwoSplits(raw.experiences),
    ...findUncapped(raw),
  ];
}
