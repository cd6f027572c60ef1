// `selvedge mcp` spoken to by a client that does what no client should: the built program as a process, line by line.
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { root } from '../conventions/read-sources.ts';
import { createCommandLine } from './command-line.ts';

const line = createCommandLine();
const CONFIG = { version: 1, site: 'shop.example', revision: 1, segments: [], experiences: [] };
let program: ChildProcessWithoutNullStreams;
let ended: Promise<unknown[]>;
let said: string;
let answers: Map<unknown, { result?: { content?: { text: string }[]; isError?: boolean } }>;

beforeEach(() => {
  line.empty();
  line.write('selvedge.json', JSON.stringify(CONFIG));
  program = spawn(process.execPath, [`${root}/dist/cli.js`, 'mcp'], { cwd: line.cwd });
  ended = once(program, 'close');
  said = '';
  answers = new Map();
  // it may be gone before all is written
  program.stdin.on('error', () => {});
  program.stderr.on('data', (text) => {
    said += text;
  });
  createInterface(program.stdout).on('line', (text) => {
    const answer = JSON.parse(text);
    answers.set(answer.id, answer);
  });
  const clientInfo = { name: 'script', version: '1.0.0' };
  tell({
    id: 0,
    method: 'initialize',
    params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo },
  });
  tell({ method: 'notifications/initialized' });
});
afterEach(() => void program.kill());
afterAll(line.remove);

const lineOf = (message: object): string => `${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`;
const tell = (...messages: object[]): boolean => program.stdin.write(messages.map(lineOf).join(''));
const call = (id: number, name: string, given: object) => ({
  id,
  method: 'tools/call',
  params: { name, arguments: given },
});
const textOf = (id: number): string | undefined => answers.get(id)?.result?.content?.[0]?.text;
const isHere = () => expect.poll(() => answers.has(0), { timeout: 30_000 }).toBe(true);

test('two hundred calls at once are answered, each as it was asked', async () => {
  const ids = Array.from({ length: 200 }, (_, at) => at + 1);
  tell(
    ...ids.map((id) =>
      id % 2
        ? call(id, 'check', { file: 'selvedge.json' })
        : call(id, 'write_draft', { name: `d${id}`, config: CONFIG }),
    ),
  );
  await expect.poll(() => answers.size, { timeout: 30_000 }).toBe(201);
  for (const id of ids)
    expect(textOf(id)).toContain(id % 2 ? '"isFit": true' : `selvedge-drafts/d${id}.json`);
});

test('a call that is taken back before its turn is not made', async () => {
  await isHere();
  tell(
    call(1, 'write_draft', { name: 'first', config: CONFIG }),
    call(2, 'write_draft', { name: 'second', config: CONFIG }),
    { method: 'notifications/cancelled', params: { requestId: 2 } },
    call(3, 'check', { file: 'selvedge.json' }),
  );
  await expect.poll(() => textOf(3), { timeout: 30_000 }).toContain('"isFit": true');
  expect(existsSync(line.at('selvedge-drafts/first.json'))).toBe(true);
  expect(existsSync(line.at('selvedge-drafts/second.json'))).toBe(false);
});

test.each([
  ['says no more', () => program.stdin.end()],
  ['reads no more', () => program.stdout.destroy()],
  ['is gone', () => [program.stdin, program.stdout, program.stderr].map((pipe) => pipe.destroy())],
])('a client that %s in the middle ends it, quietly', async (_, go) => {
  await isHere();
  tell(...Array.from({ length: 100 }, (_, at) => call(at + 1, 'check', { file: 'selvedge.json' })));
  program.stdin.write('{"jsonrpc":"2.0","id":7,"meth');
  go();
  expect(await ended).toEqual([0, null]);
  expect(said).toBe('');
});

test('a config of 30 MB is refused in words, and the next call answered', async () => {
  line.write('big.json', JSON.stringify({ ...CONFIG, note: 'x'.repeat(30e6) }));
  tell(call(1, 'check', { file: 'big.json' }), call(2, 'check', { file: 'selvedge.json' }));
  await expect.poll(() => textOf(2), { timeout: 30_000 }).toContain('"isFit": true');
  expect(textOf(1)).toContain('more than 15 MB');
});

test('as a message it ends the program, which is said', async () => {
  await isHere();
  tell(call(1, 'write_draft', { name: 'big', config: { ...CONFIG, note: 'x'.repeat(30e6) } }));
  expect(await ended).toEqual([1, null]);
  expect(said).toBe('A message has more than 16 MB: give a config as a file.\n');
  expect(existsSync(line.at('selvedge-drafts'))).toBe(false);
});
