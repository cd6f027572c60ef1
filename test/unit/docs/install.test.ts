// The lines of docs/INSTALL.md are those of the sites that `npm run test:sites` builds and walks: a recipe was tried.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { REST, SIBLINGS } from '../../../shared/publish/siblings.ts';
import { KEPT } from '../../recipes/cached-files.mjs';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const hosts = join(root, 'test/sites/hosts');
const text = readFileSync(join(root, 'docs/INSTALL.md'), 'utf8');
const sections = text
  .split(/^## /m)
  .filter((section) => section.startsWith('Frameworks'))
  .flatMap((section) => section.split(/^### /m).slice(1));

test('every site that is walked has a recipe, and every recipe a site', () => {
  expect(sections.length).toBe(readdirSync(hosts).length);
  expect(sections.length).toBeGreaterThan(8);
});

test.each(readdirSync(hosts))('%s', (file) => {
  const source = readFileSync(join(hosts, file), 'utf8');
  const [, title = '', router = ''] = /title: '([\w ]+? \d+\.\d+)(, \w+ router)?/.exec(source) ?? [];
  const [, name, version] = /^(.+) (\d+\.\d+)$/.exec(title) ?? [];
  const section = sections.find((one) => one.startsWith(`${name ?? title}${router}`));
  expect(section, `${title} has no recipe in docs/INSTALL.md`).toBeDefined();
  // of the version that was tried
  expect(section).toContain(` ${version}`);
  const [, line] = /```\w+\n(.+)\n```/.exec(section ?? '') ?? [];
  expect(line).toContain('/selvedge.js');
  expect(source).toContain(line?.trim());
});

/** Every part of the page that shows something to copy, by its heading; plain HTML is nobody's version. */
const recipes = text
  .split(/^#{2,4} /m)
  .slice(1)
  .filter((part) => part.includes('```') || part.includes('`plugins/'))
  .map((part) => [part.split('\n')[0] ?? '', part] as const)
  .filter(([heading]) => heading !== 'Plain HTML');

test.each(recipes)('%s says which version it was tried with, or that it was not', (_heading, part) =>
  expect(part).toMatch(/ \d+\.\d+|not tried|`npm test` tries/),
);

const served = ['selvedge.js', ...[...REST, ...SIBLINGS].map(({ name }) => name)];

test('what `npm run test:recipes` asks servers for is what a bundle writes', () =>
  expect(Object.keys(KEPT).sort()).toEqual([...served].sort()));

test.each(['nginx', 'Caddy', 'Apache', 'Netlify, Cloudflare Pages'])('%s is told of each file', (heading) => {
  const [, part = ''] = recipes.find(([one]) => one === heading) ?? [];
  for (const name of served) {
    const [, kind = ''] = /^selvedge-(\w+)\.js$/.exec(name) ?? [];
    expect(part.includes(name) || new RegExp(`selvedge-\\([\\w|]*\\b${kind}\\b`).test(part), name).toBe(true);
  }
});

test('each program that a recipe was tried with stands there with its version', () => {
  const titles = readdirSync(join(root, 'test/recipes')).flatMap((file) => {
    const [, title] =
      /^export const title = '(\w+ \d+\.\d+)'/m.exec(
        readFileSync(join(root, 'test/recipes', file), 'utf8'),
      ) ?? [];
    return title === undefined ? [] : [title];
  });
  expect(titles).toEqual(['Next 16.4', 'WordPress 6.5']);
  for (const title of titles) expect(text).toContain(`Tried with ${title}`);
});
