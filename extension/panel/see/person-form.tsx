// The form that makes a visitor up, in the order in which one would tell of somebody.

import { useSignal } from '@preact/signals';
import { Plus, Trash2 } from 'lucide-preact';
import { CONTEXT_VALUES } from '../../../shared/schema/context-keys.ts';
import { sayChannel } from '../../../shared/templates/say-channel.ts';
import { t } from '../../../shared/words/t.ts';
import { sayEvent } from '../kit/say-event.ts';
import { sayPath } from '../kit/say-test.ts';
import { SelectField } from '../kit/select-field.tsx';
import { toName } from '../kit/to-name.ts';
import { config, memory } from '../site/page.ts';
import type { Deed, Person } from './person.ts';

const USUAL = ['page_view', 'view_item', 'add_to_cart', 'search', 'sign_up'];
/** What comes about by itself, or has fields of its own in the form. */
const TOLD_ELSEWHERE = ['visit_start', 'exposure', 'purchase'];
const PATHS = ['', 'items.item_category', 'topics', 'items.item_id', 'term', 'path'];
const DAYS = [t`Now`, t`Monday`, t`Tuesday`, t`Wednesday`, t`Thursday`, t`Friday`, t`Saturday`, t`Sunday`];

/** Every event that rules, captures and this browser's history name. */
function findEvents(): string[] {
  const rules = JSON.stringify(config.value?.config ?? {});
  const named = [...rules.matchAll(/"event":"([^"]+)"/g)].map(([, name = '']) => name);
  const seen = (memory.value?.events ?? []).map(({ name }) => name);
  return [...new Set([...USUAL, ...named, ...seen])].filter((name) => !TOLD_ELSEWHERE.includes(name));
}

function Count({
  label,
  value,
  set,
  min = 0,
  step = 1,
}: {
  label: string;
  value: number;
  set(value: number): void;
  min?: number;
  step?: number;
}) {
  return (
    <label class="field">
      <span>{label}</span>
      <input
        type="number"
        min={min}
        step={step}
        // not `value`: what is being typed stays as it is typed
        defaultValue={String(value)}
        onInput={({ currentTarget }) => set(Math.max(min, Number(currentTarget.value) || min))}
      />
    </label>
  );
}

interface DeedProps {
  deed: Deed;
  events: string[];
  set(deed: Deed): void;
  remove(): void;
}

function DeedRow({ deed, events, set, remove }: DeedProps) {
  return (
    <fieldset class="card deed">
      <legend class="unseen">{t`Something they did`}</legend>
      <div class="grid">
        <SelectField
          label={t`They`}
          value={deed.event}
          options={events.map((name) => [name, sayEvent(name)])}
          set={(event) => set({ ...deed, event })}
        />
        <SelectField
          label={t`where`}
          value={deed.path}
          options={PATHS.map((path) => [path, path ? toName(sayPath(path)) : t`anything`])}
          set={(path) => set({ ...deed, path })}
        />
        {deed.path && (
          <label class="field">
            <span>{t`is`}</span>
            <input
              value={deed.value}
              onInput={({ currentTarget }) => set({ ...deed, value: currentTarget.value })}
            />
          </label>
        )}
        <Count label={t`times`} value={deed.times} min={1} set={(times) => set({ ...deed, times })} />
        <Count label={t`in the last days`} value={deed.days} min={1} set={(days) => set({ ...deed, days })} />
      </div>
      <button class="button plain" type="button" onClick={remove}>
        <Trash2 size={14} aria-hidden="true" /> {t`Leave this out`}
      </button>
    </fieldset>
  );
}

/** Who they are and how they came. */
function Facts({ person, set }: { person: Person; set(part: Partial<Person>): void }) {
  const { name, firstSeenDays, visits, spent, orders, channel, source, device, weekday, hour } = person;
  return (
    <>
      <label class="field">
        <span>{t`Name`}</span>
        <input
          value={name}
          placeholder={t`Tent lover on a phone`}
          onInput={({ currentTarget }) => set({ name: currentTarget.value })}
        />
      </label>
      <div class="grid">
        <Count
          label={t`First seen, days ago`}
          value={firstSeenDays}
          set={(value) => set({ firstSeenDays: value })}
        />
        <Count label={t`Visits`} value={visits} min={1} set={(value) => set({ visits: value })} />
        <Count label={t`Orders`} value={orders} set={(value) => set({ orders: value })} />
        <Count label={t`Spent in all`} value={spent} set={(value) => set({ spent: value })} />
        <SelectField
          label={t`Came by`}
          value={channel}
          options={(CONTEXT_VALUES.channel ?? []).map((one) => [one, sayChannel(one)])}
          set={(value) => set({ channel: value })}
        />
        <label class="field">
          <span>{t`Source`}</span>
          <input
            value={source}
            placeholder={channel === 'email' ? t`newsletter` : t`anywhere`}
            onInput={({ currentTarget }) => set({ source: currentTarget.value })}
          />
        </label>
        <SelectField
          label={t`Device`}
          value={device}
          options={[
            ['phone', t`Phone`],
            ['tablet', t`Tablet`],
            ['desktop', t`Desktop`],
          ]}
          set={(value) => set({ device: value as Person['device'] })}
        />
        <SelectField
          label={t`It is`}
          value={String(weekday)}
          options={DAYS.map((day, index) => [String(index), day])}
          set={(value) => set({ weekday: Number(value) })}
        />
        {weekday > 0 && (
          <Count label={t`at (hour)`} value={hour} set={(value) => set({ hour: Math.min(23, value) })} />
        )}
      </div>
    </>
  );
}

export function PersonForm({
  person,
  save,
  cancel,
}: {
  person: Person;
  save(person: Person): void;
  cancel(): void;
}) {
  const draft = useSignal(person);
  const set = (part: Partial<Person>) => {
    draft.value = { ...draft.value, ...part };
  };
  const { name, deeds } = draft.value;
  const events = findEvents();
  const change = (index: number, deed: Deed | undefined) =>
    set({ deeds: deeds.flatMap((one, at) => (at === index ? (deed ?? []) : one)) });
  return (
    <form
      class="card"
      aria-label={t`A made-up visitor`}
      onSubmit={(event) => {
        event.preventDefault();
        save({ ...draft.value, name: name.trim() || t`Somebody` });
      }}
    >
      <Facts person={draft.value} set={set} />
      {deeds.map((deed, index) => (
        <DeedRow
          key={index}
          deed={deed}
          events={events}
          set={(next) => change(index, next)}
          remove={() => change(index, undefined)}
        />
      ))}
      <button
        class="button"
        type="button"
        onClick={() =>
          set({
            deeds: [
              ...deeds,
              { event: 'view_item', path: 'items.item_category', value: '', times: 3, days: 7 },
            ],
          })
        }
      >
        <Plus size={14} aria-hidden="true" /> {t`Something they did`}
      </button>
      <div class="row">
        <button class="button main" type="submit">{t`Keep`}</button>
        <button class="button" type="button" onClick={cancel}>{t`Cancel`}</button>
      </div>
    </form>
  );
}
