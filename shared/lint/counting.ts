// Advice on what is counted: what can be compared with nothing, what takes too many visitors, what is too much to tell.

import { BUDGET, EPSILON } from '../engine/epsilon.ts';
import type { Config } from '../schema/config.ts';
import type { Experience } from '../schema/experience.ts';
import { formatPath, type Problem, type Said } from '../schema/problem.ts';
import { t } from '../words/t.ts';
import { nameOfSegment } from './names.ts';

const isSplit = ({ variants }: Experience): boolean =>
  variants.some(({ segment }, at) => segment === variants[at + 1]?.segment);

/** The goals that are counted for it, its own first. */
const goalsOf = ({ goal }: Experience, others: string[]): string[] => [
  ...new Set([...(goal ? [goal] : []), ...others]),
];

export function lintCounting(config: Config): Problem[] {
  const { measure, experiences } = config;
  const problems: Problem[] = [];
  const warn = (path: PropertyKey[], problem: string, remedy: string, inPanel: Said) =>
    problems.push({
      path: formatPath(path),
      problem,
      remedy,
      severity: 'warning',
      inPanel,
    });
  if (!measure) return [];
  measure.tell?.forEach(({ to }, at) => {
    warn(
      ['measure', 'tell', at],
      t`what "${to}" does with what it is told is its own affair: an analytics service knows its visitors by id, so it learns the segment`,
      t`Say so in your privacy notice. "ping" counts without telling anybody who is in a segment.`,
      {
        problem: t`an analytics service is told who is in a segment: it knows its visitors by id, and what it does with that is its own affair`,
        remedy: t`Say so in your privacy notice. Counting in the site’s access log tells nobody.`,
      },
    );
  });
  if (!measure.ping) {
    if (!measure.tell?.[0])
      warn(['measure'], t`nothing is counted`, t`Add "ping": {}, or take "measure" out.`, {
        problem: t`nothing is counted`,
        remedy: t`Switch counting on, under Results.`,
      });
    return problems;
  }
  const { level = 'coin', epsilon = EPSILON, budget = BUDGET } = measure.ping;
  let spent = 0;
  experiences.forEach((experience, e) => {
    const { id, status, holdout = 0, variants } = experience;
    const goals = goalsOf(experience, measure.goals ?? []);
    if (status !== 'live' || !goals.length) return;
    spent += goals.length * epsilon;
    if (!holdout && !isSplit(experience))
      warn(
        ['experiences', e],
        t`"${id}" is counted, but there is nothing to compare it with`,
        t`Add "holdout", such as 0.1, or a second variant for the same segment.`,
        {
          problem: t`it is counted, but there is nothing to compare it with`,
          remedy: t`Let some visitors “keep the original”, such as 10 %, or add a second variant for the same segment.`,
        },
      );
    const narrow = variants.findIndex(({ segment }) => segment !== 'everyone');
    if (level === 'coin' && narrow >= 0)
      warn(
        ['experiences', e, 'variants', narrow, 'segment'],
        t`at level "coin" all visitors of the pages are compared, in "${variants[narrow]?.segment}" or not: where one in five is in it, an answer takes about five times the visitors`,
        t`See \`selvedge plan --segment 0.2\`; "private" takes fewer and tells little, "exact" the fewest.`,
        {
          problem: t`all visitors of the pages are compared, in “${nameOfSegment(config, variants[narrow]?.segment ?? '')}” or not: where one in five is in it, an answer takes about five times the visitors`,
          remedy: t`See under “How long until you know” how many it takes, or show it to everyone.`,
        },
      );
  });
  if (level === 'private' && spent > budget)
    warn(
      ['measure', 'ping', 'budget'],
      t`what is live spends ε ${spent}, and a browser may spend ${budget}: who is counted for the first is not for the last`,
      t`Count fewer goals or experiences, choose a smaller "epsilon", or raise "budget".`,
      {
        problem: t`more is counted than a browser may tell: who is counted for the first experience is not for the last`,
        remedy: t`Count fewer goals or experiences.`,
      },
    );
  return problems;
}
