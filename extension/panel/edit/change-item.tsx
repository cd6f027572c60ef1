// One change in the list: what it does in plain words, on or off, and, opened, all that can be done with it.

import { CircleAlert, Ellipsis, Trash2 } from 'lucide-preact';
import { useEffect } from 'preact/hooks';
import type { Change } from '../../../shared/schema/change.ts';
import { readWords } from '../../../shared/schema/read-words.ts';
import { t } from '../../../shared/words/t.ts';
import type { Found } from '../../wire/edit-shapes.ts';
import { findTarget } from '../../wire/find-target.ts';
import { sayChange } from '../../wire/say-change.ts';
import { config, editVariant, findVariant } from '../draft/desk.ts';
import { moveItem } from '../draft/move-item.ts';
import { isOff, noteOff, readName } from '../draft/notes.ts';
import type { Place } from '../draft/places.ts';
import { putItem } from '../draft/put-item.ts';
import { CodeField } from '../kit/code-field.tsx';
import { Grip, useDrag } from '../kit/drag.tsx';
import { Order } from '../kit/order.tsx';
import { Tick } from '../kit/tick.tsx';
import { useTyped } from '../kit/use-typed.ts';
import { CopyTo } from './copy-to.tsx';
import { isElsewhere } from './elsewhere.tsx';
import { findChange } from './find-change.ts';
import { KindForm } from './kind-form.tsx';
import { chosenChange, found, repicking, retarget, startPicking, troubles } from './on-page.ts';
import { siteLanguages } from './site-languages.ts';
import { useLook } from './use-look.ts';
import { useTypedChange } from './use-typed-change.ts';
import { findLanguagesIn, writeWords } from './words-by-language.ts';
import { WordsFields } from './words-fields.tsx';

type At = Extract<Place, { kind: 'variant' }>;

function Trouble({
  experience,
  change,
  here,
  index,
}: {
  experience: string;
  change: Change;
  here: Found | undefined;
  index: number;
}) {
  // said once, above all of them
  if (!here || !findTarget(change) || isOff(change) || isElsewhere(experience)) return null;
  const { count, isDrifted, again } = here;
  const said = troubles.value.get(index);
  if (count === 1 && !isDrifted)
    return said ? (
      <p class="tiny make-warn">
        <CircleAlert size={13} aria-hidden="true" /> {said}
      </p>
    ) : null;
  if (count > 1)
    return (
      <p class="tiny make-warn">
        <CircleAlert size={13} aria-hidden="true" /> {t`It changes ${count} elements of this page at once.`}
      </p>
    );
  return (
    <div class="tiny make-warn">
      <CircleAlert size={13} aria-hidden="true" />{' '}
      {count === 0 ? t`Its element is not on this page.` : t`It finds something else than you picked.`}{' '}
      {again && (
        <>
          {t`Is it “${again.says.slice(0, 60)}” now? (${Math.round(again.confidence * 100)} % sure)`}{' '}
          <button
            class="button"
            type="button"
            onClick={() => retarget(index, again.target)}
          >{t`Yes, use that`}</button>
        </>
      )}
    </div>
  );
}

interface Item {
  at: At;
  change: Change;
  /** its place among `all` of the variant */
  index: number;
  all: readonly Change[];
}

/** Edits the changes of the variant in place; `place` is where this one stands by then. */
type Act = (changes: Change[], place: number) => void;

/** All that can be done with it. */
function Details({
  at,
  change,
  index,
  all,
  says,
  words,
  set,
  look,
}: Item & {
  says: string;
  words: string;
  set(what: string, act: Act): void;
  look(on: boolean): void;
}) {
  const { change: typed, save, rename } = useTypedChange<Change>(at, change, index);
  const name = useTyped(readName(change) ?? '', (one) => one.trim());
  const held = readWords(typed);
  const isMarkup = change.kind === 'html' || change.kind === 'insert';
  return (
    <div class="make-form">
      <KindForm at={at} change={change} index={index} />
      <label class="field">
        <span>{t`Name`}</span>
        <input
          type="text"
          placeholder={says}
          value={name.now}
          onInput={({ currentTarget }) => {
            rename(currentTarget.value);
            name.put(currentTarget.value);
          }}
        />
      </label>
      {held !== undefined && (
        <WordsFields
          words={held}
          what={isMarkup ? 'HTML' : t`Text`}
          others={findLanguagesIn(findVariant(at.experience, at.id)?.changes ?? [])}
          site={siteLanguages.value}
          set={(step, next) => {
            const written = structuredClone(typed);
            writeWords(written, next);
            save(written, step);
          }}
          field={({ label, text, put }) =>
            isMarkup ? (
              <CodeField label={label} language="html" value={text} typed={put} />
            ) : (
              <label class="field">
                <span>{label}</span>
                <textarea
                  rows={change.kind === 'text' ? 3 : 1}
                  value={text}
                  onInput={({ currentTarget }) => put(currentTarget.value)}
                />
              </label>
            )
          }
        />
      )}
      <CopyTo at={at} change={change} />
      <div class="row">
        <Order
          name={words}
          at={index}
          count={all.length}
          move={(by) => set(t`Order of changes`, (now, place) => moveItem(now, place, by))}
        />
        {findTarget(change) && (
          <button
            class="button"
            type="button"
            onClick={() => {
              repicking.value = index;
              void startPicking();
            }}
          >{t`Pick anew`}</button>
        )}
        <button
          class="button bad"
          type="button"
          onClick={() => {
            look(false);
            set(t`Change removed`, (all, place) => void all.splice(place, 1));
          }}
        >
          <Trash2 size={14} aria-hidden="true" /> {t`Remove`}
        </button>
      </div>
    </div>
  );
}

/** A question by its name, as authors know it. */
function sayNamed(change: Change, element: string | undefined): string {
  if (change.kind !== 'ask') return sayChange(change, element);
  const { name } = config.value?.questions?.find(({ id }) => id === change.question) ?? {};
  return sayChange({ ...change, question: name || change.question });
}

export function ChangeItem({
  at,
  change,
  index,
  all,
  isOpen,
  turn,
}: Item & { isOpen: boolean; turn(): void }) {
  const here = found.value[index];
  const off = isOff(change);
  const says = sayNamed(change, here?.says);
  const words = readName(change) ?? says;
  const set = (what: string, act: Act) =>
    editVariant({ experience: at.experience, id: at.id }, what, ({ changes }) => {
      const place = findChange(changes, index, [], change);
      if (place !== undefined) act(changes, place);
    });
  const look = useLook(change);
  const { item: row, handle } = useDrag<HTMLLIElement>({
    list: t`changes of ${at.experience}/${at.id}`,
    path: [index],
    drop: ([from = 0], [to = 0]) => set(t`Order of changes`, (now) => putItem(now, all, [from, to])),
  });
  const isChosen = chosenChange.value === index;
  useEffect(() => {
    if (!isChosen || !isOpen) return;
    chosenChange.value = undefined;
    row.current?.scrollIntoView();
  }, [isChosen, isOpen]);
  return (
    <li
      ref={row}
      class="make-item"
      data-change={index}
      onPointerEnter={() => look(true)}
      onPointerLeave={() => look(false)}
    >
      <div class="row">
        <Grip handle={handle} isAlone={all.length < 2} />
        <label class="make-change grow">
          <Tick
            isOn={!off}
            aria-label={t`On: ${words}`}
            keep={(isOn) =>
              set(isOn ? t`Change turned on` : t`Change turned off`, (all, place) => {
                const one = all[place];
                if (one) noteOff(one, !isOn);
              })
            }
          />
          <span class={`small ${off ? 'soft off' : ''}`}>{words}.</span>
        </label>
        <button
          class="icon-button"
          type="button"
          aria-expanded={isOpen}
          aria-label={t`More about: ${words}`}
          onClick={turn}
        >
          <Ellipsis size={16} aria-hidden="true" />
        </button>
      </div>
      <Trouble experience={at.experience} change={change} here={here} index={index} />
      {isOpen && <Details {...{ at, change, index, all, says, words, set, look }} />}
    </li>
  );
}
