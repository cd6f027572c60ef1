// `selvedge learn` of items, from files of each kind to the file beside the tag; and that nothing of a visitor is in it.
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { BUYER_COLUMNS } from '../../../cli/learn/buyers-query.ts';
import { makeVisits } from '../shared/learn/items/made-visits.ts';
import { createCommandLine } from './command-line.ts';

const line = createCommandLine();
afterAll(line.remove);
beforeEach(line.empty);

const run = (words: string) => line.runLater(`${words} --what items`.split(' '));
const BEGIN = Date.UTC(2026, 0, 1);
const visits = makeVisits(0.9, { visits: 2000, items: 80 });
const atOf = (visit: number, i: number) => new Date(BEGIN + visit * 36e5 + i * 6e4);
const isoOf = (visit: number, i: number) => atOf(visit, i).toISOString().slice(0, 19);
const looks = visits.flatMap((items, visit) => items.map((item, i) => ({ item, visit, i })));

const itemsFile = () => line.list().find((name) => name.startsWith('selvedge-items-')) ?? '';

const logLine = (path: string, visit: number, i: number, agent = 'Mozilla/5.0 mark-agent', status = 200) => {
  const [, month, day, year, time] = /^\w+, (\d+) (\w+) (\d+) (.*) GMT$/.exec(atOf(visit, i).toUTCString())
    ? [0, ...atOf(visit, i).toUTCString().split(' ').slice(1, 5)]
    : [];
  return `203.0.113.${visit % 250} - mark-somebody [${month}/${day}/${year}:${time} +0000] "GET ${path}?mark=secret HTTP/1.1" ${status} 99 "-" "${agent} ${visit}"\n`;
};

const KINDS: [name: string, text: string, more: string][] = [
  [
    'visits.csv',
    `Session,Item,Date,Mail\n${looks.map(({ item, visit, i }) => `mark-${visit},${item},${isoOf(visit, i)},mark@secret.example\n`).join('')}`,
    '',
  ],
  [
    'orders.csv',
    `Email,Order,SKU,Bought,Total\n${looks.map(({ item, visit, i }) => `mark-${visit}@secret.example,mark-o${visit},${item},${isoOf(visit, i)},9.50\n`).join('')}`,
    ' --map date=Bought',
  ],
  [
    'events.jsonl',
    looks
      .map(({ item, visit, i }) => {
        const props = {
          items: [
            {
              item_id: item,
              item_name: `Name of ${item}`,
              item_url: `/p/${item}?from=mark-${visit}#mark`,
              item_image: i % 2 ? `/i/${item}.jpg?for=mark-${visit}` : undefined,
            },
          ],
          mail: 'mark@secret.example',
        };
        return `${JSON.stringify({ visitor: `mark-${visit}`, name: 'view_item', at: Number(atOf(visit, i)), props })}\n`;
      })
      .join(''),
    '',
  ],
  [
    'ga4.jsonl',
    looks
      .map(({ item, visit, i }) => {
        const event_params = [{ key: 'ga_session_id', value: { int_value: `${visit}` } }];
        return `${JSON.stringify({ user_pseudo_id: `mark-${visit % 50}`, event_name: 'view_item', event_timestamp: `${Number(atOf(visit, i))}000`, event_params, items: [{ item_id: item }] })}\n`;
      })
      .join(''),
    '',
  ],
  [
    'access.log',
    looks
      .map(
        ({ item, visit, i }) =>
          logLine(`/p/${item}`, visit, i) +
          logLine('/style.css', visit, i) +
          logLine('/p/mark-missing', visit, i, 'Mozilla/5.0', 404) +
          logLine('/p/mark-crawled', visit, i, 'Mozilla/5.0 (compatible; Googlebot/2.1)'),
      )
      .join(''),
    '',
  ],
];

describe('items', () => {
  test.each(KINDS)('are learned from %s, and nothing of a visitor is told', async (name, text, more) => {
    line.write(name, text);
    line.write(
      'selvedge.json',
      JSON.stringify({ version: 1, site: 'shop.example', revision: 1, segments: [], experiences: [] }),
    );
    const { code, out, err } = await run(`learn ${name} --config selvedge.json --into${more}`);
    expect({ code, err }).toEqual({ code: 0, err: expect.stringContaining('It lies beside the tag.') });
    expect(out).toMatch(/items: 80 of [\d,]+ visits and [\d,]+ orders, in selvedge-items-[0-9a-f]{8}\.js/);
    expect(out).toMatch(
      /of [\d,]+ items that came next \d+ of 100 stood in a list of \d+ \(\d+ to \d+ in 95 of 100 such tests\)/,
    );
    const isNamed = name === 'events.jsonl';
    expect(out.includes('None has a name and an address, without which no list shows an item')).toBe(
      !isNamed,
    );
    const config = line.read('selvedge.json');
    expect(JSON.parse(config)).toMatchObject({ revision: 2, items: { file: itemsFile() } });
    expect(line.run(['check', 'selvedge.json']).code).toBe(0);
    const file = line.read(itemsFile());
    expect(file).toContain('sku-7');
    for (const told of [out, err, config, file, line.read('learned.json')])
      expect(told).not.toMatch(/mark|secret|203\.0/);
    const again = await run(`learn ${name} --json${more}`);
    expect(again.code).toBe(0);
    expect(line.read(itemsFile())).toBe(file);
    expect(JSON.parse(again.out).parts.items).toMatchObject({
      status: 'learned',
      value: { file: itemsFile() },
    });
  });

  test('of an address what is the same of all visitors is told, and of pictures the one that most saw', async () => {
    const told = looks.map(({ item, visit, i }) => {
      const item_image = visit % 10 ? `/i/${item}.jpg?w=300` : `/i/mark-${visit}.jpg`;
      const items = [{ item_id: item, item_url: `/p/${item}?from=mark-${visit}`, item_image }];
      return JSON.stringify({
        visitor: `mark-${visit}`,
        name: 'view_item',
        at: Number(atOf(visit, i)),
        props: { items },
      });
    });
    line.write('events.jsonl', told.join('\n'));
    expect((await run('learn events.jsonl')).code).toBe(0);
    const file = line.read(itemsFile());
    expect(file).toContain('"/p/sku-7"');
    expect(file).toContain('"/i/sku-7.jpg?w=300"');
    expect(file).not.toContain('mark');
  });

  test('of a table whose buyers are told, sessions of one are no different people', async () => {
    const text = (who: (visit: number) => string) =>
      `Session,Item,Date,Email\n${looks.map(({ item, visit, i }) => `s${visit},${item},${isoOf(visit, i)},${who(visit)}\n`).join('')}`;
    line.write(
      'visits.csv',
      text((visit) => `mark-${visit % 2}@secret.example`),
    );
    expect((await run('learn visits.csv')).code).toBe(1);
    line.write(
      'visits.csv',
      text((visit) => `mark-${visit % 50}@secret.example`),
    );
    expect((await run('learn visits.csv')).code).toBe(0);
    expect(line.read(itemsFile())).not.toContain('mark');
  });

  test.each([
    ['a header alone', 'session,item,date\n', /There is no order in what was read/],
    ['nothing', '', /the file is empty/],
    [
      'dates that could be two days',
      `session,item,date\n${looks.map(({ item, visit }) => `v${visit},${item},0${1 + (visit % 9)}/03/2026\n`).join('')}`,
      /whether the day or the month stands first/,
    ],
    ['guests whom nothing tells apart', 'email,item,date\n0,coat,2026-01-01\n', /no buyer: 1/],
    ['addresses for items', 'session,item,date\nv1,a@b.example,2026-01-01\n', /no item: 1/],
  ])('are not learned from %s', async (_, text, says) => {
    line.write('visits.csv', text);
    const { code, err } = await run('learn visits.csv');
    expect({ code, err }).toEqual({ code: 1, err: expect.stringMatching(says) });
    expect(line.list()).toEqual(['visits.csv']);
  });

  test('are said to be missing where no column names one, and where buyers are counted already', async () => {
    line.write('orders.csv', `Email,Order,Date,Total\na@b.example,1,2026-01-01,9\n`);
    const { code, out } = await run('learn orders.csv');
    expect(code).toBe(1);
    expect(out).toContain('items: refused. Nothing that was read names an item');
    line.write('buyers.csv', `${BUYER_COLUMNS.join(',')}\n`);
    const counted = await run('learn buyers.csv');
    expect(counted).toEqual({
      code: 2,
      out: '',
      err: expect.stringContaining('buyers.csv: rows of buyers say nothing of items.'),
    });
  });

  test('noise is refused, and pairs of two visitors are warned of', async () => {
    const [, text] = KINDS[0] ?? ['', ''];
    line.write('visits.csv', text);
    expect((await run('learn visits.csv --together 2')).out).toContain('What only two visitors met is in it');
    const noise = makeVisits(0).flatMap((items, visit) =>
      items.map((item, i) => `v${visit},${item},${isoOf(visit, i)}\n`),
    );
    line.write('noise.csv', `session,item,date\n${noise.join('')}`);
    const { code, out } = await run('learn noise.csv -o other.json');
    expect({ code, out }).toEqual({ code: 1, out: expect.stringContaining('items: refused.') });
  });

  test.each([
    ['--together 1', '--together is a number of different visitors'],
    ['--each 80', '--each is a number of neighbours from 1 to 79'],
    ['--most small', '--most is a size such as 60kB'],
  ])('%s is not understood', async (words, says) => {
    line.write('visits.csv', 'session,item,date\n');
    const { code, err } = await run(`learn visits.csv ${words}`);
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining(says) });
  });

  test('go along with the tag, where their file lies beside the config', async () => {
    const file = 'selvedge-items-3f9a12bc.js';
    const config = { version: 1, site: 'shop.example', revision: 1, segments: [], experiences: [] };
    line.write('selvedge.json', JSON.stringify({ ...config, items: { file } }));
    line.write('without/.keep', '');
    line.write('with/.keep', '');
    expect(line.run(['bundle', 'selvedge.json', '-o', 'without/selvedge.js']).code).toBe(0);
    expect(line.list('without')).not.toContain(file);
    line.write(file, "export default '{}';\n");
    expect(line.run(['bundle', 'selvedge.json', '-o', 'with/selvedge.js']).code).toBe(0);
    expect(line.read(`with/${file}`)).toBe("export default '{}';\n");
  });
});
