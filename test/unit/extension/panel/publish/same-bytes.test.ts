// A draft goes out of the extension as `selvedge bundle` writes it, in either form.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { run } from '../../../../../cli/run.ts';
import { prepare } from '../../../../../extension/panel/draft/prepare.ts';
import { type Form, SOURCES } from '../../../../../shared/publish/form.ts';
import { publishTag } from '../../../../../shared/publish/publish-tag.ts';
import { REST, SIBLINGS } from '../../../../../shared/publish/siblings.ts';
import type { Config } from '../../../../../shared/schema/config.ts';

const readBuilt = (name: string) => readFileSync(join('dist', name), 'utf8');
const readPacked = (name: string) => readFileSync(join('dist/chrome', name), 'utf8');
const shop: Config = JSON.parse(readFileSync('test/shop/selvedge.json', 'utf8'));
const cwd = mkdtempSync(join(tmpdir(), 'selvedge-same-'));
afterAll(() => rmSync(cwd, { recursive: true }));

test.each<[form: Form, names: string[]]>([
  ['whole', ['selvedge.js']],
  ['two', ['selvedge.js', ...REST.map(({ name }) => name)]],
])('%s', (form, names) => {
  writeFileSync(join(cwd, 'selvedge.json'), JSON.stringify(shop));
  const nothing = () => {};
  const io = { cwd, out: nothing, err: nothing, readBuilt };
  expect(run(['bundle', 'selvedge.json', `--${form}`, '-o', 'selvedge.js'], io)).toBe(0);
  const prepared = prepare(shop, 'js', (config) => publishTag(form, config, readPacked));
  if (prepared.kind !== 'fit') throw new Error('the shop’s config is fit');
  const { parcel } = prepared;
  const files = [parcel, ...parcel.rest];
  expect(files.map(({ name }) => name)).toEqual(names);
  for (const { name, text } of files) expect(text, name).toBe(readFileSync(join(cwd, name), 'utf8'));
});

test('the extension brings along what tags are made of, and what lies beside them', () => {
  const names = [...SOURCES.whole, ...SOURCES.two, ...SIBLINGS.map(({ name }) => name)];
  for (const name of names) expect(readPacked(name), name).toBe(readBuilt(name));
});

test('a config alone asks for no tag', () => {
  const prepared = prepare(shop, 'json', () => {
    throw new Error('not asked');
  });
  expect(prepared).toMatchObject({ kind: 'fit', parcel: { name: 'selvedge.json', rest: [] } });
});
