// The tables in the documents are those that the sources make.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fillTables, findTables } from '../../../docs/tables/fill-tables.ts';
import { tables } from '../../../docs/tables/tables.ts';
import { jsonSchema } from '../../../shared/schema/json-schema.ts';
import { GALLERY } from '../../../shared/templates/gallery.ts';
import { readSources, root } from '../conventions/read-sources.ts';
import { readKinds } from '../shared/schema/read-schema.ts';

const documents = [
  ...readSources('docs', '.md'),
  { path: 'README.md', text: readFileSync(join(root, 'README.md'), 'utf8') },
];

describe('a table', () => {
  const place = (name: string, inside = '') =>
    `before\n<!-- table: ${name} -->\n${inside}<!-- end of table -->\nafter`;
  test('takes the place between its marks, and only that', () => {
    const filled = fillTables(place('triggers', 'what stood there\n'));
    expect(filled).toMatch(/^before\n<!-- table: triggers -->\n\| kind /);
    expect(filled).toMatch(/\| `idle` .*\n<!-- end of table -->\nafter$/);
    expect(filled).not.toContain('what stood there');
    expect(fillTables(filled)).toBe(filled);
  });
  test('that nobody makes is refused by name', () =>
    expect(() => fillTables(place('trigers'))).toThrow(/No table "trigers".*triggers/));
  test('keeps its columns whatever a cell holds', () => {
    const [head, , ...rows] = tables['change fields']?.().split('\n') ?? [];
    const columns = (line = '') => line.replaceAll('\\|', '').split('|').length;
    expect(rows.length).toBeGreaterThan(10);
    expect([...new Set(rows.map(columns))]).toEqual([columns(head)]);
  });
});

describe('the documents', () => {
  test.each(documents.filter(({ text }) => findTables(text).length > 0))(
    '$path says what the sources say',
    ({ text }) => {
      expect(text === fillTables(text), 'a table is stale. Run `npm run tables`').toBe(true);
    },
  );
  test('hold every table, each once', () =>
    expect(documents.flatMap(({ text }) => findTables(text)).sort()).toEqual(Object.keys(tables).sort()));
});

/** All descriptions of a JSON Schema, as a cell holds them. */
function descriptionsOf(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const [own] = 'description' in schema && typeof schema.description === 'string' ? [schema.description] : [];
  return [
    ...(own === undefined ? [] : [own.replaceAll('|', '\\|').replaceAll('\n', ' ')]),
    ...Object.values(schema).flatMap(descriptionsOf),
  ];
}

test('what the schema says of its parts stands in the documents, all of it', () => {
  const all = descriptionsOf(jsonSchema());
  expect(all.length).toBeGreaterThan(100);
  const text = documents.map((one) => one.text).join('\n');
  expect([...new Set(all)].filter((said) => !text.includes(said))).toEqual([]);
});

describe('what people read first', () => {
  const read = (path: string) => documents.find((one) => one.path === path)?.text ?? '';
  const authors = read('docs/AUTHORS.md');
  test.each([
    ['README.md', 1],
    ['docs/AUTHORS.md', 2],
  ])('%s says how many templates there are', (path, times) => {
    const said = [...read(path).matchAll(/(\d+) (?:ready segments|templates)/g)].map(([, count]) =>
      Number(count),
    );
    expect(said).toEqual(Array(times).fill(GALLERY.length));
  });
  test('names every kind of condition', () => {
    const kinds = [...readKinds('Condition').keys()];
    const [, section = ''] = authors.split('## Segments and changes');
    expect(kinds.filter((kind) => !new RegExp(`\\b${kind}\\b`).test(section.split('\n## ')[0]!))).toEqual([]);
  });
});
