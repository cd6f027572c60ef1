// Orders that were cancelled, by a column that says so; and a status that nobody said is one.
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { whole } from '../../../../shared/learn/times.ts';
import { createCommandLine } from '../command-line.ts';
import { csvOf, dayOf, mailOf, makeOrders } from '../orders.ts';

const line = createCommandLine();
afterAll(line.remove);
beforeEach(line.empty);

const orders = makeOrders();
const plain = csvOf(orders);
/** Every tenth order is another. */
function write(head: string, usual: string, other: string): void {
  const [first = '', ...rows] = plain.trimEnd().split('\n');
  const more = rows.map((row, i) => `${row},${i % 10 ? usual : other}`);
  line.write('orders.csv', `${[`${first},${head}`, ...more].join('\n')}\n`);
}
const TENTH = Math.ceil(orders.length / 10);
const learn = async (...more: string[]) => {
  const said = await line.runLater(['learn', 'orders.csv', '--what', 'rfm', ...more]);
  return {
    ...said,
    read: said.code === 0 && more.includes('--json') ? JSON.parse(said.out).read : undefined,
  };
};

describe('cancelled', () => {
  test.each([
    ['Cancelled at', '', '2026-01-03'],
    ['Cancelled', '0', '1'],
    ['Canceled', 'false', 'true'],
    ['storniert', 'nein', 'ja'],
  ])('is found as "%s": "%s" is an order, "%s" is none', async (head, usual, other) => {
    write(head, usual, other);
    const { read } = await learn('--json');
    expect(read).toMatchObject({ orders: orders.length - TENTH, noted: { cancelled: TENTH }, refused: 0 });
    expect(read.files[0]).not.toHaveProperty('status');
  });

  test.each([
    ['Status', 'completed', 'cancelled', 'cancelled=Status'],
    ['Order Status', 'wc-processing', 'wc-refunded', 'cancelled=Order Status'],
    ['Status', 'closed', 'Rückläufer', 'cancelled=Status:rückläufer,weg'],
  ])('is told of %s: "%s" and "%s"', async (head, usual, other, map) => {
    write(head, usual, other);
    const { read } = await learn('--json', '--map', `${map},date=Order date`);
    expect(read).toMatchObject({ orders: orders.length - TENTH, noted: { cancelled: TENTH }, refused: 0 });
    expect(read.files[0]).not.toHaveProperty('status');
  });

  test('is asked for where most words say neither, and none of them is told', async () => {
    write('Status', 'zqmark', 'cancelled');
    const { code, out, err } = await learn('--map', 'cancelled=Status');
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain(
      'what stands in "Status" does not say which orders were cancelled: read are a date, yes or no, 1 or 0, and usual words such as paid or cancelled.',
    );
    expect(err).toContain('--map "cancelled=Status:WORD,WORD"');
    expect(err).not.toContain('zqmark');
  });

  test.each([[[]], [['--map', 'cancelled=Status']]])(
    'is asked for, too, where many words say neither behind those that were looked at: learn %j',
    async (said) => {
      const [first = '', ...rows] = plain.trimEnd().split('\n');
      const more = rows.map((row, i) => `${row},${i < 600 ? 'paid' : 'zqmark'}`);
      line.write('orders.csv', `${[`${first},Status`, ...more].join('\n')}\n`);
      const { code, out, err } = await learn(...said);
      expect({ code, out }).toEqual({ code: 1, out: '' });
      expect(err).toContain('rows could not be read, and more than 1 in 10 is too many. cancelled or not: ');
      expect(err).toContain(
        'Words of "Status" are not known. Say which of its words mean cancelled, and the others count as orders: --map "cancelled=Status:WORD,WORD". Or it is not read, and every row counts: --map cancelled= (with nothing behind it).',
      );
      expect(err).not.toContain('zqmark');
      expect((await learn('--map', 'cancelled=Status:zqmark')).code).toBe(0);
      expect((await learn('--map', 'cancelled=')).code).toBe(0);
    },
  );

  test('is counted with its line where few words say neither', async () => {
    const [first = '', ...rows] = plain.trimEnd().split('\n');
    const more = rows.map((row, i) => `${row},${i === 700 ? 'zqmark' : 'paid'}`);
    line.write('orders.csv', `${[`${first},Status`, ...more].join('\n')}\n`);
    const { code, out } = await learn('--map', 'cancelled=Status');
    expect(code).toBe(0);
    expect(out).toContain('1 row not read: cancelled or not (orders.csv:702)');
    expect(out).not.toContain('zqmark');
  });
});

/** Of ten orders each one says another word. */
function writeWords(header: string, words: string[]): void {
  const rows = orders.map(
    ({ buyer, day, total }, i) => `${i},${mailOf(buyer)},${dayOf(day)},${total},${words[i % words.length]}`,
  );
  line.write('orders.csv', `${[header, ...rows].join('\n')}\n`);
}
const shareOf = (words: string[], among: string[]) =>
  orders.filter((_, i) => among.includes(words[i % words.length] ?? '')).length;

describe('a status is read by itself, with how many orders it leaves out and by which words', () => {
  test.each([
    [
      'WooCommerce',
      'Order Number,Email (Billing),Order Date,Order Total Amount,Order Status',
      ['Completed', 'Processing', 'On hold', 'Pending payment', 'Cancelled', 'Refunded', 'Failed'],
      ['Cancelled', 'Refunded', 'Failed'],
    ],
    [
      'WooCommerce as it is stored',
      'order_id,billing_email,date_created,total,status',
      ['wc-completed', 'wc-processing', 'wc-on-hold', 'wc-cancelled', 'trash', 'wc-checkout-draft'],
      ['wc-cancelled', 'trash', 'wc-checkout-draft'],
    ],
    [
      'Shopify without the day of cancelling',
      'Name,Email,Created at,Total,Financial Status',
      ['paid', 'partially_refunded', 'authorized', 'pending', 'voided', 'refunded'],
      ['voided', 'refunded'],
    ],
    [
      'Shopware',
      'order_number,customer_email,order_date_time,amount_total,order_state',
      ['open', 'in_progress', 'completed', 'cancelled'],
      ['cancelled'],
    ],
    [
      'Magento',
      'ID,Customer Email,Purchase Date,Grand Total (Base),Status,Purchase Point',
      ['Pending', 'Processing', 'Complete', 'On Hold', 'Canceled', 'Closed'],
      ['Canceled', 'Closed'],
    ],
    [
      'PrestaShop',
      'ID,Customer,Date,Total,Status',
      ['Payment accepted', 'On backorder (paid)', 'Delivered', 'Canceled', 'Payment error', 'Refunded'],
      ['Canceled', 'Payment error', 'Refunded'],
    ],
    [
      'PrestaShop in German',
      'ID,Kunde,Datum,Summe,Status',
      ['Zahlung eingegangen', 'Bestellung in Bearbeitung', 'Bestellung storniert', 'Zahlung erstattet'],
      ['Bestellung storniert', 'Zahlung erstattet'],
    ],
    [
      'WooCommerce in French',
      'Order,Email,Date,Total,Statut de la commande',
      ['Terminée', 'En cours', 'En attente', 'En attente de paiement', 'Annulée', 'Remboursée', 'Échouée'],
      ['Annulée', 'Remboursée', 'Échouée'],
    ],
    [
      'PrestaShop in French',
      'ID,Customer,Date,Total,État',
      ['Paiement accepté', 'En cours de préparation', 'Livré', 'Annulé', 'Remboursé', 'Erreur de paiement'],
      ['Annulé', 'Remboursé', 'Erreur de paiement'],
    ],
    [
      'WooCommerce in Spanish',
      'Order,Email,Date,Total,Estado del pedido',
      ['Completado', 'Procesando', 'En espera', 'Pendiente de pago', 'Cancelado', 'Reembolsado', 'Fallido'],
      ['Cancelado', 'Reembolsado', 'Fallido'],
    ],
    [
      'WooCommerce in Italian',
      'Order,Email,Date,Total,Stato',
      ['Completato', 'In lavorazione', 'In attesa di pagamento', 'Annullato', 'Rimborsato', 'Fallito'],
      ['Annullato', 'Rimborsato', 'Fallito'],
    ],
    [
      'WooCommerce in Dutch',
      'Order,Email,Date,Total,Bestelstatus',
      ['Afgerond', 'In behandeling', 'In de wacht', 'Wachtend op betaling', 'Geannuleerd', 'Terugbetaald'],
      ['Geannuleerd', 'Terugbetaald'],
    ],
    [
      'WooCommerce in Portuguese',
      'Order,Email,Date,Total,Estado da encomenda',
      ['Concluído', 'Processando', 'Aguardando', 'Pagamento pendente', 'Cancelado', 'Reembolsado'],
      ['Cancelado', 'Reembolsado'],
    ],
    [
      'BigCommerce',
      'Order ID,Customer Email,Order Date,Order Total,Order Status',
      ['Completed', 'Awaiting Fulfillment', 'Shipped', 'Cancelled', 'Declined', 'Incomplete', 'Refunded'],
      ['Cancelled', 'Declined', 'Incomplete', 'Refunded'],
    ],
  ])('%s', async (_shop, header, words, left) => {
    writeWords(header, words);
    const count = shareOf(words, left);
    const { read, err } = await learn('--json');
    expect(read).toMatchObject({ orders: orders.length - count, noted: { cancelled: count }, refused: 0 });
    expect(read.files[0]).not.toHaveProperty('status');
    const { columns, leftOut } = read.files[0];
    expect(Object.keys(leftOut)).toHaveLength(left.length);
    expect(Object.values<number>(leftOut).reduce((a, b) => a + b, 0)).toBe(count);
    expect(err).toContain(`orders.csv: "${columns.cancelled}" leaves out ${whole(count)} orders (`);
  });

  test('and the report says it once, with what counts them all the same; where there is none it is said', async () => {
    write('Status', 'completed', 'cancelled');
    const { out, err } = await learn();
    const said = `"Status" leaves out ${TENTH} orders (cancelled). Are they orders all the same? --map cancelled= (with nothing behind it) counts them.`;
    expect(out).toContain(`  ${said}\n`);
    expect(`${out}${err}`.match(/leaves? out|left out/g)).toEqual(['leaves out']);
    expect((await learn('--json')).err.startsWith(`orders.csv: ${said}\n`)).toBe(true);
    expect((await learn('--json', '--map', 'cancelled=')).read).toMatchObject({ orders: orders.length });
  });

  test('but not where it is no status of orders, and nowhere a reason in own words', async () => {
    for (const [head, usual, other] of [
      ['Note', 'completed', 'cancelled'],
      ['Status', '1', '0'],
      ['State', 'NY', 'CA'],
      ['Status', 'closed', 'cancelled'],
    ] as const) {
      write(head, usual, other);
      expect((await learn('--json')).read).toMatchObject({ orders: orders.length });
    }
    write('Cancel reason', '', 'zqmark of mine');
    const { out, err } = await learn('--map', 'cancelled=Cancel reason');
    expect(out).toContain(`"Cancel reason" leaves out ${TENTH} orders. Are they`);
    expect(`${out}${err}`).not.toContain('zqmark');
  });

  test('the lines of an order that is left out are no orders, and nothing in it was bought', async () => {
    const rows = orders.flatMap(({ buyer, day, total }, i) => [
      `#${i},${mailOf(buyer)},${dayOf(day)},${total},${i % 10 ? 'paid' : 'voided'},A`,
      `#${i},${mailOf(buyer)},,,,${i % 10 ? 'B' : 'gone'}`,
    ]);
    const header = 'Name,Email,Created at,Total,Financial Status,Lineitem sku';
    line.write('orders.csv', `${[header, ...rows].join('\n')}\n`);
    const { out } = await line.runLater(['learn', 'orders.csv', '--what', 'rfm,items', '--json']);
    const { read } = JSON.parse(out);
    expect(read).toMatchObject({ orders: orders.length - TENTH, noted: { cancelled: TENTH }, refused: 0 });
    expect(read.items).toBe(2);
  });
});

test('a status in words of the shop is said not to be read, and how it could be', async () => {
  write('Order Status', 'closed', 'sent back');
  const { out } = await learn();
  expect(out).toContain(
    '"Order Status" is not read, as its words are not known: a row counts as an order whatever it says there. If it says which were cancelled, say its words for it: --map "cancelled=Order Status:WORD,WORD"',
  );
  expect((await learn('--json')).read).toMatchObject({ orders: orders.length });
  write('Note', 'closed', 'cancelled');
  expect((await learn()).out).not.toContain('is not read');
});
