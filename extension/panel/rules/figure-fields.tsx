// The blanks of the rarer figures: points per event, value classes, and how strong an interest is.

import { Trash2 } from 'lucide-preact';
import { t } from '../../../shared/words/t.ts';
import { seenEvents } from '../draft/suggestions.ts';
import { Entry } from '../kit/entry.tsx';
import { sayEventName } from '../kit/say-event.ts';
import { Suggested } from '../kit/suggested.tsx';
import type { Fields, SetFields } from './fields.ts';
import { Needed } from './left-empty.tsx';
import { TestField } from './test-field.tsx';

type Weight = [event: string, points: number];

function WeightRow({
  event,
  points,
  put,
  remove,
}: {
  event: string;
  points: number;
  put(act: (now: Weight) => Weight): void;
  /** undefined: one has to stay */
  remove: (() => void) | undefined;
}) {
  return (
    <span class="make-part">
      <Suggested
        label={t`Event`}
        value={event}
        list={seenEvents()}
        say={sayEventName}
        set={(name) => put(([, now]) => [name, now])}
      />
      <Needed
        text={String(points)}
        said={String(points)}
        keep={(typed) => put(([name]) => [name, Number(typed)])}
        field={(own) => (
          <Entry
            type="number"
            step="any"
            class="short"
            aria-label={t`Points for ${sayEventName(event)}`}
            {...own}
          />
        )}
      />
      {remove && (
        <button
          class="icon-button"
          type="button"
          aria-label={t`Take out ${sayEventName(event)}`}
          onClick={remove}
        >
          <Trash2 size={13} aria-hidden="true" />
        </button>
      )}
    </span>
  );
}

export function WeightsField({ node, set }: { node: Fields; set: SetFields }) {
  const weights = Object.entries(node.weights ?? {});
  const put = (act: (now: Weight[]) => Weight[]) =>
    set((next) => {
      next.weights = Object.fromEntries(act(Object.entries(next.weights ?? {})).filter(([event]) => event));
    });
  const free = seenEvents().find((event) => !weights.some(([one]) => one === event));
  return (
    <>
      {weights.map(([event, points], at) => (
        <WeightRow
          key={event}
          event={event}
          points={points}
          put={(act) => put((now) => now.map((one, i) => (i === at ? act(one) : one)))}
          remove={weights.length > 1 ? () => put((now) => now.filter((_one, i) => i !== at)) : undefined}
        />
      ))}
      {free && (
        <button
          class="button plain"
          type="button"
          onClick={() => put((now) => [...now, [free, 1]])}
        >{t`+ points for another event`}</button>
      )}
    </>
  );
}

const CLASSES = [
  ['recency', t`ordered lately`],
  ['frequency', t`orders often`],
  ['monetary', t`spends much`],
] as const;

interface ClassProps {
  name: (typeof CLASSES)[number][0];
  label: string;
  /** one of them has to stay */
  isLast: boolean;
  node: Fields;
  set: SetFields;
}

function ClassField({ name, label, isLast, node, set }: ClassProps) {
  const isOn = node[name] !== undefined;
  return (
    <span class="make-classes">
      <label class="make-part">
        <input
          type="checkbox"
          checked={isOn}
          disabled={isLast}
          onChange={() =>
            set((next) => {
              if (isOn) delete next[name];
              else next[name] = { $gte: 4 };
            })
          }
        />
        {label}
      </label>
      {isOn && (
        <TestField
          is={node[name]}
          kind="whole"
          change={(act) =>
            set((next) => {
              next[name] = act(next[name]);
            })
          }
        />
      )}
    </span>
  );
}

export function ClassesField({ node, set }: { node: Fields; set: SetFields }) {
  const on = CLASSES.filter(([name]) => node[name] !== undefined);
  return (
    <>
      {CLASSES.map((one) => (
        <ClassField
          key={one[0]}
          name={one[0]}
          label={one[1]}
          isLast={on.length === 1 && on[0] === one}
          node={node}
          set={set}
        />
      ))}
      <p class="tiny soft">{t`Classes from 1 to 5; 5 is best. The site’s edges are set in the config under rfm.`}</p>
    </>
  );
}

const STRENGTHS = {
  share: { label: t`share of all interest (0 to 1)`, usual: { $gte: 0.3 } },
  rank: { label: t`rank (1 is the strongest)`, usual: 1 },
} as const;

export function StrengthField({ node, set }: { node: Fields; set: SetFields }) {
  const by = node.share === undefined ? 'rank' : 'share';
  return (
    <>
      <select
        aria-label={t`Measured by`}
        value={by}
        onChange={({ currentTarget }) => {
          const to = currentTarget.value === 'rank' ? 'rank' : 'share';
          set((next) => {
            delete next.share;
            delete next.rank;
            next[to] = STRENGTHS[to].usual;
          });
        }}
      >
        {Object.entries(STRENGTHS).map(([name, { label }]) => (
          <option key={name} value={name}>
            {label}
          </option>
        ))}
      </select>
      <TestField
        is={node[by]}
        kind={by === 'rank' ? 'whole' : 'number'}
        change={(act) =>
          set((next) => {
            next[by] = act(next[by]);
          })
        }
      />
    </>
  );
}
