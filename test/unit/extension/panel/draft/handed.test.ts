// A colleague's draft is for its own site, is taken as one step, and loses nothing of the author's.

import '../../../../support/fake-browser.ts';
import { expect, test } from 'vitest';
import { noteNext, startDraft } from '../../../../../extension/panel/draft/draft.ts';
import { judgeHanded, takeHanded } from '../../../../../extension/panel/draft/handed.ts';
import { noteName, noteOff } from '../../../../../extension/panel/draft/notes.ts';
import { editDraft, replaceConfig, undoDraft } from '../../../../../extension/panel/draft/steps.ts';
import { writeHanded } from '../../../../../extension/panel/draft/write-handed.ts';
import { readHanded } from '../../../../../extension/reader/read-handed.ts';
import { shopConfig } from '../../../../support/fake-stage.ts';

const ORIGIN = 'https://shop.example';

/** Anna's, with a name and a change that is off: notes of her own. */
function makeTheirs() {
  const live = shopConfig();
  const config = structuredClone(live);
  const [variant] = config.experiences[0]!.variants;
  variant!.changes.push(structuredClone(variant!.changes[0]!));
  noteName(variant!.changes[0]!, 'My own name');
  noteOff(variant!.changes[1]!, true);
  config.experiences[0]!.name = 'Theirs';
  return noteNext(startDraft(config, live, 0), 'For spring', 1);
}
function readTheirs(isWhole = true) {
  const read = readHanded(writeHanded(makeTheirs(), ORIGIN, 'Anna', 1000, isWhole));
  if (read.kind !== 'ok') throw new Error(read.why);
  return read.handed;
}

test('what is handed over is what would be published next, without notes', () => {
  const { config, by, note } = readTheirs();
  expect([by, note, config.revision]).toEqual(['Anna', 'For spring', 2]);
  expect(config.experiences[0]!.variants[0]!.changes).toHaveLength(1);
  expect(JSON.stringify(config)).not.toContain('My own name');
});

test('only on its own site, the port and the scheme included', () => {
  const read = readHanded(writeHanded(makeTheirs(), ORIGIN, 'Anna', 1000, true));
  expect(judgeHanded(read, ORIGIN).kind).toBe('ok');
  for (const at of ['https://evil.example', 'http://shop.example', 'https://shop.example:8443'])
    expect(judgeHanded(read, at)).toEqual({
      kind: 'refused',
      why: 'This draft is for shop.example, not for this site. Open it there.',
    });
});

test('a config that is refused says what is wrong with it', () => {
  const text = writeHanded(makeTheirs(), ORIGIN, undefined, 1000, false).replace(
    '"kind":"text"',
    '"kind":"run"',
  );
  const judged = judgeHanded(readHanded(text), ORIGIN);
  expect(judged.kind === 'refused' && judged.why).toMatch(/cannot be published.*run/s);
});

test('taking it keeps the own draft as a version, and undo goes back', () => {
  const mine = editDraft(
    startDraft(shopConfig(), shopConfig(), 0),
    'Renamed',
    (config) => {
      config.experiences[0]!.name = 'Mine';
    },
    5,
  );
  const taken = takeHanded(mine, readTheirs(), 10, { replaceConfig });
  expect(taken.config.experiences[0]!.name).toBe('Theirs');
  expect(taken.config.revision).toBe(mine.config.revision);
  expect(taken.versions[0]).toEqual({ name: 'Mine, before Anna’s draft', at: 10, config: mine.config });
  expect(taken.past.map(({ what }) => what)).toEqual(['Renamed', 'Took Anna’s draft']);
  expect(undoDraft(taken, 11).config).toEqual(mine.config);
});

test('the history that came along stands behind, once, in its order', () => {
  const versions = [
    { name: 'Published, revision 1', at: 7, by: 'Anna', config: shopConfig() },
    { name: 'Old', at: 3, config: shopConfig() },
  ];
  const mine = { ...startDraft(shopConfig(), shopConfig(), 0), versions: [versions[1]!] };
  const taken = takeHanded(mine, { ...readTheirs(), versions }, 10, { replaceConfig });
  expect(taken.versions.map(({ at }) => at)).toEqual([10, 7, 3]);
});

test('however many versions come along, of whatever date, the own ones stay', () => {
  const own = Array.from({ length: 4 }, (_, at) => ({
    name: `Mine ${at}`,
    at: 9 - at,
    config: shopConfig(),
  }));
  const mine = { ...startDraft(shopConfig(), shopConfig(), 0), versions: own };
  const versions = Array.from({ length: 30 }, (_, at) => ({
    name: `Theirs ${at}`,
    at: 8.64e15 - at,
    config: shopConfig(),
  }));
  const taken = takeHanded(mine, { ...readTheirs(), versions }, 10, { replaceConfig });
  const names = taken.versions.map(({ name }) => name);
  expect(names).toEqual(
    expect.arrayContaining(['Mine, before Anna’s draft', ...own.map(({ name }) => name)]),
  );
  expect(names).toHaveLength(30);
  // nobody has made one tomorrow
  expect(Math.max(...taken.versions.map(({ at }) => at))).toBe(10);
});
