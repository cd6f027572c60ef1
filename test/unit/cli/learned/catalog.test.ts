// `--catalog`: what is sold now, from a table or a feed, into the file of items; and what is no catalog.
import { gzipSync } from 'node:zlib';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { readPath } from '../../../../shared/engine/address.ts';
import { readItemHistory } from '../../../../shared/items/item-history.ts';
import { findItemAt } from '../../../../shared/items/item-pages.ts';
import type { ItemsFile } from '../../../../shared/items/items-file.ts';
import { openItems } from '../../../../shared/items/open-items.ts';
import { rankItems } from '../../../../shared/items/rank-items.ts';
import { makeVisits, matesOf } from '../../shared/learn/items/made-visits.ts';
import { createCommandLine } from '../command-line.ts';

const line = createCommandLine();
afterAll(line.remove);

const BEGIN = Date.UTC(2026, 0, 1);
const isoOf = (visit: number, i: number) =>
  new Date(BEGIN + visit * 36e5 + i * 6e4).toISOString().slice(0, 19);
const ITEMS = 80;
const visits = makeVisits(0.9, { visits: 2000, items: ITEMS });
const looks = visits.flatMap((items, visit) => items.map((item, i) => ({ item, visit, i })));
const VISITS = `session,item,date\n${looks.map(({ item, visit, i }) => `v${visit},${item},${isoOf(visit, i)}\n`).join('')}`;

beforeEach(() => {
  line.empty();
  line.write('visits.csv', VISITS);
});

const learn = (catalog: string, more = '') =>
  line.runLater(`learn visits.csv --what items --catalog ${catalog}${more}`.split(' '));

function readItems(): { file: ItemsFile; items: NonNullable<ReturnType<typeof openItems>> } {
  const name = line.list().find((one) => one.startsWith('selvedge-items-')) ?? '';
  const [, literal = ''] = /^export default '(.*)';\n$/.exec(line.read(name)) ?? [];
  const text = literal.replace(/\\(x3C|.)/g, (_, sign) => (sign === 'x3C' ? '<' : sign));
  const items = openItems(text);
  if (!items) throw new Error('no file of items');
  return { file: JSON.parse(text), items };
}
const itemOf = (id: string) => {
  const { items } = readItems();
  return items.item(items.rank(id) ?? -1);
};

const numbers = Array.from({ length: ITEMS }, (_, i) => i);
const groupOf = (i: number) =>
  i === 5 ? 'Health &amp; Beauty &gt; Health Care' : `Goods &gt; Group ${i % 4}`;
const rss = (more = '') => `<?xml version="1.0" encoding="utf-8"?>
<rss xmlns:g="http://base.google.com/ns/1.0" version="2.0"><channel>
<title>The shop</title><link>https://shop.example</link>
${numbers
  .map(
    (i) => `<item>
<g:id>sku-${i}</g:id><title><![CDATA[Thing ${i} <b>& co</b>]]></title>
<link>https://shop.example/p.php?id=${i}&amp;utm_source=feed</link>
<g:image_link>https://cdn.example/${i}.jpg?w=300</g:image_link>
<g:shipping><g:country>DE</g:country><g:price>4.90 EUR</g:price></g:shipping>
<g:price>${10 + i}.50 EUR</g:price><g:availability>${i === 7 ? 'out_of_stock' : 'in_stock'}</g:availability>
<g:product_type>${groupOf(i)}</g:product_type><g:product_type>Another</g:product_type>
</item>`,
  )
  .join('\n')}
<item><g:id>sku-gone</g:id><title>Gone</title></item>${more}
</channel></rss>`;

const atom = `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:g="http://base.google.com/ns/1.0"><title>The shop</title>
${numbers.map((i) => `<entry><g:id>sku-${i}</g:id><title>Thing ${i}</title><link rel="self" href="https://shop.example/feed"/><link href="https://shop.example/p/${i}"/><g:price>${i}.00 EUR</g:price></entry>`).join('\n')}
</feed>`;

const tsv = `id\ttitle\tlink\timage_link\tprice\tavailability\tproduct_type
${numbers.map((i) => `sku-${i}\tThing ${i}\thttps://shop.example/p/${i}\t/i/${i}.jpg\t${10 + i}.50 EUR\tin stock\tGoods > Group ${i % 4}`).join('\n')}
`;

describe('a feed', () => {
  test('says of each item what a card shows, and what of it was met by nobody is said', async () => {
    line.write('feed.xml', rss());
    const { code, out, err } = await learn('feed.xml');
    expect({ code, err }).toEqual({ code: 0, err: expect.stringContaining('It lies beside the tag.') });
    expect(out).toContain('In the catalog: 81; one of them was met by nobody: sku-gone.');
    expect(out).toContain('Items left out: 1 about health, belief or another such matter.');
    expect(itemOf('sku-3')).toMatchObject({
      name: 'Thing 3 <b>& co</b>',
      url: 'https://shop.example/p.php?id=3',
      image: 'https://cdn.example/3.jpg?w=300',
      price: 13.5,
      currency: 'EUR',
      group: 'Group 3',
      stock: 1,
    });
    expect(itemOf('sku-7').stock).toBe(0);
    const { file } = readItems();
    expect(file.ids).not.toContain('sku-5');
    expect(file.ids).not.toContain('sku-gone');
    expect(JSON.stringify(file)).not.toMatch(/utm_|Health|4\.9[^\d]/);
  });

  test('of Atom is read, too, and one that is packed', async () => {
    line.write('feed.xml.gz', gzipSync(atom));
    expect((await learn('feed.xml.gz')).code).toBe(0);
    expect(itemOf('sku-3')).toMatchObject({ name: 'Thing 3', url: 'https://shop.example/p/3', price: 3 });
  });

  test('of other letters than UTF-8 is read, and that is said', async () => {
    line.write('feed.tsv', Buffer.from(tsv.replaceAll('Thing', 'Mütze'), 'latin1'));
    const { code, err } = await learn('feed.tsv');
    expect(code).toBe(0);
    expect(err).toContain('--catalog feed.tsv: its letters were read as Windows-1252');
    expect(itemOf('sku-3').name).toBe('Mütze 3');
  });

  test('is told in words and in data the same', async () => {
    line.write('feed.xml', rss());
    const { out } = await learn('feed.xml', ' --json');
    expect(JSON.parse(out).parts.items.report.catalog).toEqual({
      entries: 81,
      unmet: 1,
      ids: ['sku-gone'],
      noted: {},
    });
  });
});

describe('a table', () => {
  test.each(['\n', '\r'])('with tabs, as for Google Merchant, its lines ended by %j', async (end) => {
    line.write('feed.tsv', tsv.replaceAll('\n', end));
    const { code, out } = await learn('feed.tsv');
    expect({ code, out }).toEqual({
      code: 0,
      out: expect.stringContaining('each of them was met'),
    });
    expect(itemOf('sku-3')).toMatchObject({
      url: 'https://shop.example/p/3',
      image: '/i/3.jpg',
      price: 13.5,
    });
  });

  test('with semicolons, quotes and commas in prices; what it does not hold is left out', async () => {
    const rows = numbers.slice(0, 60).map((i) => `sku-${i};"Ding ""${i}"";\nzwei";${10 + i},50 €\r\n`);
    line.write('katalog.csv', `\ufeffArtikelnummer;Artikelname;Preis\r\n${rows.join('')}`);
    const { code, out } = await learn('katalog.csv');
    expect({ code, out }).toEqual({
      code: 0,
      out: expect.stringContaining('20 that the catalog does not list'),
    });
    expect(itemOf('sku-3')).toMatchObject({ name: 'Ding "3"; zwei', price: 13.5, currency: 'EUR' });
    expect(readItems().file.ids).not.toContain('sku-70');
  });
});

test('of an access log the pages become the items that the catalog knows by their addresses', async () => {
  const log = looks
    .map(({ item, visit, i }) => {
      const [, day, month, year, time] = new Date(BEGIN + visit * 36e5 + i * 6e4).toUTCString().split(' ');
      return `203.0.113.${visit % 250} - - [${day}/${month}/${year}:${time} +0000] "GET /p%C3%A4/${item.slice(4)};sid=${visit} HTTP/1.1" 200 9 "-" "Mozilla/5.0 a${visit}"\n`;
    })
    .join('');
  line.write('access.log', log);
  line.write('feed.tsv', tsv.replaceAll('/p/', '/pä/'));
  const { code } = await line.runLater('learn access.log --what items --catalog feed.tsv'.split(' '));
  expect(code).toBe(0);
  expect(itemOf('sku-3')).toMatchObject({ name: 'Thing 3' });
  const { file, items } = readItems();
  expect(file.ids.every((id) => id.startsWith('sku-'))).toBe(true);
  expect(file.pages).toBe(true);
  // and a browser that has views of pages alone finds what goes with them
  const itemAt = findItemAt(items, (address) => readPath(new URL(address)));
  const events = [{ name: 'page_view', at: 1, props: { path: '/pä/3' } }];
  const wish = { from: ['similar'], count: 3 };
  const found = rankItems(items, readItemHistory(events, { itemAt }), wish, () => true, 2);
  expect(found.map(({ id }) => id).sort()).toEqual(matesOf('sku-3').sort());
  expect(rankItems(items, readItemHistory(events), wish, () => true, 2)).toEqual([]);
});

test('a table of visits is of no pages', async () => {
  line.write('feed.tsv', tsv);
  await learn('feed.tsv');
  expect(readItems().file.pages).toBeUndefined();
});

describe('a table whose columns are called otherwise', () => {
  const called = tsv.replace(/^.*/, 'Code\tWas\tSeite\tFoto\tKostet\tavailability\tproduct_type');
  const map =
    'item=item,catalog.id=Code,catalog.name=Was,catalog.url=seite,catalog.image=Foto,catalog.price=Kostet';

  test('is read as `--map` says', async () => {
    line.write('items.tsv', called);
    const { code, err } = await learn('items.tsv', ` --map ${map}`);
    expect({ code, err }).toEqual({ code: 0, err: expect.stringContaining('It lies beside the tag.') });
    expect(itemOf('sku-3')).toMatchObject({
      name: 'Thing 3',
      url: 'https://shop.example/p/3',
      image: '/i/3.jpg',
      price: 13.5,
      group: 'Group 3',
    });
  });

  test('and may begin with the line in which a spreadsheet says what separates', async () => {
    line.write('items.csv', `sep=;\r\n${tsv.replaceAll('\t', ';')}`);
    const { code } = await learn('items.csv');
    expect([code, itemOf('sku-3').name]).toEqual([0, 'Thing 3']);
  });

  test('is refused with those that it has, and how to say which is which', async () => {
    line.write('items.tsv', called);
    const { code, err } = await learn('items.tsv');
    expect(code).toBe(1);
    expect(err).toContain(
      'no column of its first line is called id, sku or item_id. There are: Code, Was, Seite, Foto, Kostet, availability, product_type. Say which it is: --map catalog.id=COLUMN.',
    );
    const { err: none } = await learn('items.tsv', ' --map catalog.id=Artikel');
    expect(none).toContain(
      '--catalog items.tsv: no column of its first line is called "Artikel", as --map says of catalog.id. There are: Code,',
    );
  });

  test('is not quoted where no column is known: its first line may be its first row', async () => {
    line.write('items.csv', 'ann@example.com,Ann\nbea@example.com,Bea\n');
    const { err } = await learn('items.csv');
    expect(err).toMatch(/the first line of the file names them, 2 in all; else write one above it/i);
    expect(err).not.toMatch(/example\.com|Ann|Bea/);
  });

  test('a feed may call its fields otherwise, too', async () => {
    line.write('feed.xml', rss().replaceAll('g:id>', 'g:mpn>'));
    expect((await learn('feed.xml')).err).toContain(
      'Say which field of the feed it is: --map catalog.id=FIELD.',
    );
    const { code } = await learn('feed.xml', ' --map catalog.id=g:mpn');
    expect([code, itemOf('sku-3').name]).toEqual([0, 'Thing 3 <b>& co</b>']);
    expect((await learn('feed.xml', ' --map catalog.id=g:none')).err).toContain(
      'none of its entries has a field "g:none", as --map says of catalog.id.',
    );
  });

  test.each([
    [
      'learn visits.csv --map catalog.id=Code',
      /--map says what a catalog is made of: say --catalog FILE with it/,
    ],
    [
      'learn visits.csv --catalog items.tsv --map catalog.mood=Code',
      /--map says which column is what.*catalog\.id/s,
    ],
    ['learn visits.csv --catalog items.tsv --map catalog.id=A,catalog.id=B', /--map says catalog\.id twice/],
  ])('%s is misunderstood', async (words, said) => {
    line.write('items.tsv', called);
    const { code, err } = await line.runLater(words.split(' '));
    expect(code).toBe(2);
    expect(err).toMatch(said);
  });
});

describe('is refused in words where it is none:', () => {
  test.each([
    ['empty.csv', '', /--catalog empty\.csv: the file is empty/],
    ['header.csv', 'id,title\n', /below its header there is nothing/],
    ['other.csv', 'color,title\nred,Coat\n', /no column of its first line is called id, sku or item_id/],
    ['ids.csv', 'id\nsku-1\n', /beside ids it has no column that is known/],
    ['blank.csv', 'id,title\nsku-1,A\n,B\n,C\n', /2 of its 3 entries have no id/],
    ['open.csv', 'id,title\nsku-1,"A\nsku-2,B\n', /a quote that begins in line 2 is never closed/],
    ['page.html', '<!DOCTYPE html><html></html>', /this is a web page/],
    ['data.json', '{"items":[]}', /this is JSON/],
    ['cut.xml', '<rss><channel>\n<item><id>1</id>', /it is XML that is not whole: .* in line 2/],
    ['odd.xml', '<rss>\n<a>&nope;</a></rss>', /it is XML that is not whole: .* in line 2/],
    ['news.xml', '<rss><channel><title>x</title></channel></rss>', /it holds no <item> and no <entry>/],
    ['both.csv', Buffer.from('id,title\nsku-1,MÃ¼tze\nsku-2,Hüte\n', 'latin1'), /it is not UTF-8/],
    ['sheet.xlsx', Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0, 0]), /--catalog sheet\.xlsx: .*zip/],
  ])('%s', async (name, text, says) => {
    line.write(name, text);
    const { code, out, err } = await learn(name);
    expect({ code, out, err }).toEqual({ code: 1, out: '', err: expect.stringMatching(says) });
    expect(line.list()).toEqual([name, 'visits.csv'].sort());
  });

  test('no such file', async () =>
    expect((await learn('none.csv')).err).toBe(
      '--catalog none.csv: there is no such file. Check the name and the folder.\n',
    ));

  test('what speaks of other ids than the visits, of which both are told', async () => {
    line.write('feed.tsv', tsv.replaceAll('sku-', 'DE_'));
    const { code, out } = await learn('feed.tsv');
    expect(code).toBe(1);
    expect(out).toMatch(
      /items: refused\. No entry of the catalog is an item that was met: its ids are such as "DE_0", .* and those that were met such as "sku-/,
    );
  });

  test('what speaks of other ids than visits of a few, of whom nothing is told', async () => {
    line.write('feed.tsv', tsv.replaceAll('sku-', 'DE_'));
    const alone = ['visitor,item,date', 'v1,hiv-test,2026-02-01', 'v2,rope,2026-02-02'];
    line.write('few.csv', `${alone.join('\n')}\n`);
    const { out } = await line.runLater('learn few.csv --what items --catalog feed.tsv'.split(' '));
    expect(out).toContain('No entry of the catalog is an item that was met: its ids are such as "DE_0"');
    expect(out).not.toContain('hiv-test');
  });

  test.each([
    ['--what rfm --catalog feed.tsv', /--catalog says something of items, and --what leaves them out/],
    ['--catalog -', /--catalog names a file/],
    ['--catalog visits.csv -o visits.csv', /-o visits\.csv: that is what is read/],
  ])('%s', async (words, says) => {
    const { code, err } = await line.runLater(`learn visits.csv ${words}`.split(' '));
    expect({ code, err }).toEqual({ code: 2, err: expect.stringMatching(says) });
  });
});
