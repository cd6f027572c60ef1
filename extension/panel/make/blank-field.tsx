// The blanks in the sentence of a condition: event, property, test, window, and what else a kind asks for.

import { Trash2 } from 'lucide-preact';
import { CONTEXT_VALUES } from '../../../shared/schema/context-keys.ts';
import type { Blank } from './condition-kinds.ts';
import { config } from './desk.ts';
import { Suggested } from './suggested.tsx';
import { contextKeys, seenEvents, seenProps, seenTopics, seenTraits } from './suggestions.ts';
import { TestField } from './test-field.tsx';
import { Where } from './where.tsx';

export type Fields = Record<string, unknown>;

export type Set = (change: (node: Fields) => void) => void;

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

export function BlankField({ blank, node, set }: { blank: Blank; node: Fields; set: Set }) {
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
