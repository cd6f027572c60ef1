// The JSON Schema that editors read: complete, self-contained, with a word on every important field.
import { expect, test } from 'vitest';
import { readKinds, readSchema } from './read-schema.ts';
import { ASKING, kindsIn } from './sample.ts';

const schema = readSchema();

test('is draft 2020-12 and names no address of its own', () => {
  expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
  expect(JSON.stringify(schema)).not.toContain('"$id"');
});

test('rules may nest without end', () => {
  expect(readKinds('Condition').get('all')?.properties.of?.items.$ref).toBe('#/$defs/Condition');
  expect(schema.$defs.Where?.additionalProperties).toMatchObject({ $ref: '#/$defs/Predicate' });
});

test('every reference leads somewhere', () => {
  const refs = [...JSON.stringify(schema).matchAll(/"#\/\$defs\/(\w+)"/g)].map((match) => match[1]!);
  expect(refs.length).toBeGreaterThan(20);
  for (const ref of refs) expect(Object.keys(schema.$defs)).toContain(ref);
});

test('knows all kinds and refuses unknown fields', () => {
  // the sample has an example of each
  const changes = ASKING.experiences.flatMap(({ variants }) =>
    variants.flatMap((variant) => variant.changes),
  );
  expect([...readKinds('Condition').keys()].sort()).toEqual(kindsIn(ASKING.segments).sort());
  expect([...readKinds('Change').keys()].sort()).toEqual(kindsIn(changes).sort());
  expect(schema.additionalProperties).toBe(false);
  for (const one of readKinds('Change').values()) expect(one.additionalProperties).toBe(false);
});

test('helps with the fields of a config', () => {
  const fields = schema.$defs.Experience?.properties;
  for (const name of ['status', 'pages', 'holdout', 'goal', 'live', 'frequency']) {
    expect(fields?.[name]?.description ?? fields?.[name]?.$ref).toBeTruthy();
  }
});
