// The worker that learns, in the test's own thread: the same bytes as the terminal, and for each bad file what is wrong.
import { gzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { createLearner } from '../../../../extension/learner/learner.ts';
import type { Given, LearnOrder, LearnTold } from '../../../../extension/learner/messages.ts';
import { startDraft } from '../../../../extension/panel/draft/draft.ts';
import { editDraft } from '../../../../extension/panel/draft/steps.ts';
import { writeConfig } from '../../../../extension/panel/draft/write-config.ts';
import { sayFault } from '../../../../extension/panel/learn/say-fault.ts';
import { packItems, packRows } from '../../../../shared/items/pack-items.ts';
import { unpackItems } from '../../../../shared/items/unpack-items.ts';
import { nameItems } from '../../../../shared/learn/items/name-items.ts';
import { putLearned } from '../../../../shared/learn/put-learned.ts';
import type { Config } from '../../../../shared/schema/config.ts';
import { linesOf, makeVisits } from '../../../support/made-visits.ts';
import { createCommandLine } from '../../cli/command-line.ts';
import { csvOf, makeOrders } from '../../cli/orders.ts';
import { makeVisits as makeLooks } from '../../shared/learn/items/made-visits.ts';

const line = createCommandLine();
afterAll(line.remove);

const NOW = Date.parse('2026-11-28T12:00:00Z');
const config: Config = {
  version: 1,
  site: 'shop.example',
  revision: 4,
  privacy: { retention: '400d' },
  segments: [],
  experiences: [],
};
const fileOf = (name: string, content: string | Uint8Array<ArrayBuffer>) => new File([content], name);

async function ask(...orders: LearnOrder[]): Promise<LearnTold[]> {
  const told: LearnTold[] = [];
  const learn = createLearner((one) => told.push(one));
  for (const order of orders) await learn(order);
  return told;
}
const learnFrom = (file: File, map: Given['map'] = {}): Promise<LearnTold[]> =>
  ask({ kind: 'learn', given: [{ file, map }], config, goal: undefined, now: NOW });

const ORDERS = csvOf(makeOrders());
const looks = makeLooks(0.9, { visits: 1500, items: 80 }).flatMap((items, visit) =>
  items.map(
    (item, i) => `mark-${visit},${item},${new Date(NOW - 6e9 + visit * 36e5 + i * 6e4).toISOString()}`,
  ),
);
const LOOKS = `Session,Item,Date\n${looks.join('\n')}\n`;
let plain: Promise<LearnTold[]> | undefined;
/** What is told of these orders: learned once, for all that is compared with it. */
const learnPlain = () => (plain ??= learnFrom(fileOf('orders.csv', ORDERS)));

test('the same files give the same bytes as --into, and one step of the draft takes them back', async () => {
  line.write('orders.csv', ORDERS);
  line.write('selvedge.json', writeConfig(config));
  const { code } = await line.runLater('learn orders.csv --config selvedge.json --into'.split(' '));
  expect(code).toBe(0);

  const told = await learnPlain();
  const last = told.at(-1);
  if (last?.kind !== 'learned' || !last.known.config) throw new Error(JSON.stringify(last));
  const learned = last.known.config;
  expect(Object.keys(learned)).toEqual(expect.arrayContaining(['learned', 'rfm', 'value']));
  const draft = editDraft(
    startDraft(config, config, 0),
    'learned',
    (next) => void Object.assign(next, putLearned(next, learned)),
    1,
  );
  // publishing raises it, as --into does
  expect(writeConfig({ ...draft.config, revision: 5 })).toBe(line.read('selvedge.json'));
  expect(`${JSON.stringify(learned, null, 2)}\n`).toBe(line.read('learned.json'));
  expect(draft.past).toHaveLength(1);
  // and nothing that was told on the way holds a row
  expect(JSON.stringify(told)).not.toMatch(/mark-|secret/);
});

test('of visits and items, too: one goal, one file beside the tag, the same bytes of both', async () => {
  const events = linesOf(makeVisits({ visitors: 1500 }));
  const goals = [
    { id: 'cart', name: 'Cart', event: 'add_to_cart' },
    { id: 'order', name: 'Order', event: 'purchase' },
  ];
  const own = { ...config, goals };
  line.write('events.jsonl', events);
  line.write('visits.csv', LOOKS);
  line.write('selvedge.json', writeConfig(own));
  const words = 'learn events.jsonl visits.csv --config selvedge.json --goal order --into';
  expect((await line.runLater(words.split(' '))).code).toBe(0);

  const given = [fileOf('events.jsonl', events), fileOf('visits.csv', LOOKS)].map((file) => ({
    file,
    map: {},
  }));
  const told = await ask(
    { kind: 'learn', given, config: own, goal: 'order', now: NOW },
    { kind: 'again', part: 'items', together: 2, each: 5 },
  );
  const [known, again] = told.flatMap((one) => (one.kind === 'learned' ? [one.known] : []));
  if (!known?.config || !again?.config) throw new Error(JSON.stringify(told.at(-1)));
  expect(Object.keys(known.config)).toEqual(expect.arrayContaining(['models', 'items']));
  expect(known.config.models).toMatchObject([{ goal: 'order' }]);
  expect(`${JSON.stringify(known.config, null, 2)}\n`).toBe(line.read('learned.json'));
  expect(known.files.map(({ name }) => name)).toEqual(
    line.list().filter((name) => name.startsWith('selvedge-items-')),
  );
  for (const { name, text } of known.files) expect(text).toBe(line.read(name));
  // of the same rows other lists, and nothing else is made anew
  expect(again.config).toEqual({ ...known.config, items: { file: again.files[0]?.name } });
  expect(again.files[0]?.name).not.toBe(known.files[0]?.name);
  expect(again.parts.items?.report).toMatchObject({ least: 2, each: 5 });
  expect(again.parts.intent).toEqual(known.parts.intent);
  // and how far it is is told while it is worked out
  expect(told).toContainEqual(expect.objectContaining({ kind: 'working', doing: 'fitting' }));
  expect(JSON.stringify(told)).not.toMatch(/mark-|secret/);
}, 240_000);

const FEED = `<?xml version="1.0"?><rss version="2.0" xmlns:g="http://base.google.com/ns/1.0"><channel><title>Shop</title>${Array.from(
  { length: 80 },
  (_, i) =>
    `<item><g:id>sku-${i}</g:id><g:title>Item ${i}</g:title><g:link>https://shop.example/p/${i}</g:link><g:price>${i + 10}.50 EUR</g:price></item>`,
).join('')}</channel></rss>\n`;
const TABLE = `SKU;Titel;Link;Preis\n${Array.from({ length: 80 }, (_, i) => `sku-${i};Item ${i};/p/${i};${i + 10},50\n`).join('')}`;

test.each([
  ['a feed', 'feed.xml', FEED, {}, ''],
  ['a table whose columns are said', 'table.csv', TABLE, { name: 'Titel' }, ' --map catalog.name=Titel'],
])(
  'of items as a catalog has them, %s: the same bytes of both',
  async (_, name, catalog, fields, words) => {
    line.write('visits.csv', LOOKS);
    line.write(name, catalog);
    const command = `learn visits.csv --catalog ${name} -o of-${name}.json --what rfm,personas,value,items${words}`;
    expect((await line.runLater(command.split(' '))).code).toBe(0);

    const given = [fileOf('visits.csv', LOOKS), fileOf(name, catalog)].map((file) => ({
      file,
      map: {},
      fields,
    }));
    const [looked] = await ask({ kind: 'look', given });
    if (looked?.kind !== 'looked') throw new Error(JSON.stringify(looked));
    expect(looked.found.map(({ kind }) => kind)).toEqual(['visits', 'catalog']);
    const as = ['export', 'catalog'] as const;
    const told = await ask(
      {
        kind: 'learn',
        given: given.map((one, i) => ({ ...one, as: as[i]! })),
        config: undefined,
        goal: undefined,
        now: NOW,
      },
      { kind: 'again', part: 'items', together: 3, each: 5 },
    );
    const [known, again] = told.flatMap((one) => (one.kind === 'learned' ? [one.known] : []));
    expect(`${JSON.stringify(known?.config, null, 2)}\n`).toBe(line.read(`of-${name}.json`));
    const [file] = known?.files ?? [];
    expect(file?.text).toBe(line.read(file?.name ?? ''));
    expect(file?.text).toContain('Item 7');
    expect(known?.parts.items?.report).toMatchObject({ named: 80, catalog: { entries: 80, unmet: 0 } });
    // of another size it is joined, too
    expect(again?.parts.items?.report).toMatchObject({ named: 80, each: 5 });
  },
  120_000,
);

test('a catalog that is none is said, and two are one too many', async () => {
  const catalogOf = (name: string, text: string) => ({
    file: fileOf(name, text),
    map: {},
    as: 'catalog' as const,
  });
  const learnOf = async (...given: Given[]) =>
    (await ask({ kind: 'learn', given, config, goal: undefined, now: NOW })).at(-1);
  const first = catalogOf('a.csv', 'id,title\n1,Tent\n');
  expect(await learnOf(first, catalogOf('b.csv', 'id,title\n1,Tent\n'))).toEqual({
    kind: 'refused',
    file: 'b.csv',
    fault: { kind: 'two catalogs' },
  });
  for (const [text, fault] of [
    ['id,title\n', { kind: 'no catalog', lacks: 'entries' }],
    ['title,link\nTent,/t\n', { kind: 'no catalog', lacks: 'ids' }],
    ['id,colour\n1,red\n', { kind: 'no catalog', lacks: 'facts' }],
    ['id,title\n,a\n1,b\n', { kind: 'without ids', without: 1, entries: 2 }],
    ['<rss><channel><item>', { kind: 'not whole', line: 1 }],
    ['<rss><channel></channel></rss>', { kind: 'no catalog', lacks: 'entries' }],
    ['<!doctype html><p>no', { kind: 'markup' }],
  ] as const)
    expect(await learnOf(catalogOf('it.csv', text))).toEqual({ kind: 'refused', file: 'it.csv', fault });
});

test('packed, and in several files: read to the end, and how much is told', async () => {
  // what is learned of them is not looked at here: fewer do
  const orders = makeOrders(400);
  const half = orders.length >> 1;
  const given = [
    { file: fileOf('a.csv.gz', gzipSync(csvOf(orders.slice(0, half)))), map: {} },
    { file: fileOf('b.csv', csvOf(orders.slice(half))), map: {} },
  ];
  const told = await ask({ kind: 'learn', given, config, goal: undefined, now: NOW });
  const shares = told.flatMap((one) => (one.kind === 'read' ? one.share : []));
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
  expect(shares.at(-1)).toBe(1);
  const [last, before] = [told.at(-1), told.at(-2)];
  expect(before).toEqual({ kind: 'working' });
  expect(last).toMatchObject({ kind: 'learned', known: { read: { orders: orders.length } } });
});

test('what was read is grouped again as the author says', async () => {
  const orders = Array.from({ length: 400 }, (_, buyer) =>
    buyer % 2
      ? [{ buyer, day: 20_300 + (buyer % 10), total: '10.00' }]
      : Array.from({ length: 12 }, (_, i) => ({ buyer, day: 20_210 + 13 * i + (buyer % 9), total: '90.00' })),
  ).flat();
  const given = [{ file: fileOf('orders.csv', csvOf(orders)), map: {} }];
  const told = await ask(
    { kind: 'learn', given, config, goal: undefined, now: NOW },
    { kind: 'again', part: 'personas', groups: 2 },
  );
  const groups = told.flatMap((one) =>
    one.kind === 'learned' ? one.known.config?.personas?.groups.length : [],
  );
  expect(groups.at(-1)).toBe(2);
  expect(told.filter(({ kind }) => kind === 'learned')).toHaveLength(2);
});

const rows = (date: (i: number) => string) =>
  `buyer,date,total\n${Array.from({ length: 40 }, (_, i) => `b${i},${date(i)},5\n`).join('')}`;
const picture = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]);
const gzipped = gzipSync(rows(() => '2026-01-02'));

test.each<[string, string | Uint8Array<ArrayBuffer>, object]>([
  ['nothing', '', { kind: 'empty' }],
  ['a picture', picture, { kind: 'no text' }],
  ['a spreadsheet', Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0]), { kind: 'packed', by: 'zip' }],
  ['letters of two kinds', Uint8Array.from([0xc3, 0xbc, 0xfc, 0x0a]), { kind: 'no UTF-8' }],
  ['UTF-16', Uint8Array.from([0xff, 0xfe, 0x62, 0]), { kind: 'UTF-16' }],
  ['a packed file that is cut', gzipped.subarray(0, gzipped.length - 9), { kind: 'damaged' }],
  [
    'one row in five without a date',
    rows((i) => (i % 5 ? '2026-01-02' : 'soon')),
    { kind: 'content', role: 'date' },
  ],
  ['dates that could be two days', rows(() => '03/04/2026'), { kind: 'form', isMixed: false }],
  [
    'dates of both forms',
    rows((i) => (i % 2 ? '13/04/2026' : '04/13/2026')),
    { kind: 'form', isMixed: true },
  ],
  ['a web page', '<!DOCTYPE html><title>Log in</title>', { kind: 'markup' }],
  ['a JSON array', '[{"visitor":"a"}]', { kind: 'JSON' }],
  [
    'a line without an end',
    `${rows(() => '2026-01-02')}${'x'.repeat(3 << 20)}`,
    { kind: 'long row', line: 42 },
  ],
  ['a quote without an end', `${rows(() => '2026-01-02')}"x`, { kind: 'open quote', line: 42 }],
  ['a config', writeConfig(config), { kind: 'config' }],
])('%s: it is said what is wrong, and with which file', async (_name, content, fault) => {
  const given = [{ file: fileOf('bad.csv', content), map: {} }];
  const told = await ask(
    { kind: 'look', given },
    { kind: 'learn', given, config, goal: undefined, now: NOW },
  );
  const said = told.find(({ kind }) => kind === 'refused');
  expect(said).toEqual({ kind: 'refused', file: 'bad.csv', fault: expect.objectContaining(fault) });
  expect(told.filter(({ kind }) => kind === 'learned')).toEqual([]);
});

test('a header alone is no order, whichever file it is', async () => {
  const told = await learnFrom(fileOf('orders.csv', 'buyer,date,total\n'));
  expect(told.at(-1)).toEqual({ kind: 'refused', fault: { kind: 'no orders' } });
});

test('rows that cannot be read, more than one in ten, are counted under their reasons', async () => {
  // beyond what is looked at first
  const good = Array.from({ length: 600 }, (_, i) => `b${i},2026-01-02,5\n`).join('');
  const bad = Array.from({ length: 200 }, () => 'b,2026-01-02,much\n').join('');
  const told = await learnFrom(fileOf('orders.csv', `buyer,date,total\n${good}${bad}`));
  expect(told.at(-1)).toEqual({
    kind: 'refused',
    file: 'orders.csv',
    fault: {
      kind: 'unreadable',
      rows: 800,
      unread: 200,
      reasons: {
        'no readable total': { rows: 200, lines: ['orders.csv:602', 'orders.csv:603', 'orders.csv:604'] },
      },
    },
  });
});

test('and it is said which column does not tell of them whether they were cancelled', async () => {
  const rows = Array.from({ length: 800 }, (_, i) => `b${i},2026-01-02,5,${i < 600 ? 'paid' : 'zqmark'}\n`);
  const told = (await learnFrom(fileOf('orders.csv', `buyer,date,total,Status\n${rows.join('')}`))).at(-1);
  expect(told).toMatchObject({ kind: 'refused', fault: { kind: 'unreadable', status: 'Status' } });
  if (told?.kind !== 'refused') throw new Error('it was learned from');
  expect(sayFault(told.fault)).toMatch(
    /^200 of 800 rows .+\. Words of “Status” are not known: choose another column for what was cancelled, or none, /,
  );
  expect(JSON.stringify(told)).not.toContain('zqmark');
});

test('letters of a spreadsheet are read as it writes them, and that is told before and after', async () => {
  const text = ORDERS.replaceAll('mark-', 'Müller-');
  const file = fileOf(
    'orders.csv',
    Uint8Array.from(text, (letter) => letter.charCodeAt(0)),
  );
  const [looked] = await ask({ kind: 'look', given: [{ file, map: {} }] });
  if (looked?.kind !== 'looked') throw new Error(JSON.stringify(looked));
  expect(looked.found).toEqual([expect.objectContaining({ kind: 'orders', isWestern: true })]);
  expect(JSON.stringify(looked.found)).toContain('Müller-');
  const told = (await learnFrom(file)).at(-1);
  if (told?.kind !== 'learned') throw new Error(JSON.stringify(told));
  expect(told.known.read.files).toEqual([expect.objectContaining({ name: 'orders.csv', isWestern: true })]);
  const utf8 = (await learnPlain()).at(-1);
  if (utf8?.kind !== 'learned') throw new Error(JSON.stringify(utf8));
  expect(told.known.config).toEqual(utf8.known.config);
});

test('what was learned in the terminal is known again', async () => {
  const learned = {
    learned: { at: '2026-11-28', from: '2025-01-01', until: '2026-11-01' },
    rfm: { per: 'day' },
  };
  const given = [{ file: fileOf('learned.json', JSON.stringify(learned)), map: {} }];
  expect(await ask({ kind: 'look', given })).toEqual([
    { kind: 'looked', found: [{ kind: 'learned', learned }] },
  ]);
});

test('a file of items is known again beside it, and a broken one is told', async () => {
  const text = packItems({
    version: 1,
    made: '2026-11-28',
    ids: ["o'clock <script>", 'b\\'],
    rows: packRows([[1], [0]]),
  });
  const name = nameItems(text);
  // whatever a download made of its name
  const file = fileOf('selvedge-items (1).js', text);
  expect(await ask({ kind: 'look', given: [{ file, map: {} }] })).toEqual([
    { kind: 'looked', found: [{ kind: 'items', name, text }] },
  ]);
  expect(JSON.parse(unpackItems(text) ?? '').ids).toEqual(["o'clock <script>", 'b\\']);
  const broken = fileOf(name, `${text}alert(1)`);
  expect(await ask({ kind: 'look', given: [{ file: broken, map: {} }] })).toEqual([
    { kind: 'refused', file: name, fault: { kind: 'beside' } },
  ]);
});

test('of what a file says was learned only what is learned gets into a config', () => {
  const mean = {
    experiences: [{ id: 'theirs' }],
    site: 'other.example',
    learned: { at: '', from: '', until: '' },
  };
  const put = putLearned(config, mean as never);
  expect(put).toMatchObject({ experiences: [], site: 'shop.example', learned: { at: '' } });
});
