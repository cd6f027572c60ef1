// Publishing into a folder: whole, read back, never over somebody else's work. The real API is tried in
// test/e2e/make/desk.spec.ts; here it fails in each of its ways.

import { describe, expect, test } from 'vitest';
import { type Folder, type FolderFile, writeFolder } from '../../../../../extension/panel/publish/folder.ts';
import type { Outcome } from '../../../../../extension/panel/publish/outcome.ts';
import { sayOutcome } from '../../../../../extension/panel/publish/say-outcome.ts';

const fail = (name: string) => Object.assign(new Error(`the browser says ${name}`), { name });

/** A folder in memory; `broken` answers the name of the error that an act on a file ends with. */
function makeFolder(
  files: Record<string, string>,
  broken: (act: 'open' | 'write' | 'close', name: string) => string | undefined = () => undefined,
  more: Partial<Folder> = {},
): Folder {
  const check = (act: 'open' | 'write' | 'close', name: string) => {
    const error = broken(act, name);
    if (error) throw fail(error);
  };
  return {
    name: 'site',
    async getFileHandle(name, { create = false } = {}) {
      check('open', name);
      if (!(name in files) && !create) throw fail('NotFoundError');
      return {
        getFile: async () => ({ text: async () => files[name] ?? '' }),
        async createWritable() {
          let text = '';
          return {
            async write(part) {
              check('write', name);
              text += part;
            },
            async close() {
              check('close', name);
              files[name] = text;
            },
          };
        },
      };
    },
    ...more,
  };
}
const ours: FolderFile[] = [
  { name: 'selvedge.json', text: 'new', isExpected: (text) => text === 'old' },
  { name: 'selvedge.js', text: 'tag', isExpected: (text) => text === 'old tag' },
  { name: 'selvedge-panel.js', text: 'panel' },
];

test('writes every file, and says that nothing was to be done the second time', async () => {
  const files: Record<string, string> = {
    'selvedge.json': 'old',
    'index.html': 'page',
    'selvedge-panel.js': 'older',
  };
  const folder = makeFolder(files);
  expect(await writeFolder(folder, ours)).toEqual({ kind: 'published' });
  expect(files).toEqual({
    'selvedge.json': 'new',
    'selvedge.js': 'tag',
    'selvedge-panel.js': 'panel',
    'index.html': 'page',
  });
  expect(await writeFolder(folder, ours)).toEqual({ kind: 'same' });
});

test('what somebody else changed in any file is not overwritten, and nothing else is written', async () => {
  const files: Record<string, string> = { 'selvedge.json': 'old', 'selvedge.js': 'theirs' };
  expect(await writeFolder(makeFolder(files), ours)).toEqual({ kind: 'changed', text: 'theirs' });
  expect(files).toEqual({ 'selvedge.json': 'old', 'selvedge.js': 'theirs' });
});

describe('says what went wrong, what is there already, and what to do', () => {
  test.each<[string, Folder, Outcome['kind'], string, RegExp]>([
    [
      'the permission was not given',
      makeFolder({}, undefined, {
        queryPermission: async () => 'prompt',
        requestPermission: async () => 'denied',
      }),
      'folder',
      'denied',
      /Nothing was written.*allow it/,
    ],
    [
      'the permission was taken back',
      makeFolder({}, () => 'NotAllowedError'),
      'folder',
      'denied',
      /Nothing was written/,
    ],
    [
      'the folder is gone',
      makeFolder({}, () => 'NotFoundError'),
      'folder',
      'gone',
      /Nothing was written.*Choose it again/,
    ],
    [
      'no space for the second file',
      makeFolder({}, (act, name) =>
        act === 'close' && name === 'selvedge.js' ? 'QuotaExceededError' : undefined,
      ),
      'folder',
      'full',
      /selvedge\.json is there, the rest is not.*Make space/,
    ],
    [
      'a file is held by something else',
      makeFolder({}, (act) => (act === 'write' ? 'NoModificationAllowedError' : undefined)),
      'folder',
      'failed',
      /Nothing was written/,
    ],
  ])('%s', async (_what, folder, kind, why, words) => {
    const outcome = await writeFolder(folder, ours);
    expect(outcome).toMatchObject({ kind, why });
    const { text, tone } = sayOutcome(outcome, 'The folder site');
    expect(text).toMatch(words);
    expect(text).toContain('Your draft is kept');
    expect(tone).toBe('bad');
  });
  test('something else is there afterwards', async () => {
    const folder = makeFolder({});
    const odd: Folder = {
      ...folder,
      getFileHandle: async (name, options) => ({
        ...(await folder.getFileHandle(name, options)),
        getFile: async () => ({ text: async () => 'rewritten' }),
      }),
    };
    expect(await writeFolder(odd, [{ name: 'selvedge.json', text: 'new' }])).toEqual({
      kind: 'differs',
      text: 'rewritten',
    });
  });
});
