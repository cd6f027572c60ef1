// The JSON Schema that editors read: complete, self-contained, with a word on every important field.
import { expect, test } from 'vitest';
import { jsonSchema } from '../../../../shared/schema/json-schema.ts';

const schema = jsonSchema() as any;

test('is draft 2020-12 and names no address of its own', () => {
  expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
  expect(JSON.stringify(schema)).not.toContain('"$id"');
});

test('rules may nest without end', () => {
  const group = schema.$defs.Condition.oneOf.find((one: any) => one.properties.kind.const === 'all');
  expect(group.properties.of.items.$ref).toBe('#/$defs/Condition');
  expect(schema.$defs.Where.additionalProperties.$ref).toBe('#/$defs/Predicate');
});

test('every reference leads somewhere', () => {
  const refs = [...JSON.stringify(schema).matchAll(/"#\/\$defs\/(\w+)"/g)].map((match) => match[1]!);
  expect(refs.length).toBeGreaterThan(20);
  for (const ref of refs) expect(Object.keys(schema.$defs)).toContain(ref);
});

test('knows all kinds and refuses unknown fields', () => {
  const kinds = (name: string) => schema.$defs[name].oneOf.map((one: any) => one.properties.kind.const);
  expect(kinds('Condition')).toHaveLength(22);
  expect(kinds('Change')).toHaveLength(12);
  expect(schema.additionalProperties).toBe(false);
  for (const one of schema.$defs.Change.oneOf) expect(one.additionalProperties).toBe(false);
});

test('helps with the fields of a config', () => {
  const fields = schema.$defs.Experience.properties;
  for (const name of ['status', 'pages', 'holdout', 'goal', 'live', 'frequency']) {
    expect(fields[name].description ?? fields[name].$ref).toBeTruthy();
  }
});
