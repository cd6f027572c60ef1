// Where a preview has its items from, and what it says where it has none: that nobody knows is not that there is nothing.

import '../../../../support/fake-browser.ts';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openPreviewItems } from '../../../../../extension/stage/page/preview-items.ts';
import { keptItems } from '../../../../../extension/wire/kept-items.ts';
import { packItems, packRows } from '../../../../../shared/items/pack-items.ts';
import { fake } from '../../../../support/fake-browser.ts';

const FILE = 'selvedge-items-0123abcd.js';
const TEXT = packItems({ version: 1, made: '2026-11-28', ids: ['a', 'b'], rows: packRows([[1], [0]]) });
const fetched = vi.fn<(address: string) => Promise<Response>>();

/** @param src of the page's tag */
function openPage(src: string): void {
  const script = { hasAttribute: (name: string) => name === 'src', getAttribute: () => src, textContent: '' };
  vi.stubGlobal('document', { baseURI: 'https://shop.example/', querySelectorAll: () => [script] });
}

beforeEach(() => {
  fake.reset();
  fetched.mockReset().mockImplementation(async () => new Response('', { status: 404 }));
  vi.stubGlobal('location', { origin: 'https://shop.example', href: 'https://shop.example/' });
  vi.stubGlobal('fetch', fetched);
});
afterEach(() => void vi.unstubAllGlobals());

test('it is the file of the draft, and nothing is asked for', async () => {
  openPage('https://cdn.example/selvedge.js');
  await keptItems('https://shop.example').write([{ name: FILE, text: TEXT }]);
  expect((await openPreviewItems(FILE)).count).toBe(2);
  expect(fetched).not.toHaveBeenCalled();
});

test('else the one beside the tag of this site, or there is none', async () => {
  openPage('/js/selvedge.js');
  await expect(openPreviewItems(FILE)).rejects.toThrow(`${FILE} is neither in the draft nor beside the tag`);
  fetched.mockImplementation(async () => new Response(TEXT));
  expect((await openPreviewItems(FILE)).count).toBe(2);
  expect(fetched.mock.calls.map(([address]) => address)).toEqual([
    `https://shop.example/js/${FILE}`,
    `https://shop.example/js/${FILE}`,
  ]);
});

test('what lies beside a tag elsewhere is not asked for, and nobody says that it is not there', async () => {
  openPage('https://cdn.example/selvedge.js');
  await expect(openPreviewItems(FILE)).rejects.toThrow(
    `${FILE} is not in the draft, and beside the tag on cdn.example it cannot be read, so nobody can say here what the list shows`,
  );
  expect(fetched).not.toHaveBeenCalled();
});

test('items that are known from their pages are in no file', async () => {
  openPage('/selvedge.js');
  await expect(openPreviewItems('pages')).rejects.toThrow('Items are known from their pages');
  expect(fetched).not.toHaveBeenCalled();
});
