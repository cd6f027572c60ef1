// One node of a rule, as part of a sentence with blanks; groups nest. All of it works by keyboard: every move is a
// button or a field.

import { useSignal } from '@preact/signals';
import { ArrowDown, ArrowUp, Braces, Trash2 } from 'lucide-preact';
import { Condition } from '../../../shared/schema/condition.ts';
import { CONTEXT_VALUES } from '../../../shared/schema/context-keys.ts';
import { type Blank, GROUPS, isGroup, KINDS } from './condition-kinds.ts';
import { config, moveItem } from './desk.ts';
import { JsonField } from './json-field.tsx';
import { contextKeys, seenEvents, seenProps, seenTopics, seenTraits } from './suggestions.ts';
import { TestField } from './test-field.tsx';

type Fields = Record<string, unknown>;
type Set = (change: (node: Fields) => void) => void;

export const checkCondition = (value: unknown): string[] => {
  const read = Condition.safeParse(value);
  return read.success
    ? []
    : read.error.issues.map(({ path, message }) => `${path.join('.')}${path.length ? ': ' : ''}${message}`);
};

function Suggested({
  label,
  value,
  list,
  set,
}: {
  label: string;
  value: string;
  list: string[];
  set(value: string): void;
}) {
  const id = useSignal(`list-${Math.random().toString(36).slice(2)}`);
  return (
    <>
      <input
        type="text"
        aria-label={label}
        placeholder={label}
        list={id.value}
        value={value}
        onChange={({ currentTarget }) => set(currentTarget.value.trim())}
      />
      <datalist id={id.value}>
        {list.map((one) => (
          <option key={one} value={one} />
        ))}
      </datalist>
    </>
  );
}

/** The fields that the blanks show; what a rule says beyond them is shown as it is. */
const SHOWN = new Set(
  'kind event of where is within between during key id topic share rank steps weights halfLife recency frequency monetary'.split(
    ' ',
  ),
);
const WINDOWS = [
  ['', 'as far as is remembered'],
  ['visit', 'in this visit'],
  ['1d', 'in the last day'],
  ['7d', 'in the last 7 days'],
  ['14d', 'in the last 14 days'],
  ['30d', 'in the last 30 days'],
  ['90d', 'in the last 90 days'],
  ['365d', 'in the last 365 days'],
] as const;

function Window({ node, set }: { node: Fields; set: Set }) {
  if (Array.isArray(node.between)) return <span class="small">between {node.between.join(' and ')} ago</span>;
  const value = node.during === 'visit' ? 'visit' : String(node.within ?? '');
  return (
    <select
      aria-label="In which time"
      value={value}
      onChange={({ currentTarget }) =>
        set((next) => {
          delete next.within;
          delete next.during;
          if (currentTarget.value === 'visit') next.during = 'visit';
          else if (currentTarget.value) next.within = currentTarget.value;
        })
      }
    >
      {!WINDOWS.some(([one]) => one === value) && <option value={value}>in the last {value}</option>}
      {WINDOWS.map(([one, label]) => (
        <option key={one} value={one}>
          {label}
        </option>
      ))}
    </select>
  );
}

function Where({ node, set }: { node: Fields; set: Set }) {
  const where = (node.where ?? {}) as Fields;
  const props = seenProps(typeof node.event === 'string' ? node.event : undefined);
  const put = (change: (next: Fields) => void) =>
    set((next) => {
      const copy = { ...((next.where ?? {}) as Fields) };
      change(copy);
      if (Object.keys(copy).length) next.where = copy;
      else delete next.where;
    });
  return (
    <>
      {Object.entries(where).map(([prop, is]) => (
        <span key={prop} class="make-part">
          where{' '}
          <Suggested
            label="Property"
            value={prop}
            list={props}
            set={(name) =>
              put((next) => {
                delete next[prop];
                if (name) next[name] = is;
              })
            }
          />
          <TestField
            is={is}
            kind="value"
            set={(value) =>
              put((next) => {
                next[prop] = value;
              })
            }
          />
          <button
            class="icon-button"
            type="button"
            aria-label={`Take out where ${prop}`}
            onClick={() =>
              put((next) => {
                delete next[prop];
              })
            }
          >
            <Trash2 size={13} aria-hidden="true" />
          </button>
        </span>
      ))}
      <button
        class="button plain"
        type="button"
        onClick={() =>
          put((next) => {
            next[props.find((one) => !(one in next)) ?? 'item_category'] = '';
          })
        }
      >
        + where …
      </button>
    </>
  );
}

function BlankField({ blank, node, set }: { blank: Blank; node: Fields; set: Set }) {
  const put = (name: string) => (value: unknown) =>
    set((next) => {
      if (value === '' || value === undefined) delete next[name];
      else next[name] = value;
    });
  switch (blank) {
    case 'event':
    case 'anyEvent':
      return (
        <Suggested
          label={blank === 'event' ? 'Event' : 'any event'}
          value={String(node.event ?? '')}
          list={seenEvents()}
          set={put('event')}
        />
      );
    case 'of':
      return (
        <Suggested
          label="Property"
          value={String(node.of ?? '')}
          list={seenProps(String(node.event ?? ''))}
          set={put('of')}
        />
      );
    case 'where':
      return <Where node={node} set={set} />;
    case 'number':
    case 'span':
      return <TestField is={node.is} kind={blank} set={put('is')} />;
    case 'value':
      return (
        <TestField
          is={node.is}
          kind="value"
          options={node.kind === 'context' ? [...(CONTEXT_VALUES[String(node.key)] ?? [])] : []}
          set={put('is')}
        />
      );
    case 'window':
      return <Window node={node} set={set} />;
    case 'within':
      return (
        <label class="make-part">
          within{' '}
          <input
            type="text"
            class="short"
            value={String(node.within ?? '')}
            onChange={({ currentTarget }) => put('within')(currentTarget.value.trim())}
          />
        </label>
      );
    case 'contextKey':
      return <Suggested label="Fact" value={String(node.key ?? '')} list={contextKeys()} set={put('key')} />;
    case 'traitKey':
      return <Suggested label="Trait" value={String(node.key ?? '')} list={seenTraits()} set={put('key')} />;
    case 'topic':
      return (
        <Suggested label="Topic" value={String(node.topic ?? '')} list={seenTopics()} set={put('topic')} />
      );
    case 'share':
      return node.share === undefined ? (
        <span class="make-part">
          rank <TestField is={node.rank} kind="number" set={put('rank')} />
        </span>
      ) : (
        <span class="make-part">
          share (0 to 1) <TestField is={node.share} kind="number" set={put('share')} />
        </span>
      );
    case 'segment':
      return (
        <select
          aria-label="Segment"
          value={String(node.id ?? '')}
          onChange={({ currentTarget }) => put('id')(currentTarget.value)}
        >
          <option value="">choose one</option>
          {(config.value?.segments ?? []).map(({ id, name }) => (
            <option key={id} value={id}>
              {name || id}
            </option>
          ))}
        </select>
      );
    case 'steps':
      return <Steps node={node} set={set} />;
  }
}

function Steps({ node, set }: { node: Fields; set: Set }) {
  const steps = (node.steps ?? []) as { event: string }[];
  const put = (change: (steps: { event: string }[]) => void) =>
    set((next) => {
      change(next.steps as { event: string }[]);
    });
  return (
    <ol class="make-steps-list">
      {steps.map(({ event }, at) => (
        <li key={at} class="row">
          <Suggested
            label={`Step ${at + 1}`}
            value={event}
            list={seenEvents()}
            set={(value) =>
              put((all) => {
                const one = all[at];
                if (one) one.event = value;
              })
            }
          />
          {steps.length > 1 && (
            <button
              class="icon-button"
              type="button"
              aria-label={`Take out step ${at + 1}`}
              onClick={() => put((all) => void all.splice(at, 1))}
            >
              <Trash2 size={13} aria-hidden="true" />
            </button>
          )}
        </li>
      ))}
      <li>
        <button
          class="button plain"
          type="button"
          onClick={() => put((all) => void all.push({ event: 'page_view' }))}
        >
          + then …
        </button>
      </li>
    </ol>
  );
}

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
  const setFields: Set = (change) => set((next) => change(next as unknown as Fields));
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
