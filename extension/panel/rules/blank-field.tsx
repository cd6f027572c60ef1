// The blanks in the sentence of a condition: event, property, test, window, and what else a kind asks for.

import { findFactType } from '../../../shared/schema/context-keys.ts';
import { t } from '../../../shared/words/t.ts';
import { config } from '../draft/desk.ts';
import {
  contextKeys,
  seenEvents,
  seenFacts,
  seenProps,
  seenTopics,
  seenTraits,
  seenTraitValues,
  seenValues,
  type Value,
} from '../draft/suggestions.ts';
import { sayEventName } from '../kit/say-event.ts';
import { sayFactName } from '../kit/say-finding.ts';
import { sayMade } from '../kit/say-made.ts';
import { sayPathName } from '../kit/say-test.ts';
import { SpanField } from '../kit/span-field.tsx';
import { Suggested } from '../kit/suggested.tsx';
import type { ChangeTest } from './compare.ts';
import type { Blank } from './condition-kinds.ts';
import { type Fields, fill, type SetFields } from './fields.ts';
import { ClassesField, StrengthField, WeightsField } from './figure-fields.tsx';
import { ModelField, PersonaField, WorthField } from './learned-fields.tsx';
import { findOverTheEnd } from './over-the-end.ts';
import { MoreField, StepsField } from './sequence-field.tsx';
import { TestField } from './test-field.tsx';
import { Where } from './where.tsx';
import { WindowField } from './window-field.tsx';

/** What the value of this node has been seen to be. */
function findOptions({ kind, key, event, of }: Fields): Value[] {
  if (kind === 'context') return seenFacts(key ?? '');
  if (kind === 'trait') return seenTraitValues(key ?? '');
  return seenValues(event, typeof of === 'string' ? of : '');
}

/** Whether it asks for a fact that is text, or a list of texts: "2024" is none of the numbers then. */
function isOfText({ kind, key = '' }: Fields): boolean {
  const type = kind === 'context' ? findFactType(key) : undefined;
  return type === 'text' || type === 'list';
}

const LENGTHS = {
  within: { field: 'within', word: t`within` },
  ahead: { field: 'within', word: t`in the coming` },
  halfLife: { field: 'halfLife', word: t`halved every` },
} as const;

function LengthField({ blank, node, set }: { blank: keyof typeof LENGTHS; node: Fields; set: SetFields }) {
  const { field, word } = LENGTHS[blank];
  return (
    <span class="make-part">
      {word}{' '}
      <SpanField
        label={t`How long, such as 30 days`}
        value={node[field] ?? ''}
        set={(value) => set((next) => fill(next, field, value))}
      />
    </span>
  );
}

export function BlankField({ blank, node, set }: { blank: Blank; node: Fields; set: SetFields }) {
  const put =
    <Key extends keyof Fields>(key: Key) =>
    (value: Fields[Key]) =>
      set((next) => fill(next, key, value));
  const change: ChangeTest = (act) => set((next) => fill(next, 'is', act(next.is)));
  switch (blank) {
    case 'event':
    case 'anyEvent':
      return (
        <Suggested
          label={blank === 'event' ? t`Event` : t`any event`}
          value={node.event ?? ''}
          list={seenEvents()}
          say={sayEventName}
          set={put('event')}
        />
      );
    case 'of':
      return (
        <Suggested
          label={t`Property`}
          value={typeof node.of === 'string' ? node.of : ''}
          list={seenProps(node.event ?? '')}
          say={sayPathName}
          set={put('of')}
        />
      );
    case 'where':
      return <Where node={node} set={set} />;
    case 'number':
    case 'whole':
    case 'chance':
    case 'span':
      return <TestField is={node.is} kind={blank} change={change} />;
    case 'value':
      return (
        <TestField
          is={node.is}
          kind="value"
          options={findOptions(node)}
          isText={isOfText(node)}
          around={findOverTheEnd(node, set)}
          change={change}
        />
      );
    case 'window':
      return <WindowField node={node} set={set} />;
    case 'within':
    case 'ahead':
    case 'halfLife':
      return <LengthField blank={blank} node={node} set={set} />;
    case 'weights':
      return <WeightsField node={node} set={set} />;
    case 'classes':
      return <ClassesField node={node} set={set} />;
    case 'strength':
      return <StrengthField node={node} set={set} />;
    case 'contextKey':
      return (
        <Suggested
          label={t`Fact`}
          value={node.key ?? ''}
          list={contextKeys()}
          say={sayFactName}
          set={put('key')}
        />
      );
    case 'traitKey':
      return <Suggested label={t`Trait`} value={node.key ?? ''} list={seenTraits()} set={put('key')} />;
    case 'topic':
      return <Suggested label={t`Topic`} value={node.topic ?? ''} list={seenTopics()} set={put('topic')} />;
    case 'segment':
      return (
        <select
          aria-label={t`Segment`}
          value={node.id ?? ''}
          onChange={({ currentTarget }) => put('id')(currentTarget.value)}
        >
          <option value="">{t`choose one`}</option>
          {(config.value?.segments ?? []).map(({ id, name }) => (
            <option key={id} value={id}>
              {sayMade(name) || id}
            </option>
          ))}
        </select>
      );
    case 'persona':
      return <PersonaField node={node} set={set} />;
    case 'model':
      return <ModelField node={node} set={set} />;
    case 'worth':
      return <WorthField node={node} set={set} />;
    case 'steps':
      return <StepsField node={node} set={set} />;
    case 'more':
      return <MoreField node={node} set={set} />;
  }
}
