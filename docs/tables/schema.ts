// Tables of what may be written in a config, read off the JSON Schema: its descriptions are the only words.

import { jsonSchema } from '../../shared/schema/json-schema.ts';
import { code, table } from './markdown.ts';

/** As much of a JSON Schema as a config's uses. */
interface Schema {
  type?: string | string[];
  $ref?: string;
  const?: string | number;
  enum?: string[];
  description?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema | false;
  prefixItems?: Schema[];
  additionalProperties?: Schema | boolean;
  anyOf?: Schema[];
  oneOf?: Schema[];
}

// the schema of a schema is nobody's to check here: what is not there is missing in a table
const root = jsonSchema() as unknown as Schema & { $defs: Record<string, Schema> };

/** @throws RangeError where the schema has no such part */
function find(name: string): Schema {
  const found = name === 'Config' ? root : root.$defs[name];
  if (!found)
    throw new RangeError(`The schema has no ${name}. It has: ${Object.keys(root.$defs).join(', ')}`);
  return found;
}

function say(schema: Schema): string {
  if (schema.$ref) return schema.$ref.replace('#/$defs/', '');
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return choices.map(say).join(' | ');
  if (schema.prefixItems) return `[${schema.prefixItems.map(say).join(', ')}]`;
  if (schema.items) {
    const item = say(schema.items);
    return item.includes(' ') ? `(${item})[]` : `${item}[]`;
  }
  if (schema.properties)
    return `{ ${fieldsOf(schema)
      .map(({ shown }) => shown)
      .join(', ')} }`;
  if (typeof schema.additionalProperties === 'object')
    return `{ [name]: ${say(schema.additionalProperties)} }`;
  return [schema.type ?? 'anything'].flat().join(' | ');
}

interface Field {
  name: string;
  /** With a `?` where it may be left out. */
  shown: string;
  schema: Schema;
}

const fieldsOf = ({ properties = {}, required = [] }: Schema): Field[] =>
  Object.entries(properties).map(([name, schema]) => ({
    name,
    shown: required.includes(name) ? name : `${name}?`,
    schema,
  }));

const kindsOf = (name: string) =>
  (find(name).oneOf ?? []).map((schema) => ({
    kind: schema.properties?.kind ?? {},
    fields: fieldsOf(schema).filter(({ name }) => name !== 'kind'),
  }));

/** One row for each kind of a union: its fields, and its description under the heading `says`. */
export const kindTable = (name: string, says: string): string =>
  table(
    ['kind', 'fields', says],
    kindsOf(name).map(({ kind, fields }) => [
      code(`${kind.const}`),
      fields.map(({ shown }) => code(shown)).join(' ') || '–',
      kind.description ?? '',
    ]),
  );

/** One row for each field of all kinds of a union; the same field of several kinds is one row where it says the same. */
export function fieldTable(name: string): string {
  const rows = new Map<string, { field: string; type: string; description: string; kinds: string[] }>();
  const kinds = kindsOf(name);
  for (const { kind, fields } of kinds)
    for (const { name: field, schema } of fields) {
      const type = say(schema);
      const { description = '' } = schema;
      const key = [field, type, description].join('\n');
      const row = rows.get(key) ?? { field, type, description, kinds: [] };
      row.kinds.push(`${kind.const}`);
      rows.set(key, row);
    }
  return table(
    ['field', 'type', 'in', 'what it says'],
    [...rows.values()].map(({ field, type, description, kinds: named }) => [
      code(field),
      code(type),
      named.map(code).join(' '),
      description,
    ]),
  );
}

const rowsOf = (schema: Schema, before = ''): string[][] =>
  fieldsOf(schema).map(({ shown, schema: field }) => [
    code(before + shown),
    code(say(field)),
    field.description ?? '',
  ]);

const showRows = (rows: string[][], what: string): string => {
  if (rows.length === 0) throw new RangeError(`${what} has no fields`);
  return table(['field', 'type', 'what it says'], rows);
};

/** One row for each field of an object; `inside` names one of its fields, whose own fields are meant. */
export function objectTable(name: string, inside?: string): string {
  const whole = find(name);
  return showRows(rowsOf((inside ? whole.properties?.[inside] : whole) ?? {}), `${name} ${inside ?? ''}`);
}

/** The same of a field of one kind of a union, each followed by its own. */
export function insideKindTable(name: string, kind: string, inside: string): string {
  const one = find(name).oneOf?.find(({ properties }) => properties?.kind?.const === kind);
  const schema = one?.properties?.[inside] ?? {};
  const rows = rowsOf(schema).flatMap((row, at) => {
    const [field] = fieldsOf(schema).slice(at, at + 1);
    return [row, ...(field ? rowsOf(field.schema, `${field.name}.`) : [])];
  });
  return showRows(rows, `${name} ${kind} ${inside}`);
}

/** One row for each choice of a union that is told apart by another field than `kind`. */
export const choiceTable = (name: string, by: string): string =>
  table(
    [by, 'other fields', 'what it says'],
    (find(name).oneOf ?? []).map((schema) => {
      const { [by]: own = {} } = schema.properties ?? {};
      const others = fieldsOf(schema).filter((field) => field.name !== by);
      return [
        code(say(own)),
        others.map(({ shown }) => code(shown)).join(' '),
        [own, ...others.map((field) => field.schema)].map(({ description = '' }) => description).join(' '),
      ];
    }),
  );

/** One row for each type that other tables name and that says something of itself. */
export const typeTable = (): string =>
  table(
    ['type', 'what it says'],
    Object.entries(root.$defs).flatMap(([name, { description }]) =>
      description === undefined ? [] : [[code(name), description]],
    ),
  );
