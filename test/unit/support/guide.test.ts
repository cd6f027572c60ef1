// What to try in the demo shop is said on its pages as in the terminal, and leads somewhere.

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createShop } from '../../shop/server.mjs';
import { printStories, stories } from '../../shop/stories.mjs';

const guided = createServer(
  createShop({ tag: 'none', isGuided: true, site: 'http://localhost:4600', token: 'a<b' }).handle,
);
const plain = createServer(createShop({ tag: 'none', token: 'a<b' }).handle);
const addressOf = (server: typeof plain) => `http://localhost:${(server.address() as AddressInfo).port}`;

beforeAll(async () => {
  for (const server of [guided, plain]) await new Promise<void>((done) => server.listen(0, done));
});
afterAll(() => {
  for (const server of [guided, plain]) server.close();
});

const paths = stories.flatMap(({ acts }) => acts.flatMap(({ link }) => link?.path ?? []));

test.each([...new Set(paths)])('%s is a page, and the card on it says all', async (path) => {
  const answer = await fetch(addressOf(guided) + path);
  expect(answer.status).toBe(200);
  const text = await answer.text();
  for (const { title, ends } of stories) for (const said of [title, ends]) expect(text).toContain(said);
  expect(text).toContain('<code>http://localhost:4600/selvedge.js</code>');
  expect(text).toContain('<code>a&lt;b</code>');
});

test('where nobody asks for it there is no card, and no token', async () => {
  const text = await (await fetch(addressOf(plain))).text();
  expect(text).not.toContain('class="guide"');
  expect(text).not.toContain('a&lt;b');
});

test('the terminal says the same', () => {
  const text = printStories('http://localhost:4600');
  for (const { title, ends } of stories) for (const said of [title, ends]) expect(text).toContain(said);
  for (const path of paths) expect(text).toContain(`http://localhost:4600${path}`);
});
