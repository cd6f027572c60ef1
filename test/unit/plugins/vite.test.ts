// A Vite project with the plugin: built, and while somebody develops it.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, createServer } from 'vite';
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { bundleFile } from '../../../package/node.ts';
import selvedge from '../../../plugins/vite.ts';
import { SAMPLE } from '../shared/schema/sample.ts';

let project: string;
const config = () => join(project, 'selvedge.json');
/** What is wrong stands on a line that is known. */
const broken = JSON.stringify({ ...SAMPLE, site: 3 }, null, 2);
const line = broken.split('\n').findIndex((text) => text.includes('"site"')) + 1;
const page =
  '<!doctype html><html><head><meta charset="utf-8"><title>A</title></head><body><script type="module" src="/main.js"></script></body></html>';

beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), 'selvedge-vite-'));
  writeFileSync(join(project, 'index.html'), page);
  writeFileSync(join(project, 'main.js'), 'document.title = "B";');
});
beforeEach(() => writeFileSync(config(), JSON.stringify(SAMPLE)));
afterAll(() => rmSync(project, { recursive: true, force: true }));

const common = () => ({ root: project, configFile: false, logLevel: 'silent' }) as const;
const firstInHead = (html: string) => /<head>\s*(<[^>]*>)/.exec(html)?.[1];

test.each([
  ['/', {}],
  ['/shop/', { form: 'whole' }],
] as const)(
  'a build for %s has the tag first in its pages, and its files beside them',
  async (base, options) => {
    await build({ ...common(), base, plugins: [selvedge(options)] });
    const read = (name: string) => readFileSync(join(project, 'dist', name), 'utf8');
    expect(firstInHead(read('index.html'))).toBe(`<script src="${base}selvedge.js">`);
    const { script, beside } = bundleFile(config(), options);
    expect(read('selvedge.js')).toBe(script);
    for (const { name, text } of beside) expect(read(name)).toBe(text);
  },
);

test('a build of a config that is not fit ends, with the line of what is wrong', async () => {
  writeFileSync(config(), broken);
  await expect(build({ ...common(), plugins: [selvedge()] })).rejects.toThrow(
    `selvedge.json:${line}:3: site: `,
  );
});

async function serve() {
  const server = await createServer({
    ...common(),
    plugins: [selvedge()],
    server: { port: 0, host: '127.0.0.1' },
  });
  await server.listen();
  onTestFinished(() => server.close());
  const [site = ''] = server.resolvedUrls?.local ?? [];
  const get = async (path: string, accept = '*/*') => {
    const response = await fetch(new URL(path, site), { headers: { accept } });
    return { status: response.status, text: await response.text() };
  };
  return { server, get };
}

test('while developing, the tag is first, and is what a build would write', async () => {
  const { get } = await serve();
  expect(firstInHead((await get('/', 'text/html')).text)).toBe('<script src="/selvedge.js">');
  const { script, beside } = bundleFile(config());
  expect((await get('/selvedge.js')).text).toBe(script);
  for (const { name, text } of beside) expect((await get(`/${name}?hash`)).text).toBe(text);
  // no file of ours: the project's own answer
  expect((await get('/selvedge-other.js', 'text/html')).text).toContain('<title>A</title>');
});

test('a config that changes reloads the page, one that is broken is shown over it', async () => {
  const { server, get } = await serve();
  const sent = vi.spyOn(server.ws, 'send');
  const heard = () => sent.mock.calls.map(([told]) => told as unknown);
  // what watches files drops a change that comes within 50 ms of another: it is made again
  const writeUntil = (text: string, told: unknown) =>
    vi.waitFor(
      () => {
        writeFileSync(config(), text);
        expect(heard()).toContainEqual(told);
      },
      { timeout: 20_000, interval: 250 },
    );
  writeFileSync(config(), JSON.stringify({ ...SAMPLE, revision: SAMPLE.revision + 1 }));
  await vi.waitFor(() => expect(heard()).toContainEqual({ type: 'full-reload' }), 20_000);
  sent.mockClear();

  const told = {
    type: 'error',
    err: expect.objectContaining({ plugin: 'selvedge', loc: { file: config(), line, column: 3 } }),
  };
  await writeUntil(broken, told);
  expect(heard()).not.toContainEqual({ type: 'full-reload' });
  const shown = await get('/', 'text/html');
  expect(shown.status).toBe(500);
  expect(shown.text).toContain(`selvedge.json:${line}:3: site: `);

  await writeUntil(JSON.stringify(SAMPLE), { type: 'full-reload' });
  expect((await get('/', 'text/html')).status).toBe(200);
});
