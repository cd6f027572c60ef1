// A second run that learns items: what the file before it knew and it does not is told, and which files nobody names any
// more; none is taken away.
import { afterAll, beforeEach, expect, test } from 'vitest';
import { makeVisits } from '../../shared/learn/items/made-visits.ts';
import { createCommandLine } from '../command-line.ts';

const line = createCommandLine();
afterAll(line.remove);

const BEGIN = Date.UTC(2026, 0, 1);
const looks = makeVisits(0.9, { visits: 2000, items: 80 }).flatMap((items, visit) =>
  items.map((item, i) => ({ item, visit, at: new Date(BEGIN + visit * 36e5 + i * 6e4).toISOString() })),
);
const items = [...new Set(looks.map(({ item }) => item))];
const LOST = 'knows less of items than';
const UNNAMED = 'Not needed any more';

const learn = (more: string) =>
  line.runLater(`learn visits.csv --what items --config selvedge.json ${more}`.split(' '));
const itemsFiles = () => line.list().filter((name) => name.startsWith('selvedge-items-'));
const named = (): string => JSON.parse(line.read('selvedge.json')).items.file;

beforeEach(() => {
  line.empty();
  const rows = looks.map(({ item, visit, at }) => `v${visit},${item},${at.slice(0, 19)}\n`);
  line.write('visits.csv', `session,item,date\n${rows.join('')}`);
  const catalog = items.map((item, i) => `${item},Thing ${i},/p/${item},/i/${i}.jpg,${i + 1} EUR\n`);
  line.write('catalog.csv', `id,title,link,image_link,price\n${catalog.join('')}`);
  line.write(
    'selvedge.json',
    JSON.stringify({ version: 1, site: 'shop.example', revision: 1, segments: [], experiences: [] }),
  );
});

test('what items lose by it is told, with what to do', async () => {
  const first = await learn('--catalog catalog.csv --into');
  expect(first.code).toBe(0);
  expect(first.err).not.toContain(LOST);
  expect(first.err).not.toContain(UNNAMED);
  const before = named();
  const second = await learn('--into');
  expect(second.code).toBe(0);
  const after = named();
  expect(after).not.toBe(before);
  expect(second.err).toContain(
    `${after} ${LOST} ${before}, which the config named until now: that said a name and an address of 80 of 80 items, now of 0 of 80; a picture of 80 of 80 items, now of 0 of 80; a price of 80 of 80 items, now of 0 of 80.`,
  );
  expect(second.err).toContain('Learn again with --catalog FILE, which says them');
  expect(second.err).toContain(`write "items": { "file": "${before}" } into the config again`);
  expect(second.err).toContain('--what rfm,personas,value,intent');
  // so that this can be done
  expect(second.err).not.toContain(UNNAMED);
  expect(itemsFiles()).toEqual([after, before].sort());
  const third = await learn('--catalog catalog.csv --into');
  expect(named()).toBe(before);
  expect(third.err).not.toContain(LOST);
});

test('without --into the config is told to be left as it is', async () => {
  await learn('--catalog catalog.csv --into');
  const before = named();
  const { err } = await learn('--json');
  expect(err).toContain(`${LOST} ${before}`);
  expect(err).toContain('until then leave the config as it is');
  expect(err).not.toContain('into the config again');
  // the config names the one, learned.json the other
  expect(err).not.toContain(UNNAMED);
});

test('files that no config names any more are named, and stay', async () => {
  const old = ['selvedge-items-00000001.js', 'selvedge-items-00000002.js', 'selvedge-items-00000003.js'];
  for (const name of old) line.write(name, 'x');
  line.write('live.json', JSON.stringify({ items: { file: old[1] } }));
  line.write('folder.json/.keep', '');
  const { err } = await learn('--catalog catalog.csv --into');
  expect(err).toContain(
    `${UNNAMED}, as no config beside them names them: ${old[0]}, ${old[2]}. Take them away`,
  );
  expect(err).not.toContain(`${old[1]}`);
  expect(itemsFiles()).toEqual([...old, named()].sort());
});
