// `--print-sql`: where the engines are installed both take the queries as they are and answer what the built-in fold holds,
// and of pairs what they are by definition; and from the result of the first the same is learned as from the orders.
import { createRequire } from 'node:module';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { BUYER_COLUMNS } from '../../../../cli/learn/buyers-query.ts';
import { holdOrders } from '../../../../shared/learn/held-orders.ts';
import { createOrders } from '../../../../shared/learn/orders.ts';
import { products } from '../../../shop/data/products.mjs';
import { makeYear } from '../../../shop/year/make-orders.ts';
import { createCommandLine } from '../command-line.ts';
import { makeLooks, pairsByDefinition, plainRows } from './pairs-by-definition.ts';

const line = createCommandLine();
afterAll(line.remove);
beforeEach(line.empty);

const DAY_MS = 864e5;
const END = Date.UTC(2026, 10, 24) / DAY_MS;
const UNTIL = END - 90;
/** Of the shorter one there are days that are forgotten. */
const [HELD, LONG] = [150, 300];
const until = new Date(UNTIL * DAY_MS).toISOString().slice(0, 10);
const configOf = (held: number) => ({
  version: 1,
  site: 's',
  revision: 1,
  privacy: { retention: `${held}d` },
  segments: [],
  experiences: [],
});

/** Out of a report: which memory would be enough, 0 where it is. */
function takeEnough({ faults = [] }: { faults?: { enough?: number }[] }): number {
  const [{ enough = 0 } = {}] = faults;
  for (const fault of faults) delete fault.enough;
  return enough;
}

type Row = [buyer: string, order: string, at: number, total: number];
const rows = makeYear({ products, buyers: 700, until: END }).orders.flatMap((order): Row[] => {
  const { buyer, number, at, total, refunded, told } = order;
  const one: Row = [buyer.toUpperCase(), number, at, total];
  const back: Row[] = refunded > 0 ? [[buyer, number, at + 5 * DAY_MS, -refunded]] : [];
  return [...Array.from({ length: told }, () => one), ...back];
});
const timeOf = (at: number) => new Date(at).toISOString().slice(0, 19).replace('T', ' ');
const text = `buyer,order,date,total\n${rows.map(([buyer, order, at, total]) => `${buyer},${order},${timeOf(at)},${total}\n`).join('')}`;

/** What the built-in fold holds, as the query's rows. */
function holdRows(days: number): number[][] {
  const store = createOrders();
  for (const [buyer, order, at, total] of rows) store.add(buyer.toLowerCase(), order, at, total);
  const orders = store.settle();
  const [held] = holdOrders(orders, { evenings: [UNTIL, UNTIL], retentionMs: days * DAY_MS });
  const all = Array.from({ length: orders.buyers }, () => new Map<number, number>());
  for (let i = 0; i < orders.count; i++) {
    const days = all[orders.buyer[i]!]!;
    const day = Math.floor(orders.at[i]! / DAY_MS);
    days.set(day, (days.get(day) ?? 0) + orders.total[i]!);
  }
  const places = new Map([...held.buyer.subarray(0, held.count)].map((buyer, place) => [buyer, place]));
  return all
    .map((days, buyer) => ({ days, place: places.get(buyer) }))
    .filter(({ days }) => days.size > 0)
    .map(({ days: own, place }) => {
      const before = [...own.keys()].filter((day) => day <= UNTIL - days);
      const after = [...own.keys()].filter((day) => day > UNTIL && day <= END);
      const oldest = place === undefined ? 0 : held.age[place]!;
      return [
        ...(place === undefined
          ? [0, 0, 0, 0, 0]
          : [
              held.frequency[place]!,
              oldest,
              held.recency[place]!,
              held.monetary[place]!,
              own.get(UNTIL - oldest)!,
            ]),
        before.length,
        before.length ? UNTIL - Math.min(...before) : 0,
        after.length,
        after.length ? Math.max(...after) - UNTIL : 0,
      ];
    });
}
const sorted = (all: number[][]) =>
  all.map((row) => row.map((one) => Math.round(one * 1e4) / 1e4).join()).sort();

const print = async (...words: string[]) => {
  line.write('config.json', JSON.stringify(configOf(HELD)));
  const { code, out, err } = await line.runLater([
    'learn',
    '--print-sql',
    '--until',
    until,
    '--config',
    'config.json',
    ...words,
  ]);
  expect([code, err]).toEqual([0, '']);
  return out.split(/;\n/).slice(0, 2) as [string, string];
};

test('needs a day, and reads nothing', async () => {
  expect((await line.runLater(['learn', '--print-sql'])).err).toMatch(/say --until DATE/);
  const { code, err } = await line.runLater(['learn', 'a.csv', '--print-sql', '--until', until]);
  expect(code).toBe(2);
  expect(err).toMatch(/--print-sql takes no file/);
  for (const role of ['cancelled', 'refunded']) {
    const map = ['--map', `${role}=Status`];
    const other = await line.runLater(['learn', '--print-sql', '--until', until, ...map]);
    expect(other).toEqual({
      code: 2,
      out: '',
      err: expect.stringContaining(
        `--print-sql reads no column for ${role}: its table has a row for each order that came to be, and one below 0 for what was given back.`,
      ),
    });
  }
  const [buyers] = await print('--map', 'buyer=E-mail "x",date=Paid at');
  expect(buyers).toContain('lower(trim("E-mail ""x""")) AS who');
  expect(buyers).toContain('"Paid at" AS moment');
});

describe('of its result', () => {
  const buyersOf = (held: number) =>
    `${BUYER_COLUMNS.map((name) => `"${name}"`).join()}\n${holdRows(held)
      .map((row) => `${row.join()},"${until}",${held},90\n`)
      .join('')}`;
  const learn = (file: string, ...words: string[]) =>
    line.runLater(['learn', file, '--config', 'config.json', '--until', until, '--json', ...words]);

  beforeEach(() => {
    line.write('config.json', JSON.stringify(configOf(HELD)));
    line.write('orders.csv', text);
    line.write('buyers.csv', buyersOf(HELD));
  });

  test.each([HELD, LONG])('the same is learned as of the orders, by who remembers %d days', async (held) => {
    line.write('config.json', JSON.stringify(configOf(held)));
    line.write('buyers.csv', buyersOf(held));
    const of = ['--what', 'rfm,value'];
    const truth = await learn('orders.csv', ...of);
    const written = JSON.parse(line.read('learned.json'));
    const told = await learn('buyers.csv', ...of);
    expect([truth.code, told.code]).toEqual([0, 0]);
    const [one, other] = [JSON.parse(truth.out), JSON.parse(told.out)];
    expect(other.parts.rfm).toEqual(one.parts.rfm);
    // on which day each of what is older than the memory was is not counted: as late as can be, so what is said is enough
    const enough = takeEnough(other.parts.value.report);
    expect(enough).toBeGreaterThanOrEqual(takeEnough(one.parts.value.report));
    expect(other.parts.value.report).toEqual(one.parts.value.report);
    expect(other.read).toMatchObject({ buyers: one.read.buyers, orderDays: one.read.orderDays });
    expect(JSON.parse(line.read('learned.json'))).toMatchObject({
      learned: written.learned,
      rfm: written.rfm,
    });
  });

  test.each<[what: string, words: string[], says: RegExp]>([
    ['another day', ['--until', '2026-08-01'], /Say the same: --until 2026-08-26 --days 90/],
    ['other days of test', ['--until', until, '--days', '30'], /Say the same: --until 2026-08-26 --days 90/],
    ['no day', [], /Say the same: --until 2026-08-26 --days 90/],
  ])('it is refused where it was counted otherwise: %s', async (_what, words, says) => {
    const { code, err } = await line.runLater(['learn', 'buyers.csv', '--config', 'config.json', ...words]);
    expect(code).toBe(1);
    expect(err).toMatch(says);
  });

  test('it is refused where the config remembers otherwise, or a row is none', async () => {
    const { err } = await line.runLater(['learn', 'buyers.csv', '--until', until]);
    expect(err).toMatch(/a memory of 150 days, and the config says another/);
    line.write('buyers.csv', `${buyersOf(HELD)}1,2\n`);
    expect((await learn('buyers.csv')).err).toMatch(/line \d+ is no row of the query/);
  });
});

interface Engine {
  /** creates a table, and fills it */
  fill(
    name: string,
    columns: [name: string, type: 'text' | 'time' | 'number'][],
    cells: string[],
  ): Promise<void>;
  ask(sql: string): Promise<string[][]>;
  close(): void;
}
const at = createRequire(import.meta.url);
const isThere = (name: string): boolean => {
  try {
    return at.resolve(name) !== '';
  } catch {
    return false;
  }
};

async function openDuck(): Promise<Engine> {
  const { DuckDBInstance } = at('@duckdb/node-api');
  const database = await (await DuckDBInstance.create(':memory:')).connect();
  const TYPES = { text: 'VARCHAR', time: 'TIMESTAMP', number: 'DOUBLE' };
  return {
    async fill(name, columns, cells) {
      const said = columns.map(([column, type]) => `"${column}" ${TYPES[type]}`);
      await database.run(`CREATE TABLE ${name} (${said.join()})`);
      await database.run(`INSERT INTO ${name} VALUES ${cells.join()}`);
    },
    ask: async (sql) =>
      (await database.runAndReadAll(sql)).getRowsJson().map((row: unknown[]) => row.map(String)),
    close: () => database.closeSync(),
  };
}

async function openHouse(): Promise<Engine> {
  const { Session } = at('chdb');
  const database = new Session();
  const TYPES = { text: 'String', time: 'DateTime', number: 'Float64' };
  return {
    async fill(name, columns, cells) {
      const said = columns.map(([column, type]) => `"${column}" ${TYPES[type]}`);
      database.query(`CREATE TABLE ${name} (${said.join()}) ENGINE = Memory`, 'CSV');
      database.query(`INSERT INTO ${name} VALUES ${cells.join()}`, 'CSV');
    },
    ask: async (sql) =>
      JSON.parse(database.query(sql, 'JSONCompact')).data.map((row: unknown[]) => row.map(String)),
    close: () => database.cleanup?.(),
  };
}

describe.each([
  ['@duckdb/node-api', openDuck],
  ['chdb', openHouse],
] as const)('%s', (name, open) => {
  describe.skipIf(!isThere(name))('takes the queries as they are', { timeout: 300_000 }, () => {
    let engine: Engine;
    beforeAll(async () => {
      engine = await open();
    });
    afterAll(() => engine.close());

    test('and answers of each buyer what the built-in fold holds', async () => {
      const cells = rows.map(
        ([buyer, order, when, total]) => `('${buyer}','${order}','${timeOf(when)}',${total})`,
      );
      const columns = [
        ['buyer', 'text'],
        ['order', 'text'],
        ['date', 'time'],
        ['total', 'number'],
      ] as const;
      await engine.fill(
        'orders',
        [...columns.map(([one, type]) => [one, type] as [string, typeof type])],
        cells,
      );
      const [sql] = await print();
      const answer = await engine.ask(sql);
      expect(answer.length).toBeGreaterThan(600);
      expect(answer[0]!.slice(-3)).toEqual([until, `${HELD}`, '90']);
      expect(sorted(answer.map((row) => row.slice(0, -3).map(Number)))).toEqual(sorted(holdRows(HELD)));
    });

    test('and answers of pairs what they are by definition', async () => {
      const looks = makeLooks({ visitors: 400, items: 24, begin: (UNTIL - 40) * DAY_MS, days: 60 });
      const cells = looks.map(({ visitor, at, item }) => `('${visitor}','${timeOf(at)}','${item}')`);
      await engine.fill(
        'looks',
        [
          ['visitor', 'text'],
          ['at', 'time'],
          ['item', 'text'],
        ],
        cells,
      );
      const [, sql] = await print('--days', '15', '--together', '4');
      const answer = await engine.ask(sql);
      const expected = pairsByDefinition(looks, { until: UNTIL, days: 15, together: 4 });
      expect(expected.length).toBeGreaterThan(100);
      expect(plainRows(answer)).toEqual(plainRows(expected));
    });
  });
});
