// How long until it can be told whether it helps: the plan of each experience that would be live, before it is published.

import { ChevronRight, Hourglass } from 'lucide-preact';
import { useEffect } from 'preact/hooks';
import type { Level } from '../../../shared/measure/level.ts';
import { sayNumber, sayRough } from '../../../shared/words/numbers.ts';
import { t } from '../../../shared/words/t.ts';
import { config, place } from '../draft/desk.ts';
import { Entry } from '../kit/entry.tsx';
import { Note } from '../kit/note.tsx';
import { sayMade } from '../kit/say-made.ts';
import { type ExperiencePlan, LIFT, type Needed } from './plan-experience.ts';
import { followPace, plans, sayPace } from './plan-here.ts';
import { readNumber } from './read-number.ts';

/** Days; who waits longer forgets what was asked. */
const LONG = 90;

const LEVEL_NAMES: Record<Level, string> = {
  exact: t`exact: a line says who was shown it`,
  private: t`private: it says so with a random answer`,
  coin: t`coin: it says nothing of the visitor`,
};

/** At most three digits: a plan knows no more. */
function sayCount(value: number | null): string {
  if (value === null) return t`never`;
  const step = 10 ** Math.max(0, Math.floor(Math.log10(value)) - 2);
  return sayNumber(Math.ceil(value / step) * step);
}
const sayDays = (days: number | null): string => (days === 1 ? t`1 day` : t`${sayCount(days)} days`);
const sayPercent = (share: number): string => `${sayRough(share * 100, 3)} %`;

interface AskProps {
  label: string;
  value: number | undefined;
  /** of 100 */
  isShare?: boolean;
  keep(value: number | undefined): void;
}

/** What is no number, or none that can be, is as if nothing was said. */
function Ask({ label, value, isShare = false, keep }: AskProps) {
  const factor = isShare ? 100 : 1;
  const shown = value === undefined ? '' : sayRough(value * factor, 4);
  return (
    <label class="field">
      <span>{label}</span>
      <Entry
        inputMode="decimal"
        value={shown}
        keep={(text) => {
          const number = (readNumber(text, !isShare) ?? 0) / factor;
          keep(number > 0 && (!isShare || number <= 1) ? number : undefined);
        }}
      />
    </label>
  );
}

const nameOfGoal = (goal: string): string => config.value?.goals?.find(({ id }) => id === goal)?.name || goal;
const nameOfSegment = (segment: string): string =>
  sayMade(config.value?.segments.find(({ id }) => id === segment)?.name ?? '') || segment;

function Asked({ plan }: { plan: ExperiencePlan }) {
  const { id, goal, segment, visitors, rate, share, isReported } = plan;
  return (
    <>
      {isReported ? (
        <p class="small soft">{t`By your last report: ${sayCount(visitors ?? 0)} visitors a day, of whom ${sayPercent(rate ?? 0)} reach “${nameOfGoal(goal)}” without it.`}</p>
      ) : (
        <>
          <Ask
            label={t`Visitors of these pages, a day`}
            value={visitors}
            keep={(value) => sayPace('visitors', id, value)}
          />
          <Ask
            label={t`Of 100 of them so many reach “${nameOfGoal(goal)}” now`}
            value={rate}
            isShare
            keep={(value) => sayPace('rates', goal, value)}
          />
        </>
      )}
      {segment !== undefined && (
        <Ask
          label={t`Of 100 of them so many are in “${nameOfSegment(segment)}”`}
          value={share}
          isShare
          keep={(value) => sayPace('segments', segment, value)}
        />
      )}
    </>
  );
}

const Levels = ({ name, needed, level }: { name: string; needed: Needed[]; level: Level }) => (
  <table class="figures" aria-label={t`${name}: how long, by what a line tells`}>
    <thead>
      <tr>
        <th scope="col">{t`A line in the log`}</th>
        <th scope="col">{t`Visitors`}</th>
        <th scope="col">{t`Days`}</th>
      </tr>
    </thead>
    <tbody>
      {needed.map((one) => (
        <tr key={one.level} aria-current={one.level === level ? 'true' : undefined}>
          <th scope="row">{LEVEL_NAMES[one.level]}</th>
          <td>{sayCount(one.visitors)}</td>
          <td>{sayCount(one.days)}</td>
        </tr>
      ))}
    </tbody>
  </table>
);

function sayPlan({ name, needed, level = 'coin' }: ExperiencePlan): string {
  const own = needed?.find((one) => one.level === level);
  if (!own) return t`${name}: that depends on how many visitors it has.`;
  if (own.visitors === null) return t`${name}: so few would not show it, however long.`;
  return t`${name}: about ${sayDays(own.days)}, ${sayCount(own.visitors)} visitors.`;
}

function Plan({ plan }: { plan: ExperiencePlan }) {
  const { name, needed, level = 'coin' } = plan;
  const own = needed?.find((one) => one.level === level);
  const isLong = own !== undefined && (own.days === null || own.days > LONG);
  return (
    <section class="plan" aria-label={t`How long for ${name}`}>
      <p class="small">{sayPlan(plan)}</p>
      {isLong && (
        <Note tone="warn">
          <span>{t`That is more than ${LONG} days. Choose a goal that more visitors reach, more pages, a larger segment, or halves instead of a small holdout.`}</span>
        </Note>
      )}
      <details class="small">
        <summary>
          <ChevronRight class="turn" size={15} aria-hidden="true" />
          <span class="grow">{needed ? t`What it is made of` : t`Say what you know`}</span>
        </summary>
        <div class="make-form">
          <Asked plan={plan} />
          {needed && <Levels name={name} needed={needed} level={level} />}
        </div>
      </details>
    </section>
  );
}

/** Nothing where nothing is compared. */
export function PlanCard() {
  useEffect(followPace, []);
  const all = plans.value;
  if (!all[0]) return null;
  return (
    <section class="card">
      <h2>
        <Hourglass size={15} aria-hidden="true" /> {t`How long until you know`}
      </h2>
      {all.map((plan) => (
        <Plan key={plan.id} plan={plan} />
      ))}
      <p class="tiny soft">
        {all.some(({ needed }) => needed) &&
          t`By then a lift of ${sayPercent(LIFT)} has been found in 80 of 100 cases, half of them by half of the visitors; you may look every day. What you say is kept in this browser for this site.`}
      </p>
      {!config.value?.measure?.ping && (
        <p class="small">
          {t`Nothing is counted yet.`}{' '}
          <button
            class="button plain in-text"
            type="button"
            onClick={() => {
              place.value = { kind: 'results' };
            }}
          >{t`Switch counting on, under Results`}</button>
        </p>
      )}
    </section>
  );
}
