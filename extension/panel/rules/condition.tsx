// One node of a rule, as part of a sentence with blanks; groups nest. All of it works by keyboard: every move is a
// button or a field. By pointer, a condition is dragged to where it belongs.

import { type Signal, signal, useSignal } from '@preact/signals';
import { ArrowDown, ArrowUp, Braces, Trash2 } from 'lucide-preact';
import { createContext } from 'preact';
import { useContext, useEffect, useRef } from 'preact/hooks';
import type { Condition } from '../../../shared/schema/condition.ts';
import { t } from '../../../shared/words/t.ts';
import { config } from '../draft/desk.ts';
import { findItem } from '../draft/find-item.ts';
import { keysOf } from '../draft/keys-of.ts';
import { Grip, useDrag } from '../kit/drag.tsx';
import { BlankField } from './blank-field.tsx';
import { checkCondition } from './check-condition.ts';
import { GROUPS, isGroup, KINDS } from './condition-kinds.ts';
import { JsonField } from './json-field.tsx';

/** What a node asks of the whole rule. */
export interface Rule {
  move(from: number[], to: number[]): void;
  /** whether there is a place one step earlier or later */
  canStep(path: number[], by: 1 | -1): boolean;
  step(path: number[], by: 1 | -1): void;
  /** the condition that a button has just moved, and which button: the keyboard stays with it */
  moved: Signal<{ path: number[]; by: 1 | -1 } | undefined>;
}
export const RuleContext = createContext<Rule>({
  move() {},
  canStep: () => false,
  step() {},
  moved: signal(undefined),
});

export interface NodeProps {
  node: Condition;
  path: number[];
  set(change: (node: Condition) => void): void;
  /** @param make of the condition as it is stored by now */
  replace(make: (now: Condition) => Condition): void;
  remove?: () => void;
}

function Steps({ path }: { path: number[] }) {
  const rule = useContext(RuleContext);
  const buttons = { [-1]: useRef<HTMLButtonElement>(null), 1: useRef<HTMLButtonElement>(null) };
  const moved = rule.moved.value;
  useEffect(() => {
    if (moved?.path.join() !== path.join()) return;
    rule.moved.value = undefined;
    const wanted = buttons[moved.by].current;
    (wanted?.disabled ? buttons[moved.by === 1 ? -1 : 1].current : wanted)?.focus();
  }, [moved]);
  return (
    <>
      <button
        class="icon-button"
        type="button"
        ref={buttons[-1]}
        aria-label={t`Earlier`}
        disabled={!rule.canStep(path, -1)}
        onClick={() => rule.step(path, -1)}
      >
        <ArrowUp size={13} aria-hidden="true" />
      </button>
      <button
        class="icon-button"
        type="button"
        ref={buttons[1]}
        aria-label={t`Later`}
        disabled={!rule.canStep(path, 1)}
        onClick={() => rule.step(path, 1)}
      >
        <ArrowDown size={13} aria-hidden="true" />
      </button>
    </>
  );
}

export function ConditionNode({ node, path, set, replace, remove }: NodeProps) {
  const isJson = useSignal(false);
  const rule = useContext(RuleContext);
  const { label, blanks } = KINDS[node.kind];
  const group = isGroup(node);
  const isExpert = isJson.value && !group;
  const { item, handle } = useDrag<HTMLFieldSetElement>(
    { list: 'conditions', path, isGroup: group, drop: rule.move },
    group ? node.of.length : 0,
  );
  return (
    <fieldset ref={item} class={`make-node ${group ? 'group' : ''}`}>
      <legend class="unseen">{label}</legend>
      <div class="row make-node-head">
        {path.length > 0 && <Grip handle={handle} />}
        <select
          class="grow"
          aria-label={t`Condition`}
          value={node.kind}
          onChange={({ currentTarget }) => {
            const kind = currentTarget.value as Condition['kind'];
            const made = KINDS[kind].make();
            // a group keeps what is in it
            replace((now) => (isGroup(made) && isGroup(now) ? { ...made, of: now.of } : made));
          }}
        >
          {keysOf(GROUPS).map((one) => (
            <optgroup key={one} label={GROUPS[one]}>
              {Object.entries(KINDS)
                // what the site has learned nothing for is offered to nobody, and kept where it stands
                .filter(
                  ([name, { group, needs }]) =>
                    group === one && (!needs || config.value?.[needs] || name === node.kind),
                )
                .map(([kind, { label: words }]) => (
                  <option key={kind} value={kind}>
                    {words}
                  </option>
                ))}
            </optgroup>
          ))}
        </select>
        {path.length > 0 && <Steps path={path} />}
        {!group && (
          <button
            class="icon-button"
            type="button"
            aria-label={t`As JSON`}
            aria-pressed={isJson.value}
            onClick={() => {
              isJson.value = !isJson.value;
            }}
          >
            <Braces size={13} aria-hidden="true" />
          </button>
        )}
        {remove && (
          <button class="icon-button" type="button" aria-label={t`Take out this condition`} onClick={remove}>
            <Trash2 size={13} aria-hidden="true" />
          </button>
        )}
      </div>
      {isExpert ? (
        <JsonField
          key={node.kind}
          label={t`Condition as JSON`}
          value={node}
          check={checkCondition}
          set={(value) => replace(() => value as Condition)}
        />
      ) : (
        <div class="make-sentence">
          {blanks.map((blank) => (
            <BlankField key={blank} blank={blank} node={node} set={set} />
          ))}
        </div>
      )}
      {group && <Group node={node} path={path} set={set} />}
    </fieldset>
  );
}

function AddRow({ add }: { add(made: Condition): void }) {
  return (
    <div class="row">
      <button
        class="button plain"
        type="button"
        onClick={() => add(KINDS.count.make())}
      >{t`+ condition`}</button>
      <button
        class="button plain"
        type="button"
        onClick={() => add({ kind: 'any', of: [KINDS.count.make()] })}
      >{t`+ group`}</button>
    </div>
  );
}

function Group({
  node,
  path,
  set,
}: {
  node: Extract<Condition, { kind: 'all' | 'any' | 'none' }>;
  path: number[];
  set: NodeProps['set'];
}) {
  const change = (act: (of: Condition[]) => void) =>
    set((next) => {
      if (isGroup(next)) act(next.of);
    });
  /** Of the one that is shown there, wherever it stands by now. */
  const changeAt = (at: number, act: (of: Condition[], place: number) => void) =>
    change((of) => {
      const place = findItem(of, node.of, at);
      if (place !== undefined) act(of, place);
    });
  return (
    <>
      {node.of.map((child, at) => (
        <ConditionNode
          key={`${at} ${child.kind}`}
          node={child}
          path={[...path, at]}
          set={(act) =>
            changeAt(at, (of, place) => {
              const one = of[place];
              if (one) act(one);
            })
          }
          replace={(make) =>
            changeAt(at, (of, place) => {
              const one = of[place];
              if (one) of[place] = make(one);
            })
          }
          remove={() => changeAt(at, (of, place) => void of.splice(place, 1))}
        />
      ))}
      <AddRow add={(made) => change((of) => void of.push(made))} />
    </>
  );
}
