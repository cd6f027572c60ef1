// A list of recommended items in the list of changes: where its items come from, how many, which are left out, and what of a
// card shows what.

import { ChevronRight } from 'lucide-preact';
import { useRef } from 'preact/hooks';
import { ms } from '../../../../shared/grammar/duration.ts';
import type { ChangeOf } from '../../../../shared/schema/change.ts';
import type { Without } from '../../../../shared/schema/recommend.ts';
import { t } from '../../../../shared/words/t.ts';
import { findExperience } from '../../draft/desk.ts';
import type { Place } from '../../draft/places.ts';
import { WiderPages } from '../../draft/wider-pages.tsx';
import { Entry } from '../../kit/entry.tsx';
import { WITHOUT } from '../../kit/say-list.ts';
import { sayLength } from '../../kit/say-test.ts';
import { SelectField } from '../../kit/select-field.tsx';
import type { SaveChange } from '../use-typed-change.ts';
import { useTypedChange } from '../use-typed-change.ts';
import { CountNote, ItemsNote } from './list-notes.tsx';
import { putCount } from './put-count.ts';
import { SourcesField } from './sources-field.tsx';
import { WhereField } from './where-field.tsx';

type At = Extract<Place, { kind: 'variant' }>;
type List = ChangeOf<'recommend'>;

interface Part {
  list: List;
  save: SaveChange<List>;
}

const MOST = 24;
const SPANS = ['30d', '90d', '365d'];
/** What the page leaves out where nobody says otherwise. */
const USUAL: readonly Without[] = ['this', 'bought', 'basket'];

const NAMES: Without[] = ['this', 'viewed', 'bought', 'basket'];

const CARD: [keyof List['card'], label: string, instead: string][] = [
  ['item', t`A card`, ''],
  ['name', t`Its name`, t`its heading, else its link`],
  ['link', t`Its link`, t`its first link`],
  ['image', t`Its picture`, t`its first picture`],
  ['price', t`Its price`, t`none is shown`],
];

/** It without this field, or with another value in it. */
function put<K extends keyof List>(list: List, field: K, value: List[K] | undefined): List {
  const { [field]: _before, ...rest } = list;
  return (value === undefined ? rest : { ...rest, [field]: value }) as List;
}

function NumberField({
  label,
  value,
  most,
  none,
  begin,
  set,
}: {
  label: string;
  value: number | undefined;
  most: number;
  /** what holds where it is empty; without it the field cannot be */
  none?: string;
  /** before anything is typed */
  begin?(): void;
  set(value: number | undefined): void;
}) {
  return (
    <label class="field">
      <span>{label}</span>
      <input
        type="number"
        min="1"
        max={most}
        step="1"
        placeholder={none}
        value={value ?? ''}
        onFocus={begin}
        onInput={({ currentTarget: { value: typed } }) => {
          const number = Number(typed);
          if (typed === '' && none !== undefined) set(undefined);
          else if (Number.isInteger(number) && number >= 1 && number <= most) set(number);
        }}
      />
    </label>
  );
}

function Numbers({ list, save }: Part) {
  const { count, least, perGroup } = list;
  const leastBefore = useRef(least);
  return (
    <div class="grid">
      <NumberField
        label={t`How many`}
        value={count}
        most={MOST}
        begin={() => {
          leastBefore.current = least;
        }}
        set={(next = count) => save(putCount(list, next, leastBefore.current), t`How many items`)}
      />
      <NumberField
        label={t`At least`}
        value={least}
        most={count}
        none={String(count)}
        set={(next) => save(put(list, 'least', next), t`Least items`)}
      />
      <NumberField
        label={t`Of one group at most`}
        value={perGroup}
        most={MOST}
        none={t`any`}
        set={(next) => save(put(list, 'perGroup', next), t`Items of one group`)}
      />
    </div>
  );
}

/** How long what was bought stays away: what is used up may come again. */
function BoughtWithin({ list, save }: Part) {
  const { boughtWithin = '' } = list;
  const spans = [...new Set([...SPANS, ...(boughtWithin ? [boughtWithin] : [])])];
  return (
    <SelectField
      label={t`What was bought stays away`}
      value={boughtWithin}
      options={[['', t`for good`], ...spans.map((span) => [span, sayLength(ms(span))] as const)]}
      set={(span) => save(put(list, 'boughtWithin', span || undefined), t`How long bought items stay away`)}
    />
  );
}

function WithoutFields({ list, save }: Part) {
  const now = list.without ?? USUAL;
  const turn = (one: Without, isOn: boolean) => {
    const next = NAMES.filter((name) => (name === one ? isOn : now.includes(name)));
    const bought = next.includes('bought') ? list : put(list, 'boughtWithin', undefined);
    save(put(bought, 'without', `${next}` === `${USUAL}` ? undefined : next), t`What the list leaves out`);
  };
  return (
    <fieldset class="options">
      <legend class="small">{t`Never among them`}</legend>
      {NAMES.map((name) => (
        <label key={name} class="row small">
          <input
            type="checkbox"
            checked={now.includes(name)}
            onChange={({ currentTarget }) => turn(name, currentTarget.checked)}
          />
          <span class="grow">{WITHOUT[name]}</span>
        </label>
      ))}
      {now.includes('bought') && <BoughtWithin list={list} save={save} />}
    </fieldset>
  );
}

function CardFields({ list, save }: Part) {
  return (
    <details>
      <summary class="tiny">
        <ChevronRight class="turn" size={14} aria-hidden="true" />{' '}
        <span class="grow">{t`How a card is found`}</span>
      </summary>
      <div class="make-form">
        {CARD.map(([part, label, instead]) => (
          <label key={part} class="field">
            <span>{label}</span>
            <Entry
              spellcheck={false}
              placeholder={instead}
              value={list.card[part] ?? ''}
              keep={(typed) => {
                const css = typed.trim();
                if (!css && part === 'item') return;
                const { [part]: _before, ...rest } = list.card;
                const card = css ? { ...rest, [part]: css } : rest;
                save({ ...list, card: card as List['card'] }, t`Cards of the list`);
              }}
            />
          </label>
        ))}
        <p class="tiny soft">{t`CSS selectors: the card within the list, the others within the card. Its first card is the pattern; what is not named here and says something of its item is left out.`}</p>
      </div>
    </details>
  );
}

export function ListForm({ at, change, index }: { at: At; change: List; index: number }) {
  const { change: list, save } = useTypedChange(at, change, index);
  const experience = findExperience(at.experience);
  return (
    <fieldset class="options block-form" aria-label={t`What the list shows`}>
      <ItemsNote />
      {experience && <WiderPages experience={experience} />}
      <SourcesField from={list.from} set={(from) => save({ ...list, from }, t`Where items come from`)} />
      <Numbers list={list} save={save} />
      <CountNote list={list} />
      <p class="tiny soft">{t`Where fewer are found than the least, the page keeps its own cards.`}</p>
      <p class="tiny soft">{t`Nothing changes under somebody’s eyes: a list that is in view as its page opens keeps the page’s own cards on that view, though it is filled here. One further down is filled before somebody comes to it. A list that does not hang on the item of its page can be there from the start the next time.`}</p>
      <WhereField
        where={list.where}
        set={(where) => save(put(list, 'where', where), t`Which items the list shows`)}
      />
      <WithoutFields list={list} save={save} />
      <CardFields list={list} save={save} />
    </fieldset>
  );
}
