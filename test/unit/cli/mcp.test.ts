// `selvedge mcp` as an agent meets it: the built program as a process, spoken to by the SDK's own client.
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compareConfigs } from '../../../cli/mcp/compare-configs.ts';
import { root } from '../conventions/read-sources.ts';
import { createCommandLine } from './command-line.ts';

const line = createCommandLine();
const CONFIG = {
  version: 1,
  site: 'shop.example',
  revision: 1,
  goals: [{ id: 'sale', name: 'Somebody buys', event: 'purchase' }],
  segments: [
    {
      id: 'tents',
      name: 'Looks at tents',
      when: {
        kind: 'count',
        event: 'page_view',
        where: { path: { $startsWith: '/tents/' } },
        is: { $gte: 3 },
        within: '7d',
      },
    },
  ],
  experiences: [
    {
      id: 'home',
      name: 'Home leads with tents',
      status: 'live',
      pages: ['/'],
      goal: 'sale',
      frequency: { times: 1, per: 'visit' },
      variants: [
        {
          id: 'tents',
          name: 'Tents',
          segment: 'tents',
          changes: [{ kind: 'text', target: { css: 'h1' }, value: 'A dry night' }],
        },
      ],
    },
  ],
};
const of = { file: 'selvedge.json' };
const tent = (ago: string) => ({ event: 'page_view', ago, props: { path: '/tents/one' } });

const client = new Client({ name: 'script', version: '1.0.0' });
/** What a tool answers: data, or the words of a refusal. */
async function ask(name: string, args: Record<string, unknown> = {}) {
  const { content, isError } = await client.callTool({ name, arguments: args });
  const [first] = content;
  const text = first?.type === 'text' ? first.text : '';
  return isError ? { refusal: text } : JSON.parse(text);
}

beforeAll(async () => {
  line.write('selvedge.json', JSON.stringify(CONFIG));
  await client.connect(
    new StdioClientTransport({
      command: process.execPath,
      args: [`${root}/dist/cli.js`, 'mcp'],
      cwd: line.cwd,
    }),
  );
});
afterAll(async () => {
  await client.close();
  line.remove();
});

test('says how to work with it, and which tools write', async () => {
  expect(client.getInstructions()).toContain('a person');
  const { tools } = await client.listTools();
  const writing = tools.filter(({ annotations }) => !annotations?.readOnlyHint).map(({ name }) => name);
  expect(writing).toEqual(['write_draft', 'bundle_draft']);
  for (const { description, inputSchema } of tools) {
    expect(description?.length).toBeGreaterThan(40);
    expect(inputSchema.type).toBe('object');
  }
});

test('the schema, whole or a part of it', async () => {
  expect(await ask('schema')).toMatchObject({ type: 'object', required: expect.arrayContaining(['site']) });
  expect(await ask('schema', { part: 'Goal' })).toMatchObject({ properties: { event: {} } });
  expect(await ask('schema', { part: 'Gaol' })).toEqual({ refusal: expect.stringContaining('Condition') });
});

test('a config is checked, as a file with lines or as it is', async () => {
  expect(await ask('check', of)).toMatchObject({ isFit: true });
  line.write('bad.json', '{\n  "version": 2\n}');
  const { isFit, problems } = await ask('check', { file: 'bad.json' });
  expect(isFit).toBe(false);
  expect(problems).toContainEqual(expect.objectContaining({ path: 'version', severity: 'error', line: 2 }));
  expect(await ask('check', { config: { ...CONFIG, site: 7 } })).toMatchObject({ isFit: false });
  for (const neither of [{}, { ...of, config: CONFIG }])
    expect(await ask('check', neither)).toEqual({ refusal: expect.stringContaining('file') });
});

test('a segment is explained for a made-up visitor', async () => {
  const visitor = { history: [tent('3d'), tent('2d')], now: '2026-11-28T12:00:00Z' };
  expect(await ask('explain', { of, segment: 'tents', visitor })).toMatchObject({
    value: false,
    text: expect.stringContaining('tents'),
    of: [{ kind: 'count', text: expect.stringContaining('One more') }],
  });
  const third = { ...visitor, path: '/tents/two' };
  expect(await ask('explain', { of, segment: 'tents', visitor: third })).toMatchObject({ value: true });
  expect(await ask('explain', { of, segment: 'tent', visitor })).toEqual({
    refusal: expect.stringContaining('tents'),
  });
});

test('a visitor walks through time: in, shown once a visit, out at the very moment', async () => {
  const visitor = { history: [tent('3d'), tent('2d')], now: '2026-11-28T12:00:00Z' };
  const steps = [{ visit: '/tents/two' }, { visit: '/' }, { visit: '/' }, { wait: '95h' }, { wait: '1h' }];
  const { first, then } = await ask('walk', { of, visitor, steps });
  expect(first).toMatchObject({ path: '/', segments: [], experiences: [{ outcome: 'original' }] });
  expect(then.map(({ segments }: { segments: string[] }) => segments.length)).toEqual([1, 1, 1, 1, 0]);
  expect(then[0]).toMatchObject({ entered: ['tents'], left: [], experiences: [] });
  expect(then[1].experiences).toEqual([expect.objectContaining({ outcome: 'variant', variant: 'tents' })]);
  expect(then[2].experiences).toEqual([
    expect.objectContaining({ outcome: 'original', reason: 'frequency' }),
  ]);
  expect(then[4]).toMatchObject({ entered: [], left: ['tents'], at: '2026-12-02T12:00:00.000Z' });
});

test('ready segments are found by words of the trade, and filled', async () => {
  const [{ id, blanks }] = await ask('templates', { search: 'cart' });
  expect(blanks).toEqual(expect.any(Array));
  const segment = await ask('fill_template', { template: id });
  expect(
    await ask('check', { config: { ...CONFIG, segments: [...CONFIG.segments, segment] } }),
  ).toMatchObject({
    isFit: true,
  });
  expect(await ask('fill_template', { template: 'nobody' })).toEqual({ refusal: expect.any(String) });
});

test('two configs are compared by what things are called', async () => {
  const [tents] = CONFIG.segments;
  const segments = [{ id: 'new', name: 'New', when: { kind: 'age', is: { $lt: '1d' } } }, tents];
  expect(await ask('compare', { before: of, after: { config: { ...CONFIG, segments } } })).toEqual([
    { path: 'segments.new', kind: 'added', after: segments[0] },
  ]);
});

test('what only stands in another order is said', () => {
  const [one, two] = [{ id: 'a' }, { id: 'b' }];
  const of = (variants: object[]) => ({ experiences: [{ id: 'home', variants }] });
  expect(compareConfigs(of([one, two]), of([two, one]))).toEqual([
    { path: 'experiences.home.variants', kind: 'moved', before: ['a', 'b'], after: ['b', 'a'] },
  ]);
  expect(compareConfigs(of([one, two]), of([{ id: 'c' }, one, two]))).toEqual([
    { path: 'experiences.home.variants.c', kind: 'added', after: { id: 'c' } },
  ]);
});

test('a draft is written and bundled, in its folder and nowhere else', async () => {
  const before = line.read('selvedge.json');
  expect(await ask('write_draft', { name: 'autumn', config: CONFIG })).toMatchObject({
    file: 'selvedge-drafts/autumn.json',
    isFit: true,
  });
  expect(JSON.parse(line.read('selvedge-drafts/autumn.json'))).toEqual(CONFIG);
  expect(await ask('bundle_draft', { name: 'autumn' })).toMatchObject({
    folder: 'selvedge-drafts/autumn',
    said: expect.stringContaining('selvedge.js'),
  });
  expect(line.list('selvedge-drafts/autumn')).toContain('selvedge-later.js');
  // again: over its own files
  expect(await ask('bundle_draft', { name: 'autumn' })).toMatchObject({ said: expect.any(String) });
  expect(line.read('selvedge.json')).toBe(before);
  expect(line.list()).toEqual(['bad.json', 'selvedge-drafts', 'selvedge.json']);
  expect(await ask('write_draft', { name: '../selvedge', config: {} })).toHaveProperty('refusal');
  expect(await ask('bundle_draft', { name: 'nobody' })).toHaveProperty('refusal');
});

test('no link leads it elsewhere, and no name to a file above', async () => {
  line.write('live/selvedge.js', 'published');
  symlinkSync('../selvedge.json', line.at('selvedge-drafts/linked.json'));
  expect(await ask('write_draft', { name: 'linked', config: {} })).toEqual({
    refusal: expect.stringContaining('link'),
  });
  symlinkSync('../live', line.at('selvedge-drafts/shop'));
  await ask('write_draft', { name: 'shop', config: CONFIG });
  expect(await ask('bundle_draft', { name: 'shop' })).toEqual({ refusal: expect.stringContaining('link') });
  expect(readdirSync(line.at('live'))).toEqual(['selvedge.js']);
  expect(JSON.parse(readFileSync(line.at('selvedge.json'), 'utf8'))).toEqual(CONFIG);
  expect(await ask('check', { file: '../../etc/hostname' })).toHaveProperty('refusal');
  expect(await ask('check', { file: 'nobody.json' })).toEqual({
    refusal: expect.stringContaining('nobody.json'),
  });
});

test('misuse is said by the terminal', async () => {
  expect(line.run(['mcp', 'selvedge.json'])).toMatchObject({ code: 2 });
  mkdirSync(line.at('elsewhere'), { recursive: true });
  const above = await line.runLater(['mcp', '--drafts', '../above']);
  expect(above).toMatchObject({ code: 1, out: '', err: expect.stringContaining('below') });
  expect(existsSync(line.at('../above'))).toBe(false);
});
