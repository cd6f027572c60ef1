// When and how often an experience shows.

import type { Experience, Trigger } from '../../../shared/schema/experience.ts';
import { t } from '../../../shared/words/t.ts';
import { editExperience } from '../draft/desk.ts';
import { seenEvents } from '../draft/suggestions.ts';
import { sayEventName } from '../kit/say-event.ts';
import { Suggested } from '../kit/suggested.tsx';

const TRIGGERS: Record<string, { label: string; make(): Trigger | undefined }> = {
  load: { label: t`at once`, make: () => undefined },
  scroll: { label: t`when they scrolled half the page`, make: () => ({ kind: 'scroll', share: 0.5 }) },
  time: { label: t`after a while on the page`, make: () => ({ kind: 'time', after: '10s' }) },
  idle: { label: t`when they do nothing for a while`, make: () => ({ kind: 'idle', after: '30s' }) },
  exit: { label: t`when the pointer leaves to the top`, make: () => ({ kind: 'exit' }) },
  event: { label: t`when an event happens`, make: () => ({ kind: 'event', event: 'add_to_cart' }) },
};

const OFTEN: Record<string, { label: string; value: Experience['frequency'] }> = {
  always: { label: t`every time`, value: undefined },
  visit: { label: t`once a visit`, value: { times: 1, per: 'visit' } },
  day: { label: t`once a day`, value: { times: 1, per: '1d' } },
  week: { label: t`once a week`, value: { times: 1, per: '7d' } },
  visitor: { label: t`once ever`, value: { times: 1, per: 'visitor' } },
};

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

export function When({ experience: { id, trigger, frequency } }: { experience: Experience }) {
  const kind = trigger?.kind ?? 'load';
  const often = Object.entries(OFTEN).find(([, { value }]) => isSame(value, frequency))?.[0] ?? 'other';
  const setTrigger = (next: Trigger | undefined) =>
    void editExperience(id, t`Moment`, (one) => {
      if (next) one.trigger = next;
      else delete one.trigger;
    });
  /** Of the moment as it is stored by now: a figure of one that gave way to another is no figure of that. */
  const changeTrigger = (change: (trigger: Trigger) => void) =>
    void editExperience(id, t`Moment`, (one) => {
      if (one.trigger?.kind === kind) change(one.trigger);
    });
  return (
    <div class="grid">
      <label class="field">
        <span>{t`when`}</span>
        <select
          value={kind}
          onChange={({ currentTarget }) => setTrigger(TRIGGERS[currentTarget.value]?.make())}
        >
          {Object.entries(TRIGGERS).map(([value, { label }]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </label>
      {trigger && 'after' in trigger && (
        <label class="field">
          <span>{t`how long (10s, 2m)`}</span>
          <input
            type="text"
            value={trigger.after}
            onChange={({ currentTarget: { value } }) =>
              changeTrigger((now) => {
                if ('after' in now) now.after = value;
              })
            }
          />
        </label>
      )}
      {trigger?.kind === 'event' && (
        <div class="field">
          <span>{t`event`}</span>
          <Suggested
            label={t`Event that shows it`}
            value={trigger.event}
            list={seenEvents()}
            say={sayEventName}
            set={(event) =>
              changeTrigger((now) => {
                if (now.kind === 'event') now.event = event;
              })
            }
          />
        </div>
      )}
      {trigger?.kind === 'scroll' && (
        <label class="field">
          <span>{t`scrolled, %`}</span>
          <input
            type="number"
            min="1"
            max="100"
            value={Math.round(trigger.share * 100)}
            onChange={({ currentTarget: { value } }) =>
              changeTrigger((now) => {
                if (now.kind === 'scroll') now.share = Number(value) / 100;
              })
            }
          />
        </label>
      )}
      <label class="field">
        <span>{t`how often`}</span>
        <select
          value={often}
          onChange={({ currentTarget }) =>
            void editExperience(id, t`How often`, (one) => {
              const value = OFTEN[currentTarget.value]?.value;
              if (currentTarget.value === 'other') one.frequency = { times: 3, per: '7d' };
              else if (value) one.frequency = value;
              else delete one.frequency;
            })
          }
        >
          {Object.entries(OFTEN).map(([value, { label }]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
          <option value="other">{t`so many times …`}</option>
        </select>
      </label>
      {often === 'other' && frequency && <Times id={id} frequency={frequency} />}
    </div>
  );
}

const PERIODS = {
  visit: t`a visit`,
  '1d': t`a day`,
  '7d': t`a week`,
  '30d': t`in 30 days`,
  visitor: t`ever`,
};

function Times({ id, frequency }: { id: string; frequency: NonNullable<Experience['frequency']> }) {
  const { times, per } = frequency;
  /** One of the two: the other stays as it is stored by now. */
  const set = (next: Partial<NonNullable<Experience['frequency']>>) =>
    void editExperience(id, t`How often`, (one) => {
      if (one.frequency) Object.assign(one.frequency, next);
    });
  return (
    <>
      <label class="field">
        <span>{t`times`}</span>
        <input
          type="number"
          min="1"
          step="1"
          value={times}
          onChange={({ currentTarget }) =>
            set({ times: Math.max(1, Math.round(Number(currentTarget.value)) || 1) })
          }
        />
      </label>
      <label class="field">
        <span>{t`per`}</span>
        <select value={per} onChange={({ currentTarget }) => set({ per: currentTarget.value })}>
          {!(per in PERIODS) && <option value={per}>{per}</option>}
          {Object.entries(PERIODS).map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </label>
    </>
  );
}
