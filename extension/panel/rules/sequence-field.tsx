// The steps of a sequence, each with its own "where", and what else can be asked of them.

import { Trash2 } from 'lucide-preact';
import type { Step } from '../../../shared/schema/condition.ts';
import { t } from '../../../shared/words/t.ts';
import { findItem } from '../draft/find-item.ts';
import { keysOf } from '../draft/keys-of.ts';
import { seenEvents, seenProps } from '../draft/suggestions.ts';
import { sayEventName } from '../kit/say-event.ts';
import { sayPathName } from '../kit/say-test.ts';
import { SpanField } from '../kit/span-field.tsx';
import { Suggested } from '../kit/suggested.tsx';
import { type Fields, fill, type SetFields } from './fields.ts';
import { Where } from './where.tsx';

function StepRow({
  step,
  number,
  put,
  remove,
}: {
  step: Step;
  number: number;
  put(change: (step: Step) => void): void;
  /** undefined: one has to stay */
  remove: (() => void) | undefined;
}) {
  return (
    <li class="make-sentence">
      <span class="row">
        <Suggested
          label={t`Step ${number}`}
          value={step.event}
          list={seenEvents()}
          say={sayEventName}
          set={(value) =>
            put((one) => {
              one.event = value;
            })
          }
        />
        {remove && (
          <button class="icon-button" type="button" aria-label={t`Take out step ${number}`} onClick={remove}>
            <Trash2 size={13} aria-hidden="true" />
          </button>
        )}
      </span>
      <Where node={step} set={put} />
    </li>
  );
}

export function StepsField({ node, set }: { node: Fields; set: SetFields }) {
  const { steps = [] } = node;
  const put = (change: (steps: Step[]) => void) =>
    set((next) => {
      if (next.steps) change(next.steps);
    });
  /** Of the step that is shown there, wherever it stands by now. */
  const putAt = (at: number, change: (all: Step[], place: number) => void) =>
    put((all) => {
      const place = findItem(all, steps, at);
      if (place !== undefined) change(all, place);
    });
  return (
    <ol class="make-steps-list">
      {steps.map((step, at) => (
        <StepRow
          key={at}
          step={step}
          number={at + 1}
          put={(change) =>
            putAt(at, (all, place) => {
              const one = all[place];
              if (one) change(one);
            })
          }
          remove={
            steps.length > 1
              ? () =>
                  putAt(at, (all, place) => {
                    if (all.length > 1) all.splice(place, 1);
                  })
              : undefined
          }
        />
      ))}
      <li>
        <button
          class="button plain"
          type="button"
          onClick={() => put((all) => void all.push({ event: 'page_view' }))}
        >{t`+ then …`}</button>
      </li>
    </ol>
  );
}

/** What a sequence may ask besides; each with what it begins with. */
const MORE = {
  same: { label: t`all with the same`, usual: 'item_id' },
  without: { label: t`and since then never`, usual: { event: 'purchase' } },
  inLast: { label: t`the last step in the last`, usual: '7d' },
  after: { label: t`only after a wait of`, usual: '1h' },
} as const;
type More = keyof typeof MORE;

export function MoreField({ node, set }: { node: Fields; set: SetFields }) {
  const names = keysOf(MORE);
  const put = <Name extends More>(name: Name, value: Fields[Name]) => set((next) => fill(next, name, value));
  const { steps = [] } = node;
  const unused = names.filter((name) => node[name] === undefined);
  return (
    <>
      {names
        .filter((name) => node[name] !== undefined)
        .map((name) => (
          <span key={name} class="make-taken">
            <span class="make-part">
              {MORE[name].label}{' '}
              {name === 'same' ? (
                <Suggested
                  label={t`Property that all steps share`}
                  value={node.same ?? ''}
                  list={seenProps(steps[0]?.event)}
                  say={sayPathName}
                  set={(value) => put('same', value)}
                />
              ) : name === 'without' ? (
                <Suggested
                  label={t`Event that has not happened`}
                  value={node.without?.event ?? ''}
                  list={seenEvents()}
                  say={sayEventName}
                  set={(event) =>
                    set((next) => fill(next, 'without', event ? { ...next.without, event } : undefined))
                  }
                />
              ) : (
                <SpanField
                  label={t`How long, such as 30 days`}
                  value={node[name] ?? ''}
                  set={(value) => put(name, value)}
                />
              )}
            </span>
            <button
              class="icon-button"
              type="button"
              aria-label={t`Take out “${MORE[name].label}”`}
              onClick={() => put(name, undefined)}
            >
              <Trash2 size={13} aria-hidden="true" />
            </button>
          </span>
        ))}
      {unused.length > 0 && (
        <select
          aria-label={t`More about the steps`}
          value=""
          onChange={({ currentTarget }) => {
            const name = unused.find((one) => one === currentTarget.value);
            if (name) put(name, structuredClone(MORE[name].usual));
          }}
        >
          <option value="">{t`+ more about the steps`}</option>
          {unused.map((name) => (
            <option key={name} value={name}>
              {MORE[name].label} …
            </option>
          ))}
        </select>
      )}
    </>
  );
}
