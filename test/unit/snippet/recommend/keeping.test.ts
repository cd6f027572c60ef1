// Lists that are kept for the next page: what stands on file is the truth, and what the visitor does takes them away.
import { beforeEach, expect, test, vi } from 'vitest';
import {
  type KeptList,
  type KeptLists,
  keyOnPage,
  nameList,
} from '../../../../shared/engine/lines/kept-lists.ts';
import type { Remembered } from '../../../../shared/engine/lines/remembered.ts';
import type { Markup } from '../../../../shared/grammar/markup.ts';
import type { Config } from '../../../../shared/schema/config.ts';
import { createKeeping } from '../../../../snippet/recommend/keeping.ts';

const items = { file: 'selvedge-items-0123abcd.js' };
const change = {
  kind: 'recommend' as const,
  target: { css: 'ul' },
  card: { item: 'li' },
  from: ['viewed' as const],
  count: 1,
};
const config: Config = {
  version: 1,
  site: '',
  revision: 1,
  segments: [],
  items,
  experiences: [
    {
      id: 'e',
      name: 'E',
      status: 'live',
      pages: ['*'],
      variants: [{ id: 'v', name: 'V', segment: 'everyone', changes: [change] }],
    },
  ],
};
const block = {
  kind: 'block' as const,
  shape: 'list' as const,
  target: change.target,
  position: 'before' as const,
  list: change,
  file: items.file,
};
const name = nameList(change, items.file);
const HERE = keyOnPage(name, '/here');
const THERE = keyOnPage(name, '/there');
const tree = (words: string): Markup => ['ul', 0, ['li', 0, words]];
const ALONE: Remembered = { rules: '', answers: {}, newestAt: 0, traits: {} };

beforeEach(() => {
  vi.stubGlobal('location', { pathname: '/here' });
});

/** A tag whose file is an object. `refill` is what the file that fills does. */
function begin(lists: KeptLists = {}, refill: (lists: KeptLists) => unknown = (same) => same) {
  const file: { seed?: string; now?: Remembered } = { seed: 's', now: { ...ALONE, lists } };
  const traits: Remembered['traits'] = {};
  const rest: (() => void)[] = [];
  const keeping = createKeeping('fills.js');
  const load = vi.fn(async () => ({ refill: async (of: KeptLists) => refill(of) }));
  const save = () => {
    const { now } = lines.forNext();
    if (now) file.now = now;
  };
  const lines = keeping.filing(() => ({ happened() {}, forNext: () => ({ now: ALONE }) }), {
    readFile: () => structuredClone(file),
    idle: () => new Promise<void>((done) => rest.push(done)),
    load,
  })({ config } as never, () => ({ traits }) as never, save);
  return {
    ...keeping,
    put: keeping.createKeep(),
    file,
    lines,
    load,
    save,
    traits,
    kept: () => file.now?.lists,
    /** The page has time. */
    async relax() {
      for (const done of rest.splice(0)) done();
      await new Promise((done) => setTimeout(done));
    },
  };
}

test('a list is kept for its page, with what others have kept, and taken away', () => {
  const { put, kept } = begin({ [THERE]: [name, tree('there')] });
  put(block, tree('here'));
  expect(kept()).toEqual({ [THERE]: [name, tree('there')], [HERE]: [name, tree('here')] });
  put(block, undefined);
  expect(kept()).toEqual({ [THERE]: [name, tree('there')] });
});

test('4 kB of them, the latest', () => {
  const many = Object.fromEntries(
    Array.from({ length: 9 }, (_, at): [string, KeptList] => [`k${at}`, [name, tree('x'.repeat(900))]]),
  );
  const { put, kept } = begin(many);
  put(block, tree('here'));
  const keys = Object.keys(kept() ?? {});
  expect(keys.length).toBeGreaterThan(3);
  expect(keys).toEqual([...Object.keys(many), HERE].slice(-keys.length));
  expect(JSON.stringify(kept()).length).toBeLessThan(4_200);
  put(block, tree('x'.repeat(5_000)));
  // one that is too long is not, and takes no room from the others
  expect(Object.keys(kept() ?? {})).toEqual([...Object.keys(many).slice(-4)]);
});

test.each(['view_item', 'add_to_cart', 'remove_from_cart', 'purchase'])(
  '%s takes all of them away at once, and they are filled anew at rest',
  async (event) => {
    const { lines, save, kept, relax, load } = begin({ [THERE]: [name, tree('there')] }, () => ({
      [THERE]: [name, tree('anew')],
    }));
    lines.happened(event);
    save();
    expect(kept()).toBeUndefined();
    expect(load).not.toHaveBeenCalled();
    await relax();
    expect(kept()).toEqual({ [THERE]: [name, tree('anew')] });
  },
);

test('what happens while they are filled counts, too', async () => {
  const seen: string[] = [];
  const page = begin({ [THERE]: [name, tree('there')] }, (lists) => {
    seen.push(Object.keys(lists).join());
    if (seen.length === 1) page.lines.happened('purchase');
    return { [THERE]: [name, tree(`after ${seen.length}`)] };
  });
  page.lines.happened('view_item');
  page.save();
  await page.relax();
  expect(page.kept()?.[THERE]?.[1]).toBeUndefined();
  await page.relax();
  expect(seen).toEqual([THERE, THERE]);
  expect(page.kept()).toEqual({ [THERE]: [name, tree('after 2')] });
});

test('a view of a page is nothing to them, unless items are pages: then they are filled anew', async () => {
  const plain = begin({ [THERE]: [name, tree('there')] });
  plain.lines.happened('page_view');
  plain.lines.happened('scroll');
  await plain.relax();
  expect(plain.load).not.toHaveBeenCalled();
  const ofPages = begin({ [THERE]: [name, tree('there'), 1] }, () => ({ [THERE]: [name, tree('anew'), 1] }));
  ofPages.lines.happened('page_view');
  ofPages.save();
  expect(ofPages.kept()?.[THERE]?.[1]).toEqual(tree('there'));
  await ofPages.relax();
  expect(ofPages.kept()).toEqual({ [THERE]: [name, tree('anew'), 1] });
});

test('what was chosen before something happened is filled anew before it is kept', async () => {
  const { put, createKeep, lines, kept, relax } = begin({}, () => ({ [HERE]: [name, tree('anew')] }));
  lines.happened('purchase');
  put(block, tree('with what was bought'));
  expect(kept()).toEqual({});
  await relax();
  expect(kept()).toEqual({ [HERE]: [name, tree('anew')] });
  createKeep()(block, tree('chosen since'));
  expect(kept()).toEqual({ [HERE]: [name, tree('chosen since')] });
});

test('where nothing is kept nothing is loaded', async () => {
  const { lines, load, relax } = begin();
  lines.happened('purchase');
  await relax();
  expect(load).not.toHaveBeenCalled();
});

test('what another tab has taken away, or all that was erased, does not come back', async () => {
  const { file, save, kept, lines, relax } = begin({ [THERE]: [name, tree('there')] });
  file.now = ALONE;
  save();
  expect(kept()).toBeUndefined();
  file.now = { ...ALONE, lists: { [THERE]: [name, tree('there')] } };
  lines.happened('view_item');
  file.now = ALONE;
  file.seed = 'somebody else';
  save();
  // filled for whoever was here before
  await relax();
  expect(kept()).toBeUndefined();
});

test('a file that does not come: they stay away', async () => {
  const { lines, save, kept, relax, load } = begin({ [THERE]: [name, tree('there')] });
  load.mockRejectedValue(new Error('gone'));
  lines.happened('purchase');
  save();
  await relax();
  expect(kept()).toBeUndefined();
});

test('lists of another config, and those of whoever wants none, are dropped', () => {
  const { save, kept, traits, put } = begin({
    [THERE]: ['another', tree('old')],
    [HERE]: [name, tree('here')],
  });
  save();
  expect(kept()).toEqual({ [HERE]: [name, tree('here')] });
  traits.selvedge_off = ['suggestions'];
  save();
  expect(kept()).toBeUndefined();
  put(block, tree('here'));
  expect(kept()).toBeUndefined();
});
