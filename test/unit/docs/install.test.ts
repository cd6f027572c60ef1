// The lines of docs/INSTALL.md are those of the sites that `npm run test:sites` builds and walks: a recipe was tried.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const hosts = join(root, 'test/sites/hosts');
const sections = readFileSync(join(root, 'docs/INSTALL.md'), 'utf8')
  .split(/^## /m)
  .filter((section) => section.startsWith('Frameworks'))
  .flatMap((section) => section.split(/^### /m).slice(1));

test('every site that is walked has a recipe, and every recipe a site', () => {
  expect(sections.length).toBe(readdirSync(hosts).length);
  expect(sections.length).toBeGreaterThan(8);
});

test.each(readdirSync(hosts))('%s', (file) => {
  const source = readFileSync(join(hosts, file), 'utf8');
  const [, title = ''] = /title: '([\w ]+? \d+\.\d+)/.exec(source) ?? [];
  const [, name, version] = /^(.+) (\d+\.\d+)$/.exec(title) ?? [];
  const section = sections.find((one) => one.startsWith(name ?? title));
  expect(section, `${title} has no recipe in docs/INSTALL.md`).toBeDefined();
  // of the version that was tried
  expect(section).toContain(` ${version}`);
  const [, line] = /```\w+\n(.+)\n```/.exec(section ?? '') ?? [];
  expect(line).toContain('/selvedge.js');
  expect(source).toContain(line?.trim());
});
