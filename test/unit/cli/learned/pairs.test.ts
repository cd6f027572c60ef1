// `learn pairs.csv`: from the result of the query for pairs the same rows are learned as from the visits themselves.
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { BUYER_COLUMNS } from '../../../../cli/learn/buyers-query.ts';
import { PAIR_COLUMNS } from '../../../../cli/learn/pairs-query.ts';
import type { ItemsFile } from '../../../../shared/items/items-file.ts';
import { random } from '../../../support/random.ts';
import { createCommandLine } from '../command-line.ts';
import { type Look, makeLooks, pairsByDefinition } from './pairs-by-definition.ts';

const line = createCommandLine();
afterAll(line.remove);
beforeEach(line.empty);

const DAY_MS = 864e5;
const BEGIN = Date.UTC(2026, 7, 1);
const UNTIL = BEGIN / DAY_MS + 44;
const until = '2026-09-14';
const asked = { until: UNTIL, days: 15, together: 3 };
const looks = makeLooks({ begin: BEGIN });

const visitsOf = (all: Look[]) =>
  `session,item,date\n${all.map(({ visitor, item, at }) => `${visitor},${item},${new Date(at).toISOString().slice(0, 19)}\n`).join('')}`;
/** Each engine writes other quotes. */
const pairsOf = (all: Look[], more = {}, quote = '"') =>
  `${PAIR_COLUMNS.map((name) => `${quote}${name}${quote}`).join()}\n${pairsByDefinition(all, {
    ...asked,
    ...more,
  })
    .map((row) => `${row.map((cell, i) => (i < 2 ? `${quote}${cell}${quote}` : cell)).join()}\n`)
    .reverse()
    .join('')}`;

const learn = (words: string) => line.runLater(`learn ${words} --until ${until} --days 15`.split(' '));

function readItems(): ItemsFile {
  const name = line.list().find((one) => one.startsWith('selvedge-items-')) ?? '';
  const [, literal = '{}'] = /^export default '(.*)';\n$/.exec(name ? line.read(name) : '') ?? [];
  return JSON.parse(literal.replace(/\\(.)/g, '$1'));
}

describe('the same is learned as of the visits', () => {
  test.each([1, 2, 3, 4, 5])('made by seed %d', async (seed) => {
    const made = makeLooks({ begin: BEGIN, seed });
    line.write('visits.csv', visitsOf(made));
    const truth = await learn('visits.csv --what items --json');
    const one = readItems();
    line.empty();
    line.write('pairs.csv', pairsOf(made, {}, seed % 2 ? '"' : ''));
    const told = await learn('pairs.csv --what items --json');
    expect([truth.code, told.code]).toEqual([0, 0]);
    const other = readItems();
    expect(other.ids).toHaveLength(40);
    expect([other.ids, other.rows]).toEqual([one.ids, one.rows]);
    const [of, ofPairs] = [truth, told].map(({ out }) => JSON.parse(out));
    const { similar, visits, items, left } = ofPairs.parts.items.report;
    expect(left).toEqual({ few: 0, beyond: 0, sensitive: 0, unlisted: 0 });
    expect(items).toBe(40);
    // the same days are the test, and what came next in them is counted alike
    const { test: tested } = of.parts.items.report.similar;
    const { until, runs, asked, listed } = tested;
    expect(similar.test).toMatchObject({ runs, asked, listed });
    expect(similar.test.until >= until).toBe(true);
    expect(visits + runs).toBe(of.parts.items.report.visits - countAfter(made));
    // lists are made of one item here: less, and never judged as surer
    expect(similar.test.hr).toBeLessThanOrEqual(tested.hr + 0.02);
    expect(similar.test.popular.hr).toBeGreaterThanOrEqual(tested.popular.hr - 0.02);
    expect(similar.test.error).toBeGreaterThanOrEqual(tested.error);
    expect(ofPairs.read).toMatchObject({ from: '2026-08-01', until: '2026-09-14', items: 40 });
  });
});
/** Visits behind the days of the test. */
function countAfter(made: Look[]): number {
  const rows = pairsByDefinition(made, { ...asked, days: 400 });
  const upTo = pairsByDefinition(made, asked);
  return Number(rows[0]?.[2]) - Number(upTo[0]?.[2]);
}

test('noise is refused, and why is said in the same words', async () => {
  const { share } = random(5);
  const noise = looks.map((look) => ({
    ...look,
    item: `sku-${String(Math.floor(40 * share() ** 2)).padStart(3, '0')}`,
  }));
  line.write('pairs.csv', pairsOf(noise));
  const { code, out } = await learn('pairs.csv --what items');
  expect({ code, out }).toEqual({
    code: 1,
    out: expect.stringMatching(/items: refused\. Lists from visits held .* that is not more than chance/),
  });
  expect(line.list()).toEqual(['pairs.csv']);
});

test('of two visits alike nothing sensitive is learned, and the catalog says names', async () => {
  const sold = looks.map((look) => ({ ...look, item: look.item === 'sku-000' ? 'cancer-guide' : look.item }));
  line.write('pairs.csv', pairsOf(sold));
  line.write(
    'catalog.csv',
    `id,title,link\n${Array.from({ length: 38 }, (_, i) => `sku-${String(i).padStart(3, '0')},"Thing, ${i}",/p/${i}\n`).join('')}`,
  );
  const { code, out } = await learn('pairs.csv --what items --catalog catalog.csv');
  expect({ code, out }).toEqual({
    code: 0,
    out: expect.stringContaining('pairs of items, as the query of --print-sql counts them'),
  });
  const { ids, facts } = readItems();
  expect(ids).toHaveLength(37);
  expect(ids).not.toContain('cancer-guide');
  expect(facts?.name?.[ids.indexOf('sku-007')]).toBe('Thing, 7');
});

test('more visits for a pair may be asked for than were counted, fewer not', async () => {
  line.write('visits.csv', visitsOf(looks));
  await learn('visits.csv --what items --together 5');
  const { ids, rows } = readItems();
  line.empty();
  line.write('pairs.csv', pairsOf(looks));
  expect((await learn('pairs.csv --what items --together 5')).code).toBe(0);
  expect([readItems().ids, readItems().rows]).toEqual([ids, rows]);
  const { code, err } = await learn('pairs.csv --what items --together 2');
  expect({ code, err }).toEqual({
    code: 1,
    err: expect.stringContaining('Say --together 3, or print the query again'),
  });
});

describe('is refused in words:', () => {
  const BUYERS = `${BUYER_COLUMNS.join()}\n`;
  test.each<[files: Record<string, string>, words: string, code: number, says: RegExp]>([
    [
      { 'p.csv': pairsOf(looks) },
      'p.csv --what rfm',
      2,
      /pairs say something of items alone, and --what leaves them out/,
    ],
    [
      { 'p.csv': pairsOf(looks), 'q.csv': pairsOf(looks) },
      'p.csv q.csv',
      2,
      /q\.csv: one file of pairs at a time/,
    ],
    [
      { 'p.csv': pairsOf(looks), 'v.csv': visitsOf(looks) },
      'p.csv v.csv',
      2,
      /v\.csv: an export cannot be read along with/,
    ],
    [
      { 'b.csv': BUYERS, 'v.csv': visitsOf(looks) },
      'v.csv b.csv',
      2,
      /v\.csv: an export cannot be read along with/,
    ],
    [{ 'b.csv': BUYERS }, 'b.csv --what items', 2, /rows of buyers say nothing of items/],
    [
      { 'p.csv': `${pairsOf(looks)}a,b,1\n` },
      'p.csv',
      1,
      /p\.csv: line \d+ is no row of the query for pairs/,
    ],
    [
      { 'p.csv': `${pairsOf(looks)}a,b,-1,3,0,,,,\n` },
      'p.csv',
      1,
      /p\.csv: line \d+ is no row of the query for pairs/,
    ],
    [
      { 'p.csv': pairsOf(looks, { until: UNTIL - 1 }) },
      'p.csv',
      1,
      /Say the same: --until 2026-09-13 --days 15/,
    ],
    [{ 'p.csv': pairsOf(looks, { days: 30 }) }, 'p.csv', 1, /Say the same: --until 2026-09-14 --days 30/],
    [{ 'p.csv': `${PAIR_COLUMNS.join()}\n` }, 'p.csv', 1, /There is no order in what was read/],
  ])('%#', async (files, words, code, says) => {
    for (const [name, text] of Object.entries(files)) line.write(name, text);
    const said = await learn(words);
    expect({ code: said.code, err: said.err }).toEqual({ code, err: expect.stringMatching(says) });
  });
});
