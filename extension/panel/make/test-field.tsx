// The test of a condition: "at least 3", "is tents", "longer than 30d". What is more than one operator is shown as
// JSON and edited there.

import { useSignal } from '@preact/signals';

const OPERATORS = {
  number: [
    ['$gte', 'at least'],
    ['$lte', 'at most'],
    ['$eq', 'exactly'],
    ['$gt', 'more than'],
    ['$lt', 'less than'],
  ],
  span: [
    ['$gt', 'longer than'],
    ['$gte', 'at least'],
    ['$lt', 'less than'],
    ['$lte', 'at most'],
  ],
  value: [
    ['$eq', 'is'],
    ['$ne', 'is not'],
    ['$contains', 'contains'],
    ['$startsWith', 'begins with'],
    ['$gte', 'at least'],
    ['$lte', 'at most'],
    ['$in', 'is one of'],
    ['$exists', 'is known'],
  ],
} as const;

/** One operator and its value; undefined where there is more to it. */
function read(is: unknown): [string, unknown] | undefined {
  if (typeof is !== 'object' || is === null) return ['$eq', is];
  const entries = Object.entries(is);
  const [first] = entries;
  return entries.length === 1 && first && (typeof first[1] !== 'object' || Array.isArray(first[1]))
    ? first
    : undefined;
}
const toValue = (text: string, kind: keyof typeof OPERATORS): unknown => {
  if (kind === 'span') return text;
  if (kind === 'number') return Number(text);
  if (text === 'true') return true;
  if (text === 'false') return false;
  return text !== '' && Number.isFinite(Number(text)) ? Number(text) : text;
};

export function TestField({
  is,
  kind,
  options = [],
  set,
}: {
  is: unknown;
  kind: keyof typeof OPERATORS;
  options?: string[];
  set(is: unknown): void;
}) {
  const id = useSignal(`options-${Math.random().toString(36).slice(2)}`);
  const parts = read(is);
  if (!parts) return <code class="tiny">{JSON.stringify(is)}</code>;
  const [operator, value] = parts;
  const write = (next: string, text: string) => {
    if (next === '$exists') set({ $exists: true });
    else if (next === '$in') set({ $in: text.split(',').map((one) => toValue(one.trim(), kind)) });
    else set(next === '$eq' && kind !== 'span' ? toValue(text, kind) : { [next]: toValue(text, kind) });
  };
  const text = Array.isArray(value) ? value.join(', ') : String(value ?? '');
  return (
    <span class="make-test">
      <select
        aria-label="Compared how"
        value={operator}
        onChange={({ currentTarget }) => write(currentTarget.value, text)}
      >
        {OPERATORS[kind].map(([name, label]) => (
          <option key={name} value={name}>
            {label}
          </option>
        ))}
      </select>
      {operator !== '$exists' && (
        <input
          type={kind === 'number' ? 'number' : 'text'}
          step="any"
          aria-label={kind === 'span' ? 'How long, such as 30d' : 'Value'}
          list={options.length ? id.value : undefined}
          value={text}
          onChange={({ currentTarget }) => write(operator, currentTarget.value)}
        />
      )}
      {options.length > 0 && (
        <datalist id={id.value}>
          {options.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      )}
    </span>
  );
}
