// `-o` of `selvedge learn` and `selvedge report`: what somebody has written is never written over, what the same command
// wrote is.
import { afterAll, beforeEach, expect, test } from 'vitest';
import { createCommandLine } from './command-line.ts';
import { csvOf, makeOrders } from './orders.ts';

const line = createCommandLine();
afterAll(line.remove);

const CONFIG = JSON.stringify({
  version: 1,
  site: 'shop.example',
  revision: 4,
  segments: [],
  experiences: [],
});
const ORDERS = csvOf(makeOrders());
const PING = '2026-11-01T10:00:00Z /selvedge-ping?v=1&e=a&o=1&a=on&r=abcdefghij01\n';
beforeEach(() => {
  line.empty();
  line.write('access.log', PING);
  line.write('orders.csv', ORDERS);
});

const COMMANDS = { learn: 'learn orders.csv --what rfm', report: 'report access.log' };
const run = (command: keyof typeof COMMANDS, ...more: string[]) =>
  line.runLater([...COMMANDS[command].split(' '), ...more]);

const HELD: [what: string, text: string, says: string][] = [
  ['a config', CONFIG, '-o x.json: a config stands there. Choose another place.\n'],
  [
    'a config with a mark before it',
    `\ufeff${CONFIG}`,
    '-o x.json: a config stands there. Choose another place.\n',
  ],
  ['a config that somebody is writing', `${CONFIG.slice(0, -1)},`, 'has not written'],
  ['a letter', 'Dear shop,\n', 'has not written'],
  ['other data', '[1, 2]', 'has not written'],
  ['nothing as data', 'null', 'has not written'],
];
const rowsOf = (command: keyof typeof COMMANDS) =>
  HELD.map(([what, text, says]): [keyof typeof COMMANDS, string, string, string] => [
    command,
    what,
    text,
    says,
  ]);

test.each([...rowsOf('learn'), ...rowsOf('report')])(
  '%s does not write over %s',
  async (command, _what, text, says) => {
    line.write('x.json', text);
    const { code, out, err } = await run(command, '-o', 'x.json');
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(says);
    expect(err).toMatch(/^-o x\.json: .*Choose another place/);
    expect(line.read('x.json')).toBe(text);
  },
);

test('where no place is named, the usual one is looked at, too', async () => {
  line.write('learned.json', 'mine');
  const { code, err } = await run('learn');
  expect([code, err]).toEqual([
    2,
    '-o learned.json: something stands there that `selvedge learn` has not written. Choose another place, or take it away first.\n',
  ]);
  expect(line.read('learned.json')).toBe('mine');
});

test('neither writes over what the other wrote', async () => {
  expect(await run('report', '-o', 'report.json')).toMatchObject({ code: 0 });
  expect(await run('learn', '-o', 'learned.json')).toMatchObject({ code: 0 });
  const [report, learned] = [line.read('report.json'), line.read('learned.json')];
  expect(await run('learn', '-o', 'report.json')).toMatchObject({ code: 2, out: '' });
  expect(await run('report', '-o', 'learned.json')).toMatchObject({ code: 2, out: '' });
  expect([line.read('report.json'), line.read('learned.json')]).toEqual([report, learned]);
});

test.each(['learn', 'report'] as const)(
  '%s writes anew what it wrote, and into an empty file',
  async (command) => {
    line.write('x.json', '');
    expect(await run(command, '-o', 'x.json')).toMatchObject({ code: 0 });
    const first = line.read('x.json');
    expect(first).toMatch(/^\{/);
    line.write('access.log', PING + PING.replace('ij01', 'ij02'));
    expect(await run(command, '-o', 'x.json')).toMatchObject({ code: 0 });
  },
);
