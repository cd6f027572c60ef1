// The way to a first result, in order: what should happen more, counting, whoever looks after the server, the report.

import type { ComponentChildren } from 'preact';
import { t } from '../../../shared/words/t.ts';
import { Chip } from '../kit/chip.tsx';
import { AskForReport } from './ask-for-report.tsx';
import { isCounted, isWanted } from './counting-here.ts';
import { OpenReport } from './open-report.tsx';
import { measuredHere, SayAims } from './say-aims.tsx';
import { SwitchCounting } from './switch-counting.tsx';

interface StepProps {
  title: string;
  isDone?: boolean;
  children: ComponentChildren;
}

const Step = ({ title, isDone = false, children }: StepProps) => (
  <li class="card">
    <h3>
      <span class="grow">{title}</span> {isDone && <Chip tone="good">{t`done`}</Chip>}
    </h3>
    {children}
  </li>
);

function isAimed(): boolean {
  const { ready, aimless, alone } = measuredHere();
  return ready.length > 0 && aimless.length + alone.length === 0;
}

export const WayToResults = () => (
  <ol class="way">
    <Step title={t`Say what should happen more`} isDone={isAimed()}>
      <SayAims />
    </Step>
    <Step title={t`Switch counting on`} isDone={isCounted.value && isWanted.value}>
      <SwitchCounting />
    </Step>
    <Step title={t`Write to whoever looks after the site`}>
      <p class="small soft">{t`Once. The lines lie on the server, and a report is made of them there: this message says how.`}</p>
      <AskForReport />
    </Step>
    <Step title={t`Open the report`}>
      <p class="small soft">{t`Ask for it after a week. Before 7 days, and before 25 visitors on each side have reached the goal, it says “too early to say”; later ask as often as you like. It is read in this browser and goes nowhere.`}</p>
      <OpenReport />
      <p class="tiny soft">{t`Or drop the file here.`}</p>
    </Step>
  </ol>
);
