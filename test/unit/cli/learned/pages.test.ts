// `selvedge learn --pages DIR`: one file for each item, in a folder that is learn's own.
import { mkdirSync, rmSync } from 'node:fs';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { makeVisits } from '../../shared/learn/items/made-visits.ts';
import { createCommandLine } from '../command-line.ts';

const line = createCommandLine();
afterAll(line.remove);
const BEGIN = Date.UTC(2026, 0, 1);
const told = (visits: string[][]) =>
  visits
    .flatMap((items, visit) =>
      items.map((item, i) =>
        JSON.stringify({
          visitor: `mark-${visit}`,
          name: 'view_item',
          at: BEGIN + visit * 36e5 + i * 6e4,
          props: {
            items: [
              { item_id: item, item_name: `Name of ${item}`, item_url: `/p/${item}?for=mark-${visit}` },
            ],
          },
        }),
      ),
    )
    .join('\n');
const visits = makeVisits(0.9, { visits: 2000, items: 80 });
const config = JSON.stringify({
  version: 1,
  site: 'shop.example',
  revision: 1,
  segments: [],
  experiences: [],
});
beforeEach(() => {
  line.empty();
  line.write('events.jsonl', told(visits));
  line.write('selvedge.json', config);
});
const learn = (words: string) => line.runLater(`learn events.jsonl --what items ${words}`.split(' '));

test('writes a file for each item, however much all of them are, and no file of all', async () => {
  const { code, out, err } = await learn('--most 1kB --pages rows --config selvedge.json --into');
  expect({ code, err }).toEqual({
    code: 0,
    err: expect.stringContaining('rows: 80 files, each for the page of its item.'),
  });
  expect(out).toMatch(
    /each in a file for its page: 80 files, \d\.\d kB on average\. One file of all would weigh \d\.\d kB/,
  );
  expect(line.list('rows')).toHaveLength(80);
  expect(line.list().filter((name) => name.startsWith('selvedge-items'))).toEqual([]);
  expect(JSON.parse(line.read('selvedge.json')).items).toEqual({ pages: true });
  expect(line.run(['check', 'selvedge.json']).code).toBe(0);
  const row = JSON.parse(line.read('rows/sku-8.json'));
  expect(row).toMatchObject({ version: 1, id: 'sku-8', together: [] });
  expect(row.similar.slice(0, 3).sort()).toEqual(['sku-10', 'sku-11', 'sku-9']);
  expect(row.facts).toContainEqual({ id: 'sku-9', name: 'Name of sku-9', url: '/p/sku-9' });
  for (const name of line.list('rows')) expect(line.read(`rows/${name}`)).not.toContain('mark');
  expect(`${out}${err}${line.read('learned.json')}`).not.toContain('mark-');
});

test('the same visits, the same bytes; files of items that are gone go', async () => {
  await learn('--pages rows');
  const before = line.list('rows').map((name) => line.read(`rows/${name}`));
  line.write('rows/gone.json', line.read('rows/sku-8.json'));
  line.write('rows/.gitkeep', '');
  expect((await learn('--pages rows')).code).toBe(0);
  expect(line.list('rows').filter((name) => !name.startsWith('sku-'))).toEqual(['.gitkeep']);
  rmSync(line.at('rows/.gitkeep'));
  expect(line.list('rows').map((name) => line.read(`rows/${name}`))).toEqual(before);
});

test.each([
  ['notes.txt', 'mine'],
  ['package.json', '{"version":1}'],
  ['config.json', config],
])('where %s lies nothing is read and nothing written', async (name, text) => {
  line.write(`rows/${name}`, text);
  const { code, out, err } = await learn('--pages rows');
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain(`--pages rows: "${name}" lies there, which \`selvedge learn\` has not written.`);
  expect(line.list('rows')).toEqual([name]);
  expect(line.list()).not.toContain('learned.json');
});

test('a folder that is a file, a folder in the folder, and words that are misused, are said', async () => {
  line.write('rows', 'a file');
  expect(await learn('--pages rows')).toMatchObject({
    code: 2,
    err: expect.stringContaining('--pages rows'),
  });
  mkdirSync(line.at('deep/more.json'), { recursive: true });
  expect(await learn('--pages deep')).toMatchObject({
    code: 2,
    err: expect.stringContaining('--pages deep'),
  });
  for (const words of [
    ['--pages', ''],
    ['--pages', 'rows', '--what', 'rfm'],
  ])
    expect(line.run(['learn', 'events.jsonl', ...words]).code).toBe(2);
});

test('what is refused writes no file', async () => {
  line.write('events.jsonl', told(makeVisits(0, { visits: 400, items: 80 })));
  const { code, out } = await learn('--pages rows');
  expect({ code, out }).toEqual({ code: 1, out: expect.stringContaining('items: refused.') });
  expect(line.list()).not.toContain('rows');
});
