// A new list begins with what the draft's file of items can fill.
import { expect, test } from 'vitest';
import { firstSources } from '../../../../../extension/panel/edit/list/first-sources.ts';
import type { ItemsFile } from '../../../../../shared/items/items-file.ts';
import { packItems, packRows } from '../../../../../shared/items/pack-items.ts';

const NONE = packRows([[], []]);
const SOME = packRows([[1], [0]]);
const fileOf = (found: Partial<ItemsFile>): string =>
  packItems({ version: 1, made: '2026-11-28', ids: ['a', 'b'], rows: NONE, ...found });

test.each<[what: string, text: string | undefined, sources: string[]]>([
  ['visits', fileOf({ rows: SOME, trending: [0] }), ['similar', 'trending']],
  ['visits and orders', fileOf({ rows: SOME, together: SOME, trending: [0] }), ['similar', 'trending']],
  ['orders alone', fileOf({ together: SOME, trending: [1] }), ['together', 'trending']],
  ['orders in which nothing rises', fileOf({ together: SOME }), ['together']],
  ['what all want, alone', fileOf({ trending: [1] }), ['trending']],
  ['nothing', fileOf({}), ['similar', 'trending']],
  ['a file that is not kept here', undefined, ['similar', 'trending']],
  ['what is no file of items', 'alert(1)', ['similar', 'trending']],
])('%s', (_what, text, sources) => expect(firstSources(text)).toEqual(sources));
