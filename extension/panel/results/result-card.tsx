// One experience of a report: a sentence first, the figures under it, and what an author need not know at the end.

import {
  ChevronRight,
  CircleAlert,
  CircleCheck,
  CircleMinus,
  Clock,
  Equal,
  type LucideIcon,
} from 'lucide-preact';
import { HOLDOUT, ON, readVariant } from '../../../shared/engine/arms.ts';
import type {
  Comparison,
  Report,
  ReportedExperience,
  ReportedGoal,
  Verdict,
} from '../../../shared/measure/report.ts';
import { findHeadline, sayArm, sayExperience, sayShare } from '../../../shared/measure/say-result.ts';
import { sayDecimal, sayRough, sayWhole } from '../../../shared/words/numbers.ts';
import { t } from '../../../shared/words/t.ts';
import { ActRow } from './act-row.tsx';
import { Compared } from './compared.tsx';
import { Funnel } from './funnel.tsx';
import { sayLevel, saySure, unbroken } from './say-report.ts';

const ICONS: Record<Verdict, LucideIcon> = {
  'broken split': CircleAlert,
  'too early': Clock,
  better: CircleCheck,
  worse: CircleMinus,
  'no difference seen': Equal,
};

const upper = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

const sayRow = (arm: string): string =>
  arm === ON ? t`With it` : arm === HOLDOUT ? t`Without` : upper(sayArm(arm));

/** From so many visitors on a row of figures, worth included, leaves no room for a word before it at 250 px. */
const MANY = 1_000_000;

function Arms({ goal, id }: { goal: ReportedGoal; id: string }) {
  const name = goal.name ?? goal.goal;
  const hasValue = goal.arms.some(({ perVisitor }) => perVisitor !== undefined);
  const isFull = hasValue && goal.arms.some(({ visitors }) => visitors >= MANY);
  return (
    <table class="figures" aria-labelledby={id}>
      <thead>
        <tr>
          <td />
          <th scope="col">{t`Visitors`}</th>
          <th scope="col">{t`Reached`}</th>
          <th scope="col">{t`Rate`}</th>
          {hasValue && <th scope="col">{t`Worth`}</th>}
        </tr>
      </thead>
      {goal.arms.map(({ arm, visitors, converted, rate, perVisitor }) => {
        // what somebody named has a line of its own
        const isAbove = isFull || readVariant(arm) !== undefined;
        return (
          <tbody key={arm}>
            {isAbove && (
              <tr>
                <th scope="rowgroup" colSpan={hasValue ? 5 : 4}>
                  {sayRow(arm)}
                </th>
              </tr>
            )}
            <tr aria-label={`${name}, ${sayArm(arm)}`}>
              {isAbove ? <td /> : <th scope="row">{sayRow(arm)}</th>}
              <td>{sayWhole(visitors)}</td>
              <td>{sayWhole(converted)}</td>
              <td>{sayShare(rate)}</td>
              {hasValue && <td>{sayRough(perVisitor ?? 0, 3)}</td>}
            </tr>
          </tbody>
        );
      })}
    </table>
  );
}

function Goal({ experience, goal }: { experience: ReportedExperience; goal: ReportedGoal }) {
  const id = `goal-${experience.id}-${experience.round}-${goal.goal}`;
  return (
    <section
      class="result-goal"
      aria-label={`${experience.name ?? experience.id}: ${goal.name ?? goal.goal}`}
    >
      <h3 id={id}>
        {goal.name ?? goal.goal}
        {!goal.isMain && <span class="soft"> {t`· for looking, without a verdict`}</span>}
      </h3>
      <Arms goal={goal} id={id} />
      <Funnel arms={goal.arms} say={sayRow} />
      {goal.comparisons.map((comparison) => (
        <Compared
          key={`${comparison.arm} ${comparison.base} ${comparison.group} ${comparison.measure}`}
          goal={goal}
          comparison={comparison}
          split={experience.split}
        />
      ))}
    </section>
  );
}

/** Below it nobody needs to know how far. */
const LEAST_P = 0.0001;
const chance = (p: number): string => (p < LEAST_P ? t`below ${sayDecimal(LEAST_P, 4)}` : sayRough(p, 2));

function sayPair({ arm, base, group, measure }: Comparison, goal: ReportedGoal): string {
  const among = group === undefined ? '' : t`, group ${group}`;
  const what = `${goal.name ?? goal.goal}${measure === 'value' ? t`, worth` : ''}`;
  return t`${what}${among}: ${sayArm(arm)} against ${sayArm(base)}`;
}

function Details({ experience }: { experience: ReportedExperience }) {
  const { id, round, split, goals } = experience;
  return (
    <details class="small">
      <summary>
        <ChevronRight class="turn" size={15} aria-hidden="true" />
        <span class="grow">{t`More figures`}</span>
      </summary>
      <table class="figures" aria-label={t`The split`}>
        <thead>
          <tr>
            <th scope="col">{t`The split`}</th>
            <th scope="col">{t`Visitors`}</th>
            <th scope="col">{t`Expected`}</th>
          </tr>
        </thead>
        <tbody>
          {split.arms.map(({ arm, visitors, expected }) => (
            <tr key={arm}>
              <th scope="row">{sayRow(arm)}</th>
              <td>{sayWhole(visitors)}</td>
              <td>{sayWhole(expected)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="tiny soft">{t`p of the split ${chance(split.p)} (χ² ${sayRough(split.chi, 3)}, p ${chance(split.chiP)}).`}</p>
      <ul class="tiny soft">
        {goals.flatMap((goal) =>
          goal.comparisons.map((one) => (
            <li
              key={sayPair(one, goal)}
            >{t`${sayPair(one, goal)}: p ${chance(one.p)}, beside all others ${chance(one.adjustedP)}`}</li>
          )),
        )}
      </ul>
      <p class="tiny soft">{t`${id}, round ${round}`}</p>
    </details>
  );
}

export function ResultCard({ report, experience }: { report: Report; experience: ReportedExperience }) {
  const { name, id, days, split, goals } = experience;
  const verdict =
    findHeadline(experience)?.comparison.verdict ?? (split.isBroken ? 'broken split' : 'too early');
  const Icon = ICONS[verdict];
  return (
    <section class="card result" aria-label={name ?? id} data-verdict={verdict}>
      <p class="lead row">
        <Icon size={18} aria-hidden="true" />
        <span class="grow">{unbroken(sayExperience(experience))}</span>
      </p>
      <p class="small soft">
        {days === 1 ? t`One day` : t`${sayWhole(days)} days`}. {sayLevel(experience)}
      </p>
      {goals.map((goal) => (
        <Goal key={goal.goal} experience={experience} goal={goal} />
      ))}
      <p class="tiny soft">{saySure(report)}</p>
      <ActRow reported={experience} />
      <Details experience={experience} />
    </section>
  );
}
