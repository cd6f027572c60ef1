// The test of a condition: "at least 3", "is tents", "longer than 30d". What is more than one operator is shown as
// JSON and edited there.

import { useId } from 'preact/hooks';
import type { Predicate } from '../../../shared/schema/predicate.ts';
import { t } from '../../../shared/words/t.ts';
import type { Value } from '../draft/suggestions.ts';
import { Entry } from '../kit/entry.tsx';
import { SpanField } from '../kit/span-field.tsx';
import { fromPerCent, toPerCent } from './per-cent.ts';

const OF_NUMBERS = [
  ['$gte', t`at least`],
  ['$lte', t`at most`],
  ['$eq', t`exactly`],
  ['$gt', t`more than`],
  ['$lt', t`less than`],
  ['$ne', t`anything but`],
] as const;

const OPERATORS = {
  number: OF_NUMBERS,
  /** shown in per cent */
  chance: OF_NUMBERS,
  span: [
    ['$gt', t`longer than`],
    ['$gte', t`at least`],
    ['$lt', t`less than`],
    ['$lte', t`at most`],
  ],
  value: [
    ['$eq', t`is`],
    ['$ne', t`is not`],
    ['$in', t`is one of`],
    ['$nin', t`is none of`],
    ['$contains', t`contains`],
    ['$startsWith', t`begins with`],
    ['$endsWith', t`ends with`],
    ['$gte', t`at least`],
    ['$lte', t`at most`],
    ['$gt', t`more than`],
    ['$lt', t`less than`],
    ['known', t`is known`],
    ['missing', t`is not known`],
  ],
} as const;

/** Their value is text, even where it reads as a number. */
const OF_TEXT = ['$contains', '$startsWith', '$endsWith'];

type Kind = keyof typeof OPERATORS;

/** One operator and its value; undefined where there is more to it. */
function read(is: unknown, kind: Kind): [operator: string, value: unknown] | undefined {
  if (typeof is !== 'object' || is === null) return ['$eq', is];
  const [first, ...more] = Object.entries(is);
  if (!first || more.length > 0 || Array.isArray(is)) return undefined;
  const [operator, value] = first;
  if (operator === '$exists') return [value === false ? 'missing' : 'known', ''];
  const isKnown = OPERATORS[kind].some(([name]) => name === operator);
  return isKnown && (typeof value !== 'object' || Array.isArray(value)) ? first : undefined;
}

/** @param seen values of this kind: what was seen as text stays text, even where it reads as a number */
function toValue(text: string, kind: Kind, seen: readonly Value[], isText: boolean): Value {
  if (kind === 'span' || isText) return text;
  if (kind === 'number') return Number(text);
  if (kind === 'chance') return fromPerCent(Number(text));
  const same = seen.find((one) => String(one) === text);
  if (same !== undefined) return same;
  if (text === 'true') return true;
  if (text === 'false') return false;
  return text !== '' && Number.isFinite(Number(text)) ? Number(text) : text;
}

const asShown = (value: unknown, kind: Kind): string =>
  String((kind === 'chance' && typeof value === 'number' ? toPerCent(value) : value) ?? '');

export function TestField({
  is,
  kind,
  options = [],
  isText = false,
  set,
}: {
  is: unknown;
  kind: Kind;
  options?: Value[];
  /** always text: "2024" is no number */
  isText?: boolean;
  set(is: Predicate): void;
}) {
  const id = useId();
  const parts = read(is, kind);
  if (!parts) return <code class="tiny">{JSON.stringify(is)}</code>;
  const [operator, value] = parts;
  const convert = (text: string, asText = false) => toValue(text, kind, options, isText || asText);
  const write = (next: string, text: string) => {
    if (next === 'known' || next === 'missing') set({ $exists: next === 'known' });
    else if (next === '$in' || next === '$nin') {
      const list = text.split(',').map((one) => one.trim());
      set({ [next]: list.filter(Boolean).map((one) => convert(one)) });
    } else if (OF_TEXT.includes(next)) set({ [next]: convert(text, true) });
    else set(next === '$eq' && kind !== 'span' ? convert(text) : { [next]: convert(text) });
  };
  const text = Array.isArray(value) ? value.join(', ') : asShown(value, kind);
  const hasValue = operator !== 'known' && operator !== 'missing';
  return (
    <span class="make-test">
      <select
        aria-label={t`Compared how`}
        value={operator}
        onChange={({ currentTarget }) => write(currentTarget.value, text)}
      >
        {OPERATORS[kind].map(([name, label]) => (
          <option key={name} value={name}>
            {label}
          </option>
        ))}
      </select>
      {kind === 'span' ? (
        <SpanField
          label={t`How long, such as 30 days`}
          value={text}
          set={(span) => write(operator, span)}
          isShort={false}
        />
      ) : hasValue ? (
        <Entry
          type={kind === 'number' || kind === 'chance' ? 'number' : 'text'}
          step="any"
          aria-label={kind === 'chance' ? t`Chance in %` : t`Value`}
          list={options.length ? id : undefined}
          value={text}
          keep={(typed) => write(operator, typed)}
        />
      ) : null}
      {kind === 'chance' && <span>%</span>}
      {options.length > 0 && (
        <datalist id={id}>
          {options.map((one) => (
            <option key={String(one)} value={String(one)} />
          ))}
        </datalist>
      )}
    </span>
  );
}
