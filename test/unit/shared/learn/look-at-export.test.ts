// What an export seems to be before it is learned from, and what keeps it from being read.
import { expect, test } from 'vitest';
import { lookAtExport } from '../../../../shared/learn/look-at-export.ts';
import { LearnRefusal } from '../../../../shared/learn/refusal.ts';

const look = (text: string, map = {}) => lookAtExport(text, map, 'orders.csv');

test('each column with three values, and which is what', () => {
  const rows = [
    'Email;Order date;Note;Total',
    ...[1, 2, 3, 4].map((n) => `a${n}@x.example;0${n}.02.2026;;${n},50`),
  ];
  expect(look(`\ufeff${rows.join('\r\n')}`)).toEqual({
    kind: 'orders',
    columns: [
      { name: 'Email', values: ['a1@x.example', 'a2@x.example', 'a3@x.example'] },
      { name: 'Order date', values: ['01.02.2026', '02.02.2026', '03.02.2026'] },
      { name: 'Note', values: [] },
      { name: 'Total', values: ['1,50', '2,50', '3,50'] },
    ],
    at: { buyer: 0, date: 1, total: 3 },
    isUnsettled: false,
  });
});

test.each([
  ...[
    'Order #',
    'Order no.',
    'Order ref',
    'Bestellnr.',
    'Best.-Nr.',
    'Bestell-Nr',
    'Auftragsnummer',
    'Auftragsnr.',
  ],
  ...['N° de commande', 'No. commande', 'Numéro de commande', 'Commande', 'N° ordine', 'Numero ordine'],
  ...['Número de pedido', 'N.º pedido', 'Nº do pedido', 'Número da encomenda', 'Bestelnummer', 'Ordernummer'],
])('an order’s number is called “%s”', (name) =>
  expect(look(`Email;Datum;${name};Total\na@x.example;01.02.2026;A1;1,50\n`)).toMatchObject({
    at: { order: 2 },
  }),
);

test.each([
  ['events of the tag', '{"visitor":"a","name":"purchase","at":1}\n', 'events'],
  ['events of GA4', '{"user_pseudo_id":"a","event_name":"purchase"}\n', 'ga4'],
])('%s have no columns to choose', (_name, text, kind) => expect(look(text)).toEqual({ kind }));

test.each([
  ['two numbers that could be either', '03/04/2026', '05/06/2026', true],
  ['another that tells', '03/04/2026', '13/04/2026', false],
  ['dots', '03.04.2026', '05.06.2026', false],
])('a date of %s', (_name, one, other, isUnsettled) => {
  const text = `buyer,date,total\na,${one},1\nb,${other},1\n`;
  expect(look(text)).toMatchObject({ isUnsettled });
  expect(look(text, { date: 'date:MM/DD/YYYY' })).toMatchObject({ isUnsettled: false });
});

const known = 'Who,When,Sum\na,2026-01-02,3\nb,2026-01-03,4\n';
test.each([
  ['columns of other names', known, {}, {}, { kind: 'missing', roles: ['buyer', 'date', 'total'] }],
  [
    'two that were said',
    known,
    { buyer: 'Who', date: 'When' },
    { buyer: 0, date: 1 },
    { kind: 'missing', roles: ['total'] },
  ],
  [
    'one that was said to be two',
    known,
    { buyer: 'Who', date: 'When', total: 'Sum', order: 'Who' },
    { buyer: 0, date: 1, total: 2, order: 0 },
    { kind: 'two things', column: 'Who', roles: ['buyer', 'order'] },
  ],
  [
    'words where dates should be',
    known,
    { buyer: 'When', date: 'Who', total: 'Sum' },
    { buyer: 1, date: 0, total: 2 },
    { kind: 'content', role: 'date', column: 'Who' },
  ],
  ['no header', 'a@x.example,2026-01-02,3\n', {}, {}, { kind: 'no names' }],
])('%s: what is known of them is kept, and what is missing is said', (_name, text, map, at, fault) => {
  expect(look(text, map)).toMatchObject({ at, fault });
});

test('a header alone is looked at, as are columns that are said to be none', () => {
  expect(look('buyer,date,total')).toMatchObject({ at: { buyer: 0, date: 1, total: 2 } });
  expect(look('buyer,date,total,cancelled at', { cancelled: '' })).toMatchObject({ at: { total: 2 } });
  expect(look('buyer,date,total,cancelled at', { cancelled: '' })).not.toHaveProperty('at.cancelled');
});

test('an empty one is refused, and without a header no cell is told', () => {
  expect(() => look(' \n')).toThrow(LearnRefusal);
  expect(JSON.stringify(look('mark@x.example,2026-01-02,3\n'))).not.toContain('mark');
});
