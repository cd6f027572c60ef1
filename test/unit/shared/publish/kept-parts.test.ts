// What a first paint has of lists that were kept: nothing where a config has none.
import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { nameList } from '../../../../shared/engine/lines/kept-lists.ts';
import { findLines } from '../../../../shared/engine/lines/table.ts';
import type { Pieces } from '../../../../shared/publish/compose.ts';
import { publishNow } from '../../../../shared/publish/publish-now.ts';
import type { Change } from '../../../../shared/schema/change.ts';
import { configOf, experienceOf } from '../../../support/tag.ts';

const pieces: Pieces = JSON.parse(readFileSync('dist/selvedge.parts.json', 'utf8'));
const items = { file: 'selvedge-items-0123abcd.js' };
const target = { css: '.list' };
const list: Change = { kind: 'recommend', target, card: { item: '.card' }, from: ['viewed'], count: 3 };
const text: Change = { kind: 'text', target: { css: 'h1' }, value: 'New' };
const insert: Change = { kind: 'insert', target, position: 'before', html: '<p>New</p>' };
const redirect: Change = { kind: 'redirect', url: '/other' };
const publish = (...changes: Change[]) =>
  publishNow(
    pieces,
    configOf({ items, hosts: ['Img.example'], experiences: [experienceOf('everyone', changes)] }),
  );
const weigh = (...changes: Change[]): number => brotliCompressSync(publish(...changes).script).length;

test('where there is no list there is nothing of one', () => {
  for (const changes of [[text], [text, insert, redirect]]) {
    const { script, parts } = publish(...changes);
    expect(script).not.toContain('data-selvedge-list');
    expect(JSON.stringify(parts)).not.toMatch(/keptList|know/i);
  }
  expect(publish(list).script).toContain('data-selvedge-list');
});

test('it is told what was decided, also where a page may be left', () => {
  expect(publish(list).parts).toMatchObject({ leave: 'know', kinds: { recommend: 'keptList' } });
  expect(publish(list, redirect).parts).toMatchObject({ leave: 'leaveKnowing' });
  expect(publish(text, redirect).parts).toMatchObject({ leave: 'leave' });
});

test('the table has its place and its name, and where its pictures may be', () => {
  const [json] = findLines(publish(text, list).table, '=0.0');
  expect(JSON.parse(json ?? '')).toEqual([
    expect.anything(),
    { kind: 'recommend', target, of: nameList(list, items.file), most: 30 * 864e5, hosts: ['img.example'] },
  ]);
});

test('it weighs at most 1.2 kB beside what puts something in, else at most 2.5', () => {
  expect(weigh(text, insert, list) - weigh(text, insert)).toBeLessThan(1_200);
  expect(weigh(text, list) - weigh(text)).toBeLessThan(2_500);
});
