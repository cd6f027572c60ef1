// The tag in a Next project, without Next: what its config becomes in each phase. `npm run test:next` tries it with Next.

import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { bundleFile } from '../../../package/node.ts';
import withSelvedge, { type Rewriting } from '../../../plugins/next.ts';
import { SAMPLE } from '../shared/schema/sample.ts';

const BUILD = 'phase-production-build';
const DEVELOPMENT = 'phase-development-server';
const broken = JSON.stringify({ ...SAMPLE, site: 3 }, null, 2);
const line = broken.split('\n').findIndex((text) => text.includes('"site"')) + 1;

let project: string;
const config = () => join(project, 'selvedge.json');
const write = (text: string) => writeFileSync(config(), text);
const publicFolder = () => join(project, 'public');
const read = (name: string) => readFileSync(join(publicFolder(), name), 'utf8');

beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), 'selvedge-next-'));
});
beforeEach(() => write(JSON.stringify(SAMPLE)));
afterAll(async () => {
  // both that are developed say it, and then have nothing to say of the folder
  const said = vi.spyOn(console, 'error').mockImplementation(() => {});
  rmSync(config());
  await vi.waitFor(() => expect(said.mock.calls.join('\n').match(/no such file/g)).toHaveLength(2), 20_000);
  said.mockRestore();
  rmSync(project, { recursive: true, force: true });
});

test.each([[{}], [{ form: 'whole' }]] as const)(
  'a build with %o writes the files where Next serves them from',
  async (options) => {
    expect(await withSelvedge({ basePath: '/shop' }, { ...options, root: project })(BUILD, {})).toEqual({
      basePath: '/shop',
    });
    const { script, beside } = bundleFile(config(), options);
    expect(read('selvedge.js')).toBe(script);
    for (const { name, text } of beside) expect(read(name)).toBe(text);
  },
);

test('a build of a config that is not fit ends, with the line of what is wrong', async () => {
  write(broken);
  await expect(withSelvedge({}, { root: project })(BUILD, {})).rejects.toThrow(
    `selvedge.json:${line}:3: site: `,
  );
});

test('a function that makes the config is asked, with what Next hands over', async () => {
  const make = vi.fn((phase: string, { is }: { is: number }) => ({ phase, is }));
  expect(await withSelvedge(make, { root: project })('phase-production-server', { is: 1 })).toEqual({
    phase: 'phase-production-server',
    is: 1,
  });
});

test('a server that only serves writes nothing and leads nowhere', async () => {
  rmSync(publicFolder(), { recursive: true, force: true });
  expect(
    await withSelvedge({ trailingSlash: true }, { root: project })('phase-production-server', {}),
  ).toEqual({
    trailingSlash: true,
  });
  expect(existsSync(publicFolder())).toBe(false);
});

const get = async (origin: string, name: string) => {
  const response = await fetch(`${origin}/${name}`);
  return { status: response.status, text: await response.text() };
};

/** What development leads to, beside what the project leads somewhere itself. */
async function develop(own: Rewriting = {}) {
  const { rewrites } = await withSelvedge(own, { root: project })(DEVELOPMENT, {});
  const places = await rewrites?.();
  if (!places || Array.isArray(places)) throw new Error('It leads nowhere');
  const [first] = places.beforeFiles ?? [];
  return { places, origin: new URL(first?.destination.replace('/:name', '') ?? '').origin };
}

test('while developing nothing is written: the files are what a build would write, and ours are asked for first', async () => {
  rmSync(publicFolder(), { recursive: true, force: true });
  const theirs = { source: '/a', destination: '/b' };
  const { places, origin } = await develop({ rewrites: async () => [theirs] });
  expect(places.afterFiles).toEqual([theirs]);
  expect(places.beforeFiles?.map(({ source }) => source)).toEqual([
    '/:name(selvedge[\\w-]*\\.js)',
    '/:name(selvedge-reload)',
  ]);
  const { script, beside } = bundleFile(config());
  expect((await get(origin, 'selvedge.js')).text.startsWith(script)).toBe(true);
  for (const { name, text } of beside) expect((await get(origin, `${name}?hash`)).text).toBe(text);
  for (const name of ['selvedge-other.js', 'selvedge.json', 'x/selvedge.js', 'next.config.mjs'])
    expect((await get(origin, name)).status).toBe(404);
  expect(existsSync(publicFolder())).toBe(false);
});

/** The versions that a page hears of, the first of which is the one that it was made of. */
async function hear(origin: string) {
  const end = new AbortController();
  onTestFinished(() => end.abort());
  const { body } = await fetch(`${origin}/selvedge-reload`, { signal: end.signal });
  const heard: string[] = [];
  const follow = async () => {
    const decoder = new TextDecoder();
    for await (const piece of body ?? [])
      heard.push(...[...decoder.decode(piece).matchAll(/^data: (\w+)$/gm)].map(([, name = '']) => name));
  };
  follow().catch(() => {});
  return heard;
}

test('a page hears of another config, and of none that is the same; what is wrong is said', async () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => {});
  onTestFinished(() => said.mockRestore());
  const { origin } = await develop();
  const heard = await hear(origin);
  await vi.waitFor(() => expect(heard).toHaveLength(1), 20_000);
  expect((await get(origin, 'selvedge.js')).text).toContain(`data !== '${heard[0]}'`);

  write(JSON.stringify(SAMPLE));
  write(JSON.stringify({ ...SAMPLE, revision: SAMPLE.revision + 1 }));
  await vi.waitFor(() => expect(heard.length).toBeGreaterThan(1), 20_000);
  expect(new Set(heard).size).toBe(heard.length);

  write(broken);
  const wrong = `selvedge.json:${line}:3: site: `;
  await vi.waitFor(() => expect(said.mock.calls.flat().join('\n')).toContain(wrong), 20_000);
  const shown = (await get(origin, 'selvedge.js')).text;
  expect(shown).toContain(wrong);
  expect(shown).toContain('throw new Error');

  write(JSON.stringify(SAMPLE));
  await vi.waitFor(() => expect(heard.at(-1)).toBe(heard[0]), 20_000);
  expect((await get(origin, 'selvedge.js')).text).not.toContain('throw new Error("');
});
