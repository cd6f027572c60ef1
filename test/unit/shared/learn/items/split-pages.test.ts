// One file for each item: named so that a template finds it, and told so that it may stand in any page.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ItemsFile } from '../../../../../shared/items/items-file.ts';
import { packRows } from '../../../../../shared/items/pack-items.ts';
import { nameOf, splitPages } from '../../../../../shared/learn/items/split-pages.ts';

const fileOf = (ids: string[], name = ids.map((id) => `Name of ${id}`)): ItemsFile => ({
  version: 1,
  made: '2026-11-28',
  ids,
  rows: packRows(ids.map((_, rank) => (rank ? [0] : []))),
  facts: { name },
});

test('is named by the item, as it may stand in an address', () => {
  expect(['sku-7', 'A_1.b', '/p/tent', 'Zelt grün'].map(nameOf)).toEqual([
    'sku-7.json',
    'A_1.b.json',
    '%2Fp%2Ftent.json',
    'Zelt%20gr%C3%BCn.json',
  ]);
});

test('leads nowhere, and is taken by every file system', () => {
  const odd = ['..', '.', '../../etc/passwd', 'a\\b', 'con', 'LPT1.x', 'a*?"<>|:b', 'x.', "it's", '\u0000'];
  fc.assert(
    fc.property(fc.oneof(fc.constantFrom(...odd), fc.string({ minLength: 1 })), (id) => {
      const name = nameOf(id);
      if (name === undefined) return;
      expect(name).toMatch(/^[A-Za-z0-9_%-][A-Za-z0-9_.%-]*\.json$/);
      expect(name).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)\./i);
      expect(decodeURIComponent(name.slice(0, -5))).toBe(id);
    }),
  );
  for (const id of ['x'.repeat(201), 'ü'.repeat(50), '\ud800']) expect(nameOf(id)).toBeUndefined();
});

test('two that differ by capitals alone would be one on many disks: the second has none', () => {
  const { pages, left } = splitPages(fileOf(['tent', 'Tent', 'mat', 'x'.repeat(300)]));
  expect(pages.map(({ name }) => name)).toEqual(['tent.json', 'mat.json']);
  expect(left).toEqual(['Tent', 'x'.repeat(300)]);
});

test('says all that is known, in signs that may stand in a script element', () => {
  const { pages } = splitPages(fileOf(['a', 'b'], ['</script><!-- & "Ä"', 'B']));
  const text = pages[1]?.text ?? '';
  expect(text).toMatch(/^[ -~]+\n$/);
  expect(text).not.toMatch(/[<>&]/);
  expect(JSON.parse(text)).toEqual({
    version: 1,
    made: '2026-11-28',
    id: 'b',
    similar: ['a'],
    together: [],
    facts: [
      { id: 'b', name: 'B' },
      { id: 'a', name: '</script><!-- & "Ä"' },
    ],
  });
});
