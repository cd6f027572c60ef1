// The element that was picked: what is around it, how it is found, and what can be done with it.

import { type Signal, useSignal } from '@preact/signals';
import { ChevronRight } from 'lucide-preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { inLanguage, type Spoken } from '../../../shared/grammar/words-for.ts';
import type { Change, ChangeOf } from '../../../shared/schema/change.ts';
import { t } from '../../../shared/words/t.ts';
import type { Undo } from '../../wire/browser.ts';
import type { Picked } from '../../wire/edit-shapes.ts';
import { ORS_PANE_KEY } from '../../wire/pane-key.ts';
import { sayTarget } from '../../wire/say-change.ts';
import type { AtElement } from '../../wire/tools-for.ts';
import { edit, findVariant } from '../draft/desk.ts';
import type { Place } from '../draft/places.ts';
import { Note } from '../kit/note.tsx';
import { Around } from './around.tsx';
import { leadCaret } from './lead-caret.ts';
import { picked, takeForeign, type, wantedTool } from './on-page.ts';
import { isReplacing, putChange } from './put-change.ts';
import { MoveHere, moving } from './tools/move-tool.tsx';
import type { ToolProps } from './tools/tool-props.ts';
import { findTools } from './tools/tools.ts';
import { sayMade } from './typed.ts';

type At = Extract<Place, { kind: 'variant' }>;

/** What an undo calls it: "Text of the headline “Dry nights”". */
function sayOf(what: string, change: Change): string {
  const target = sayTarget(change);
  return target === undefined ? t`${what} of the page` : t`${what} of the ${target}`;
}

/** The selectors that find it, to choose from. */
function HowFound({ choices, choice }: { choices: Picked['choices']; choice: Signal<number> }) {
  return (
    <details class="tiny">
      <summary class="soft">
        <ChevronRight class="turn" size={14} aria-hidden="true" />{' '}
        {t`How it is found: ${choices[choice.value]?.target.css}`}
      </summary>
      <label class="field">
        <span>{t`Another way to find it`}</span>
        <select
          value={choice.value}
          onChange={({ currentTarget }) => {
            choice.value = Number(currentTarget.value);
          }}
        >
          {choices.map((one, index) => (
            <option key={one.target.css + one.target.text} value={index}>
              {one.target.text ? t`${one.target.css} saying “${one.target.text}”` : one.target.css} (
              {Math.round(one.stability * 100)} %)
            </option>
          ))}
        </select>
      </label>
    </details>
  );
}

/** Another name each time what is made of the element changes otherwise than by typing here: a form shows that anew. */
function useEdition(made: string): number {
  const known = useRef({ made, edition: 0 });
  if (known.current.made !== made)
    known.current = { made, edition: known.current.edition + (takeForeign(made) ? 1 : 0) };
  return known.current.edition;
}

/** Where the caret goes in a tool. */
const FIELDS = '.make-form :is(textarea, input, select, [contenteditable], button:not(.rich-act))';

/** Opens what was pressed beside the element on the page, with the caret in its field. */
function useWanted(tool: Signal<string>) {
  const card = useRef<HTMLElement>(null);
  const caret = useRef<AtElement>();
  const leave = useRef<Undo>();
  const isAwaited = useSignal(false);
  const wanted = wantedTool.value;
  useLayoutEffect(() => {
    if (wanted === 'size') {
      // sized on the page, where the author is: the form shows it, and the caret stays
      tool.value = 'style';
      wantedTool.value = undefined;
    } else if (wanted) {
      caret.current = wanted;
      tool.value = wanted === 'more' ? '' : wanted;
      wantedTool.value = undefined;
    } else if (caret.current && card.current) {
      // shown anew since: its form is there
      const within = card.current;
      const first = caret.current === 'more' ? '.make-tool' : FIELDS;
      caret.current = undefined;
      leave.current?.();
      leave.current = leadCaret(
        within,
        () => within.querySelector<HTMLElement>(first),
        (isWaiting) => {
          isAwaited.value = isWaiting;
        },
      );
    }
  });
  useLayoutEffect(() => () => leave.current?.(), []);
  return { card, isAwaited };
}

export function Card({ at }: { at: At }) {
  const now = picked.value;
  const tool = useSignal('');
  const choice = useSignal(0);
  const { card, isAwaited } = useWanted(tool);
  const best = now?.choices[choice.value] ?? now?.choices[0];
  const target = best?.target;
  const changes = findVariant(at.experience, at.id)?.changes ?? [];
  const edition = useEdition(target ? sayMade(changes, target) : '');
  if (!now) return null;
  const add: ToolProps['add'] = (change, what, besides) => {
    tool.value = '';
    void edit(sayOf(what, change), (next) => {
      const experience = next.experiences.find(({ id }) => id === at.experience);
      const variant = experience?.variants.find(({ id }) => id === at.id);
      if (!experience || !variant) return;
      putChange(variant.changes, change, now.language);
      besides?.(experience);
    });
  };
  const save: ToolProps['save'] = (change, what, isOriginal) =>
    type({
      experience: at.experience,
      id: at.id,
      change,
      isOriginal,
      language: now.language,
      what: sayOf(what, change),
    });
  // in the words of the page's language
  const made = <K extends Change['kind']>(kind: K): Spoken<ChangeOf<K>>[] =>
    changes
      .filter(
        (one): one is ChangeOf<K> =>
          one.kind === kind &&
          'target' in one &&
          target !== undefined &&
          isReplacing(one, { ...one, target }),
      )
      .flatMap((one) => inLanguage(one, now.language) ?? []);
  const tools = findTools(now);
  const Form = tools.find(({ id }) => id === tool.value)?.Form;
  return (
    <section ref={card} class="card" aria-label={t`Picked element`}>
      <Around now={now} best={best} />
      {now.tag === 'body' && (
        <Note>
          <span>{t`This is the page as a whole. Click something in it, or press ↓ on the page.`}</span>
        </Note>
      )}
      {now.refused && (
        <Note tone="warn">
          <span>{now.refused}</span>
        </Note>
      )}
      {now.choices.length > 1 && <HowFound choices={now.choices} choice={choice} />}
      {target && (
        <>
          <MoveHere target={target} add={add} />
          <div class="make-tools" role="toolbar" aria-label={t`What becomes of it`}>
            {tools.map(({ id, label, icon: Icon, Form: hasForm }) => (
              <button
                key={id}
                class="make-tool"
                type="button"
                aria-pressed={hasForm ? tool.value === id : undefined}
                onClick={() => {
                  if (!hasForm) add({ kind: 'hide', target }, t`Hiding`);
                  else tool.value = tool.value === id ? '' : id;
                }}
              >
                <Icon size={17} aria-hidden="true" />
                {label}
              </button>
            ))}
          </div>
          {isAwaited.value && (
            <p
              class="small make-awaits"
              role="status"
            >{t`Click into this panel${ORS_PANE_KEY}, and type.`}</p>
          )}
          {Form && !(moving.value && tool.value === 'move') && (
            <Form
              key={`${now.path.join()} ${target.css} ${tool.value} ${edition}`}
              picked={now}
              made={made}
              target={target}
              add={add}
              save={save}
            />
          )}
        </>
      )}
    </section>
  );
}
