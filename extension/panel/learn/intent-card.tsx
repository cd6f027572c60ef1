// How likely a goal is in the visit that is going on: how stated chances held in later visits, and what they are made of.

import { ChevronRight, Target } from 'lucide-preact';
import type { IntentFault } from '../../../shared/learn/intent/intent-fault.ts';
import type { IntentReport, IntentTest } from '../../../shared/learn/intent/judge-intent.ts';
import type { Model } from '../../../shared/schema/model.ts';
import { sayDecimal, sayNumber } from '../../../shared/words/numbers.ts';
import { t } from '../../../shared/words/t.ts';
import { Calibration, sayInHundred } from './calibration.tsx';
import { GoalRemedy } from './goal-remedy.tsx';
import { base } from './here.ts';
import type { Known } from './learning.ts';
import { PartCard } from './part-card.tsx';
import { sayDay } from './say-learned.ts';
import { sayLooked, sayTerm } from './say-term.ts';

const nameOf = (goal: string): string => base.value?.goals?.find(({ id }) => id === goal)?.name || goal;

function sayFault(fault: IntentFault): string {
  switch (fault.kind) {
    case 'no goal':
      return t`Your config has no goal, and that is what is looked for.`;
    case 'no visits':
      return t`There are no visits in the events that were read.`;
    case 'no pages':
      return t`No page view comes before a goal in what was read, and chances are stated at page views. Export “page_view”, too.`;
    case 'no terms':
      return t`Nothing that a browser remembers before the goal tells anything of it.`;
    case 'one outcome':
      return t`In the test the goal came in every visit, or in none: nothing can be told apart.`;
    case 'cut':
      return t`${sayNumber(fault.cut)} of ${sayNumber(fault.visits)} visits have no beginning: lines are missing. Export whole visits.`;
    case 'unseen':
      return t`${sayNumber(fault.unseen)} of ${sayNumber(fault.goals)} visits with the goal have no page view before it: there is nothing that could tell.`;
    case 'few':
      return fault.of === 'goals'
        ? t`Visits that reached the goal: ${sayNumber(fault.count)}, and ${fault.needed} are needed.`
        : t`Visits that did not reach the goal: ${sayNumber(fault.count)}, and ${fault.needed} are needed.`;
    case 'leak':
      return t`This tells the goal by itself, so it happens with the goal and not before it: ${sayLooked(fault.term)}.`;
    case 'weak':
      return t`What comes before the goal tells too little: it puts ${Math.floor(100 * fault.low)} to ${Math.ceil(100 * fault.high)} of 100 pairs in the right order, 50 is chance, and at least ${100 * fault.needed} are needed.`;
    case 'slope':
      return fault.slope < 1
        ? t`In the test chances were stated too sharply (slope ${sayDecimal(fault.slope, 2)}, ${sayDecimal(fault.least, 2)} to ${sayDecimal(fault.most, 2)} needed).`
        : t`In the test chances were stated too flatly (slope ${sayDecimal(fault.slope, 2)}, ${sayDecimal(fault.least, 2)} to ${sayDecimal(fault.most, 2)} needed).`;
    case 'few visitors':
      return t`Visitors in the test: ${sayNumber(fault.visitors)}, and ${fault.needed} are needed.`;
    case 'apart':
      return t`Of 100 page views in the test ${sayInHundred(fault.mean)} were expected to lead to the goal, and ${sayInHundred(fault.actual)} did.`;
  }
}

function saySure({ auc, interval: [low, high] }: Pick<IntentTest, 'auc' | 'interval'>): string {
  return t`Of one page view that led to it and one that did not the first had the higher chance in ${Math.round(100 * auc)} of 100 pairs (${Math.floor(100 * low)} to ${Math.ceil(100 * high)}; 50 is chance).`;
}

function saySentence({ goal, report }: Model, test: IntentTest | null | undefined): string {
  const name = nameOf(goal);
  const [mean, actual] = [sayInHundred(report.mean), sayInHundred(report.actual)];
  return test
    ? t`How likely “${name}” is in a visit: of 100 page views from ${sayDay(test.from)} to ${sayDay(test.until)} ${mean} were expected to lead there, ${actual} did.`
    : t`How likely “${name}” is in a visit: of 100 page views in the test ${mean} were expected to lead there, ${actual} did.`;
}

function Terms({ terms }: Pick<Model, 'terms'>) {
  return (
    <details class="small">
      <summary>
        <ChevronRight class="turn" size={15} aria-hidden="true" />
        <span class="grow">{t`What it looks at`}</span>
      </summary>
      <ul class="learn-terms">
        {terms.map((term, i) => (
          <li key={i}>{sayTerm(term)}</li>
        ))}
      </ul>
      <p class="tiny soft">{t`These go with the goal; nobody knows whether they lead to it. All of them together make the chance.`}</p>
    </details>
  );
}

function whyNotOf(report: IntentReport): string[] {
  return (report.faults ?? []).map(sayFault);
}

export function IntentCard({ config: learned, knowledge }: Known) {
  const part = knowledge?.parts.intent;
  const [model] = learned?.models ?? [];
  if (!part && !model) return null;
  const test = part?.report.test;
  const whyNot = part?.status === 'refused' ? whyNotOf(part.report) : undefined;
  const lacksGoal = part?.report.faults?.some(({ kind }) => kind === 'no goal');
  const shown = test ?? model?.report;
  return (
    <PartCard
      icon={Target}
      title={t`Chance of a goal`}
      says={model ? saySentence(model, test) : ''}
      sure={shown ? saySure(shown) : ''}
      whyNot={whyNot}
      learned={learned}
      fields={['models']}
      step={t`Chance of a goal`}
    >
      {lacksGoal && <GoalRemedy />}
      {shown && <Calibration report={shown} />}
      {model && <Terms terms={model.terms} />}
      {model && (
        <p class="tiny soft">{t`A segment asks it by “is likely to reach a goal in this visit”; each browser works it out for its own visit.`}</p>
      )}
    </PartCard>
  );
}
