// Files as spreadsheets write them where nobody asks for UTF-8: the same is learned, and it is said how their letters were read.
import { afterAll, expect, test } from 'vitest';
import { createCommandLine } from '../command-line.ts';
import { csvOf, makeOrders } from '../orders.ts';

const line = createCommandLine();
afterAll(line.remove);

const csv = csvOf(makeOrders()).replaceAll('mark-', 'mark-Müller-').replace('Total', 'Preis €');
/** Of which only € is none of ISO 8859-1. */
const western = Buffer.from(csv.replaceAll('€', '\x80'), 'latin1');
const learn = async (...more: string[]) => {
  const asked = 'learn orders.csv --what rfm --until 2025-09-30 --map'.split(' ');
  return line.runLater([...asked, 'total=Preis €', ...more]);
};
const SAID = 'its letters were read as Windows-1252, as spreadsheets write a "CSV".';

test('Windows-1252 teaches what UTF-8 does', async () => {
  line.write('orders.csv', csv);
  const plain = await learn('--json');
  expect(plain.code).toBe(0);
  line.write('orders.csv', western);
  const { out, code } = await learn('--json');
  expect(code).toBe(0);
  const [read, said] = [plain.out, out].map((text) => JSON.parse(text));
  expect(said.read.files).toEqual([{ ...read.read.files[0], isWestern: true }]);
  expect({ ...said, read: undefined }).toEqual({ ...read, read: undefined });
});

test('is said of the file, without a word of what is in it', async () => {
  line.write('orders.csv', western);
  const { out } = await learn();
  expect(out).toContain(SAID);
  expect(out).not.toContain('Müller');
  line.write('orders.csv', csv);
  expect((await learn()).out).not.toContain(SAID);
});

test('what may be either is refused', async () => {
  line.write('orders.csv', Buffer.concat([Buffer.from(csv), Buffer.from([0xfc, 0x0a])]));
  const { code, err, out } = await learn();
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err).toBe('orders.csv: it is not UTF-8. Save it as UTF-8 (in a spreadsheet: "CSV UTF-8").\n');
});
