// What to write in a place, by example where the type alone would leave an author guessing.

import { t } from '../words/t.ts';

const TYPES: Record<string, string> = {
  string: t`text in double quotes`,
  number: t`a number`,
  int: t`a whole number`,
  boolean: t`true or false`,
  array: t`a list [ ]`,
  tuple: t`a list [ ]`,
  object: t`an object { }`,
  record: t`an object { }`,
  null: 'null',
};

/** By the name of the field; of a list's items by the list's name and `[]`. */
const EXAMPLES: Record<string, string> = {
  target: '{ "css": "h1" }',
  to: '{ "css": "#aside" }',
  when: '{ "kind": "count", "event": "page_view", "is": { "$gte": 3 } }',
  is: '{ "$gte": 3 }',
  'steps[]': '{ "event": "add_to_cart" }',
  'segments[]': '{ "id": "keen", "name": "Keen", "when": { … } }',
  'variants[]': '{ "id": "a", "name": "A", "segment": "everyone", "changes": [ … ] }',
  'changes[]': '{ "kind": "text", "target": { "css": "h1" }, "value": "Hello" }',
  pages: '[ "/" ] or [ "/shoes/*", "!/shoes/old" ]',
};

/**
 * @param type what zod expects: the name of a type
 * @param path of the value
 * @param found the value itself; what it says is kept where that is possible
 */
export function describeExpected(type: string, path: PropertyKey[], found: unknown): string {
  const last = path.at(-1);
  const name = typeof last === 'number' ? `${String(path.at(-2))}[]` : String(last);
  if (type === 'array' && typeof found === 'string') return t`a list: [ ${JSON.stringify(found)} ]`;
  if (
    (type === 'number' || type === 'int') &&
    typeof found === 'string' &&
    found.trim() &&
    Number.isFinite(Number(found))
  )
    return t`the number without quotes: ${Number(found)}`;
  const example = EXAMPLES[name];
  const plain = TYPES[type] ?? type;
  return example ? t`${plain.replace(/ [[{] [\]}]$/, '')} such as ${example}` : plain;
}
