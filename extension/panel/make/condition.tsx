// One node of a rule, as part of a sentence with blanks; groups nest. All of it works by keyboard: every move is a
// button or a field.

import { useSignal } from '@preact/signals';
import { ArrowDown, ArrowUp, Braces, Trash2 } from 'lucide-preact';
import type { Condition } from '../../../shared/schema/condition.ts';
import { BlankField, type Fields, type Set as Put } from './blank-field.tsx';
import { checkCondition } from './check-condition.ts';
import { GROUPS, isGroup, KINDS } from './condition-kinds.ts';
import { moveItem } from './desk.ts';
import { JsonField } from './json-field.tsx';

/** The fields that the blanks show; what a rule says beyond them is shown as it is. */
const SHOWN = new Set(
  'kind event of where is within between during key id topic share rank steps weights halfLife recency frequency monetary'.split(
    ' ',
  ),
);

export interface NodeProps {
  node: Condition;
  set(change: (node: Condition) => void): void;
  replace(node: Condition): void;
  remove?: () => void;
  move?: (by: 1 | -1) => void;
  place?: { at: number; count: number };
}

export function ConditionNode({ node, set, replace, remove, move, place }: NodeProps) {
  const isJson = useSignal(false);
  const { label, blanks } = KINDS[node.kind];
  const more = Object.entries(node).filter(([key]) => !SHOWN.has(key));
  const group = isGroup(node);
  const isExpert = isJson.value || (!group && blanks.length === 0);
  const setFields: Put = (change) => set((next) => change(next as unknown as Fields));
  return (
    <fieldset class={`make-node ${group ? 'group' : ''}`}>
      <legend class="unseen">{label}</legend>
      <div class="row make-node-head">
        <select
          class="grow"
          aria-label="Condition"
          value={node.kind}
          onChange={({ currentTarget }) => {
            const kind = currentTarget.value as Condition['kind'];
            const made = KINDS[kind].make();
            // a group keeps what is in it
            replace(isGroup(made) && group ? { ...made, of: node.of } : made);
          }}
        >
          {GROUPS.map((one) => (
            <optgroup key={one} label={one}>
              {Object.entries(KINDS)
                .filter(([, kind]) => kind.group === one)
                .map(([kind, { label: words }]) => (
                  <option key={kind} value={kind}>
                    {words}
                  </option>
                ))}
            </optgroup>
          ))}
        </select>
        {place && place.count > 1 && move && (
          <>
            <button
              class="icon-button"
              type="button"
              aria-label="Earlier"
              disabled={place.at === 0}
              onClick={() => move(-1)}
            >
              <ArrowUp size={13} aria-hidden="true" />
            </button>
            <button
              class="icon-button"
              type="button"
              aria-label="Later"
              disabled={place.at === place.count - 1}
              onClick={() => move(1)}
            >
              <ArrowDown size={13} aria-hidden="true" />
            </button>
          </>
        )}
        {!group && blanks.length > 0 && (
          <button
            class="icon-button"
            type="button"
            aria-label="As JSON"
            aria-pressed={isJson.value}
            onClick={() => {
              isJson.value = !isJson.value;
            }}
          >
            <Braces size={13} aria-hidden="true" />
          </button>
        )}
        {remove && (
          <button class="icon-button" type="button" aria-label="Take out this condition" onClick={remove}>
            <Trash2 size={13} aria-hidden="true" />
          </button>
        )}
      </div>
      {isExpert && !group ? (
        <JsonField
          key={node.kind}
          label="Condition as JSON"
          value={node}
          check={checkCondition}
          set={(value) => replace(value as Condition)}
        />
      ) : (
        <div class="make-sentence">
          {blanks.map((blank) => (
            <BlankField key={blank} blank={blank} node={node as unknown as Fields} set={setFields} />
          ))}
          {!group && more.length > 0 && (
            <p class="tiny soft">
              And also: {more.map(([key, value]) => `${key} ${JSON.stringify(value)}`).join(', ')}. Change
              that as JSON.
            </p>
          )}
        </div>
      )}
      {group && <Group node={node} set={set} />}
    </fieldset>
  );
}

function Group({
  node,
  set,
}: {
  node: Extract<Condition, { kind: 'all' | 'any' | 'none' }>;
  set: NodeProps['set'];
}) {
  const change = (act: (of: Condition[]) => void) =>
    set((next) => {
      if (isGroup(next)) act(next.of);
    });
  return (
    <>
      {node.of.map((child, at) => (
        <ConditionNode
          key={`${at} ${child.kind}`}
          node={child}
          place={{ at, count: node.of.length }}
          set={(act) =>
            change((of) => {
              const one = of[at];
              if (one) act(one);
            })
          }
          replace={(made) =>
            change((of) => {
              of[at] = made;
            })
          }
          remove={() => change((of) => void of.splice(at, 1))}
          move={(by) => change((of) => moveItem(of, at, at + by))}
        />
      ))}
      <div class="row">
        <button
          class="button plain"
          type="button"
          onClick={() => change((of) => void of.push(KINDS.count.make()))}
        >
          + condition
        </button>
        <button
          class="button plain"
          type="button"
          onClick={() => change((of) => void of.push({ kind: 'any', of: [KINDS.count.make()] }))}
        >
          + group
        </button>
      </div>
    </>
  );
}
