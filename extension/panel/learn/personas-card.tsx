// Groups of buyers with alike histories, side by side: their share, three figures and what they did next; which numbers of
// groups a second sample would find again.

import { Boxes, ChevronRight } from 'lucide-preact';
import {
  type Grouping,
  LEAST_AGAIN,
  LEAST_BUYERS,
  LEAST_GROUP,
  LEAST_MEAN_AGAIN,
  type PersonasReport,
} from '../../../shared/learn/learn-personas.ts';
import { toHistory } from '../../../shared/learn/persona-space.ts';
import { findStale, putLearned } from '../../../shared/learn/put-learned.ts';
import type { Config } from '../../../shared/schema/config.ts';
import { sayDecimal, sayNumber, sayRough } from '../../../shared/words/numbers.ts';
import { t } from '../../../shared/words/t.ts';
import { TextEntry } from '../draft/text-entry.tsx';
import { Note } from '../kit/note.tsx';
import { sayMade } from '../kit/say-made.ts';
import { sayLength } from '../kit/say-test.ts';
import { base, isTaken, learning } from './here.ts';
import type { Known } from './learning.ts';
import { PartCard } from './part-card.tsx';
import { sayDay, sayPercent } from './say-learned.ts';

type Personas = NonNullable<Config['personas']>;
type Group = Personas['groups'][number];

const DAY_MS = 864e5;
const FIELDS = ['personas', 'segments'] as const;

const sayDays = (days: number): string => sayLength(Math.max(1, Math.round(days)) * DAY_MS);

const nameOf = (id: string): string =>
  sayMade(base.value?.segments.find((one) => one.id === id)?.name ?? '') || id;

function Next({ of }: { of: PersonasReport['groups'][number] | undefined }) {
  const { test } = of ?? {};
  if (!test || test.buyers === 0) return null;
  return (
    <>
      <dt>{t`Bought again in the test`}</dt>
      <dd>{t`${sayPercent(test.bought / test.buyers)} of ${sayNumber(test.buyers)}`}</dd>
    </>
  );
}

function OneGroup({
  group,
  personas,
  of,
  isOwn,
  currency,
}: {
  group: Group;
  personas: Personas;
  of: PersonasReport['groups'][number] | undefined;
  isOwn: boolean;
  /** of sums; '' where nothing says it */
  currency: string;
}) {
  const { mean, spread } = personas;
  const [days, orders, sum] = toHistory(group.centre, { mean, spread });
  return (
    <li class="learn-group">
      {isOwn ? (
        <label class="field">
          <span>{t`Name`}</span>
          <TextEntry
            spot={{ of: 'persona', id: group.id, field: 'name' }}
            what={t`Name of a group of buyers`}
            value={sayMade(group.name)}
            say={sayMade}
            wraps
          />
        </label>
      ) : (
        <strong class="small">{sayMade(group.name) || group.id}</strong>
      )}
      <dl class="facts tiny">
        <dt>{t`Of all buyers`}</dt>
        <dd>{sayPercent(group.share)}</dd>
        <dt>{t`Last order about`}</dt>
        <dd>{t`${sayDays(days)} ago`}</dd>
        <dt>{t`Order days about`}</dt>
        <dd>{sayDecimal(orders)}</dd>
        <dt>{t`Spent about`}</dt>
        <dd>{`${sayRough(Math.max(0, sum), 2)} ${currency}`.trim()}</dd>
        <Next of={of} />
      </dl>
      {of && (
        <p class="tiny soft">
          {of.readable
            ? t`As a segment of days, orders and money it holds the same buyers to ${sayPercent(of.readable.agreement)}: that comes along.`
            : t`No segment of days, orders and money says the same.`}
        </p>
      )}
    </li>
  );
}

function Tried({ groupings, chosen }: { groupings: Grouping[]; chosen: number | undefined }) {
  return (
    <details class="small">
      <summary>
        <ChevronRight class="turn" size={15} aria-hidden="true" />
        <span class="grow">{t`How many groups there are`}</span>
      </summary>
      <table class="figures">
        <thead>
          <tr>
            <th scope="col">{t`Groups`}</th>
            <th scope="col">{t`Apart`}</th>
            <th scope="col">{t`Found again`}</th>
            <th scope="col">{t`Smallest`}</th>
          </tr>
        </thead>
        <tbody>
          {groupings.map(({ groups, silhouette, again, leastAgain, smallest, passes }) => (
            <tr key={groups}>
              <th scope="row">
                {groups} {passes ? '✓' : ''}
                <span class="unseen">{passes ? t`passes` : t`does not pass`}</span>
              </th>
              <td>{sayDecimal(silhouette, 2)}</td>
              <td>{t`${sayDecimal(again, 2)} (least ${sayDecimal(leastAgain, 2)})`}</td>
              <td>{sayNumber(smallest)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="tiny soft">{t`Apart: 1 is far, 0 not at all. Found again: how alike the groups of 20 other samples are, 1 is the same. What passes is found again to ${sayDecimal(LEAST_MEAN_AGAIN, 2)}, ${sayDecimal(LEAST_AGAIN, 2)} at least, and its smallest group has ${LEAST_GROUP} buyers.`}</p>
      <div class="row">
        {groupings
          .filter(({ groups, passes }) => passes && groups !== chosen)
          .map(({ groups }) => (
            <button
              key={groups}
              class="button"
              type="button"
              onClick={() => void learning.again({ part: 'personas', groups })}
            >
              {t`Make ${groups} groups`}
            </button>
          ))}
      </div>
    </details>
  );
}

function sayWhyNot({ buyers, groupings }: PersonasReport): string {
  if (groupings.length === 0)
    return t`Buyers whom browsers remember: ${sayNumber(buyers)}, and ${LEAST_BUYERS} are needed.`;
  return groupings.some(({ passes }) => passes)
    ? t`With the newest orders one group is too small.`
    : t`These buyers form no groups that a second sample would find again. Most shops have a slope of buyers, not heaps.`;
}

function saySure({ test }: PersonasReport): string {
  return test
    ? t`What they did next is of the ${test.days} days after ${sayDay(test.until)}: of all ${sayNumber(test.buyers)} buyers ${sayPercent(test.bought / Math.max(1, test.buyers))} bought again.`
    : t`No day is left to test it on: nobody has checked what it tells.`;
}

export function PersonasCard({ config: learned, knowledge }: Known) {
  const part = knowledge?.parts.personas;
  const before = base.value;
  const isThere = learned?.personas !== undefined && before !== undefined;
  // as the draft would have them: under the ids and names of those that are like them
  const personas = isThere ? putLearned(before, learned, FIELDS).personas : learned?.personas;
  const stay = isThere ? findStale(before, learned).stay : [];
  if (!part && !learned?.personas) return null;
  const { report } = part ?? {};
  const whyNot = part?.status === 'refused' ? [sayWhyNot(part.report)] : undefined;
  const isOwn = learned !== undefined && isTaken(learned, FIELDS);
  return (
    <PartCard
      icon={Boxes}
      title={t`Groups of buyers`}
      says={t`${personas?.groups.length} groups of buyers with alike histories. They are groups of histories, not kinds of people.`}
      sure={report && !whyNot ? saySure(report) : ''}
      whyNot={whyNot}
      learned={learned}
      fields={FIELDS}
      step={t`Groups of buyers`}
    >
      {stay.map((id) => (
        <Note key={id} tone="warn">
          <span>{t`“${nameOf(id)}” is of an earlier run, and something in your draft uses it: it stays as it is, though no group is like it now. Give what uses it another segment.`}</span>
        </Note>
      ))}
      {personas && (
        <ul class="learn-groups">
          {personas.groups.map((group, at) => (
            <OneGroup
              key={group.id}
              group={group}
              personas={personas}
              of={report?.groups[at]}
              isOwn={isOwn}
              currency={knowledge?.read.currency ?? ''}
            />
          ))}
        </ul>
      )}
      {report && report.groupings.length > 0 && (
        <Tried groupings={report.groupings} chosen={personas?.groups.length} />
      )}
    </PartCard>
  );
}
