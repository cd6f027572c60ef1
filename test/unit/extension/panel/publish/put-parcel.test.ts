// A parcel of several files by PUT: the rest first, the file that asks for it last, and nobody's work lost between.

import { describe, expect, test } from 'vitest';
import type { Parcel } from '../../../../../extension/panel/draft/prepare.ts';
import { holderOf, putParcel } from '../../../../../extension/panel/publish/put-parcel.ts';
import { sayOutcome } from '../../../../../extension/panel/publish/say-outcome.ts';

const rest = [{ name: 'selvedge-later.js', what: 'the rest', text: 'new rest' }];
const two: Parcel = { name: 'selvedge.js', type: 'text/javascript', text: 'new tag', rest };
const whole: Parcel = { ...two, rest: [] };
const TAG = 'https://shop.example/js/selvedge.js';
const REST = 'https://shop.example/js/selvedge-later.js';

/** A server that guards; `refuses` answers the status with which a write of an address ends. */
function makeServer(
  files: Record<string, string>,
  refuses: (url: string) => number | undefined = () => undefined,
  unread?: string,
  hasVersions = true,
) {
  const written: string[] = [];
  const told: string[] = [];
  const types: (string | null)[] = [];
  const etagOf = (url: string) => `"${files[url]?.length}-${files[url]}"`;
  const ask = async (input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> => {
    const url = String(input);
    const headers = new Headers(init.headers);
    if (init.method === 'GET' && url === unread) return new Response(null, { status: 500 });
    if (init.method === 'GET')
      return url in files
        ? new Response(files[url], { headers: hasVersions ? { etag: etagOf(url) } : {} })
        : new Response(null, { status: 404 });
    const match = headers.get('if-match');
    if (match !== null && match !== etagOf(url)) return new Response(null, { status: 412 });
    if (headers.get('if-none-match') === '*' && url in files) return new Response(null, { status: 412 });
    const status = refuses(url);
    if (status) return new Response(null, { status });
    files[url] = String(init.body);
    written.push(url);
    types.push(headers.get('content-type'));
    return new Response(null, { status: 204 });
  };
  const put = (
    parcel: Parcel,
    isExpected: (text: string, isRestJudged: boolean) => boolean = (text) => text.startsWith('old'),
  ) =>
    putParcel({ url: TAG, type: parcel.type }, parcel, {
      fetch: ask,
      isExpected,
      wait: async () => {},
      say: ({ name, at, of }) => told.push(`${name}, ${at} of ${of}`),
    });
  return { files, written, told, types, put };
}

describe('two files', () => {
  test('the rest is written first, into the same folder', async () => {
    const { files, written, put } = makeServer({ [TAG]: 'old tag', [REST]: 'old rest' });
    expect(await put(two)).toMatchObject({ kind: 'published' });
    expect(written).toEqual([REST, TAG]);
    expect(files).toEqual({ [TAG]: 'new tag', [REST]: 'new rest' });
    expect(await put(two)).toEqual({ kind: 'same' });
    expect(written).toHaveLength(2);
  });
  test('the rest comes where there was none, beside a tag of one file', async () => {
    const { files, put } = makeServer({ [TAG]: 'old tag' });
    expect(await put(two)).toMatchObject({ kind: 'published' });
    expect(files[REST]).toBe('new rest');
  });
  test('only the rest differed: it is published all the same', async () => {
    const { written, put } = makeServer({ [TAG]: 'new tag', [REST]: 'old rest' });
    expect(await put(two)).toEqual({ kind: 'published' });
    expect(written).toEqual([REST]);
  });
  test('what holds no config is written over, whatever was there, and before what asks for it', async () => {
    const show = { name: 'selvedge-show.js', what: 'what changes a page', text: 'new show' };
    const three: Parcel = { ...two, rest: [show, ...rest] };
    const SHOW = new URL(show.name, TAG).href;
    const { files, written, put } = makeServer({ [TAG]: 'old tag', [REST]: 'old rest', [SHOW]: 'another' });
    expect(await put(three)).toMatchObject({ kind: 'published' });
    expect(written).toEqual([SHOW, REST, TAG]);
    expect(files[SHOW]).toBe('new show');
    expect(holderOf(three).text).toBe('new rest');
  });
  test('somebody else’s rest is not overwritten, nor the tag that asks for it', async () => {
    const { written, put } = makeServer({ [TAG]: 'old tag', [REST]: 'theirs' });
    expect(await put(two)).toEqual({ kind: 'changed', text: 'theirs' });
    expect(written).toEqual([]);
  });
  test('the tag is judged knowing that the rest was', async () => {
    const judged: [string, boolean][] = [];
    const { put } = makeServer({ [TAG]: 'old tag', [REST]: 'old rest' });
    await put(two, (text, isRestJudged) => judged.push([text, isRestJudged]) > 0);
    expect(judged).toEqual([
      ['old rest', false],
      ['old tag', true],
    ]);
  });
  test('a file beside a config alone is a script, and the config is judged as itself', async () => {
    const items = { name: 'selvedge-items-3f9a12bc.js', what: 'items', text: 'new items' };
    const { put, written, types } = makeServer({ [TAG]: 'old tag' });
    const judged: [string, boolean][] = [];
    const parcel: Parcel = { name: 'selvedge.json', type: 'application/json', text: '{}', rest: [items] };
    await put(parcel, (text, isRestJudged) => judged.push([text, isRestJudged]) > 0);
    expect(judged).toEqual([['old tag', false]]);
    expect(written).toEqual([new URL(items.name, TAG).href, TAG]);
    expect(types).toEqual(['text/javascript;charset=utf-8', 'application/json;charset=utf-8']);
  });
  test('a refusal of the tag says what is there already', async () => {
    const server = makeServer({ [TAG]: 'old tag', [REST]: 'old rest' }, (url) =>
      url === TAG ? 403 : undefined,
    );
    const outcome = await server.put(two);
    expect(outcome).toEqual({
      kind: 'half',
      name: 'selvedge.js',
      why: { kind: 'refused', status: 403 },
      left: [],
    });
    expect(server.files).toEqual({ [TAG]: 'old tag', [REST]: 'old rest' });
    const { tone, title, text } = sayOutcome(outcome, 'shop.example');
    expect([tone, title]).toEqual(['bad', 'selvedge.js did not get there, so nothing is published']);
    expect(text).toMatch(/^shop\.example does not let this token write there\. .*Your draft is kept\. Check/);
    expect(text).toMatch(/Pages go on with what was live before: its files are as they were\.$/);
    // and then it goes as ever
    expect(await makeServer(server.files).put(two)).toMatchObject({ kind: 'published' });
  });
  test('a token that the first file is refused for is said as that: no other file would go', async () => {
    const { files, put } = makeServer({ [TAG]: 'old tag', [REST]: 'old rest' }, () => 401);
    expect(await put(two)).toEqual({ kind: 'refused', status: 401 });
    expect(files).toEqual({ [TAG]: 'old tag', [REST]: 'old rest' });
  });
  test('the config is in the rest', () => expect(holderOf(two).text).toBe('new rest'));
});

describe('all that a tag asks for', () => {
  const fileOf = (name: string) => ({ name, what: name, text: `new ${name}` });
  const all: Parcel = { ...two, rest: [fileOf('block.js'), fileOf('ask.js'), ...rest, fileOf('listen.js')] };
  const [BLOCK, ASK, LISTEN] = ['block.js', 'ask.js', 'listen.js'].map((name) => new URL(name, TAG).href) as [
    string,
    string,
    string,
  ];
  const old = { [TAG]: 'old tag', [REST]: 'old rest', [BLOCK]: 'their block', [LISTEN]: 'their listen' };

  test('what holds the config goes behind all else, the tag last, and what lies there already not at all', async () => {
    const { files, written, told, put } = makeServer({ ...old, [ASK]: 'new ask.js' });
    expect(await put(all)).toEqual({ kind: 'published' });
    expect(written).toEqual([BLOCK, LISTEN, REST, TAG]);
    expect(files[BLOCK]).toBe('new block.js');
    expect(told).toEqual([
      'block.js, 1 of 4',
      'listen.js, 2 of 4',
      'selvedge-later.js, 3 of 4',
      'selvedge.js, 4 of 4',
    ]);
    expect(await put(all)).toEqual({ kind: 'same' });
    expect([written.length, told.length]).toEqual([4, 4]);
  });
  test('somebody else’s config is seen before anything is written', async () => {
    const { written, told, put } = makeServer({ ...old, [REST]: 'theirs' });
    expect(await put(all)).toEqual({ kind: 'changed', text: 'theirs' });
    expect([written, told]).toEqual([[], []]);
  });
  test.each([
    ['the first', BLOCK, 'block.js'],
    ['a new one', ASK, 'ask.js'],
    ['the rest', REST, 'selvedge-later.js'],
    ['the tag', TAG, 'selvedge.js'],
  ])('%s is not taken: it is named, and all that pages ask for is as it was', async (_what, url, name) => {
    const { files, put } = makeServer({ ...old }, (asked) => (asked === url ? 507 : undefined));
    expect(await put(all)).toEqual({ kind: 'half', name, why: { kind: 'failed', status: 507 }, left: [] });
    expect(files).toMatchObject(old);
  });
  test('a server that goes away in between: what could not be put back is named', async () => {
    let isAway = false;
    const { put } = makeServer({ ...old }, (asked) => {
      isAway ||= asked === REST;
      return isAway ? 507 : undefined;
    });
    const outcome = await put(all);
    expect(outcome).toEqual({
      kind: 'half',
      name: 'selvedge-later.js',
      why: { kind: 'failed', status: 507 },
      left: ['block.js', 'listen.js'],
    });
    const { title, text } = sayOutcome(outcome, 'shop.example');
    expect(title).toBe('Only a part is there');
    expect(text).toBe(
      'selvedge-later.js did not get there: shop.example refused with status 507. As of this publish there is already: block.js, listen.js. Until all of it is there, visitors may see the original. Your draft is kept. Publish again: what is there already is not sent again.',
    );
  });
  test('what cannot be read is named, and nothing is written', async () => {
    const { written, put } = makeServer(old, undefined, LISTEN);
    expect(await put(all)).toEqual({
      kind: 'half',
      name: 'listen.js',
      why: { kind: 'failed', status: 500 },
      left: [],
    });
    expect(written).toEqual([]);
  });
  test('a server that guards nothing asks before the config is written, and has all else as it was', async () => {
    const { files, put } = makeServer({ ...old }, undefined, undefined, false);
    expect(await put(all)).toEqual({ kind: 'unguarded', why: 'no-etag' });
    expect(files).toMatchObject(old);
  });
});

test('one file is put as before, and holds the config itself', async () => {
  const { files, written, put } = makeServer({ [TAG]: 'old tag' });
  expect(await put(whole)).toMatchObject({ kind: 'published' });
  expect([written, Object.keys(files)]).toEqual([[TAG], [TAG]]);
  expect(holderOf(whole).text).toBe('new tag');
  const refused = makeServer({ [TAG]: 'old tag' }, () => 403);
  expect(await refused.put(whole)).toEqual({ kind: 'refused', status: 403 });
});
