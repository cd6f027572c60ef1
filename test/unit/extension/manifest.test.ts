// What the built extension may do, before an author has allowed anything, and what Mozilla's linter says of it.

import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readSources } from '../conventions/read-sources.ts';

const root = join(import.meta.dirname, '../../..');
const dist = process.env.EXTENSION_DIST ?? join(root, 'dist');
const read = (target: string) => JSON.parse(readFileSync(join(dist, target, 'manifest.json'), 'utf8'));

describe.each(['chrome', 'firefox'])('the manifest for %s', (target) => {
  test('is built', () =>
    expect(existsSync(join(dist, target, 'manifest.json')), 'Run `npm run build` first').toBe(true));
  test('asks for no more than docs/ARCHITECTURE.md says, and for no site', () => {
    const { permissions, host_permissions, optional_host_permissions, content_scripts } = read(target);
    const allowed = [
      'activeTab',
      'scripting',
      'storage',
      'contextMenus',
      ...(target === 'chrome' ? ['sidePanel'] : []),
    ];
    expect(permissions).toEqual(allowed);
    expect(host_permissions).toBeUndefined();
    expect(content_scripts).toBeUndefined();
    expect(optional_host_permissions).toEqual(['http://*/*', 'https://*/*']);
  });
  test('opens no door to pages', () => {
    const { web_accessible_resources, externally_connectable, content_security_policy } = read(target);
    expect(web_accessible_resources).toBeUndefined();
    expect(externally_connectable).toBeUndefined();
    expect(content_security_policy.extension_pages).toContain("script-src 'self'; object-src 'none'");
    expect(content_security_policy.extension_pages).not.toMatch(/unsafe|http|\*/);
  });
});

/**
 * Accepted: Preact can set innerHTML (we never ask it to; a convention could not be broken without review), and
 * axe-core carries template code that the policy keeps from running.
 */
const accepted = [
  'UNSAFE_VAR_ASSIGNMENT parts/chunk.js',
  'UNSAFE_VAR_ASSIGNMENT welcome.js',
  'UNSAFE_VAR_ASSIGNMENT audit.js',
  // what is published, which the tour's shop runs: `import()` of names of its own, Preact, DOMPurify
  'UNSAFE_VAR_ASSIGNMENT selvedge.js',
  'UNSAFE_VAR_ASSIGNMENT selvedge-later.js',
  'UNSAFE_VAR_ASSIGNMENT selvedge-measure.js',
  'UNSAFE_VAR_ASSIGNMENT selvedge-whole.js',
  'UNSAFE_VAR_ASSIGNMENT selvedge-whole-measure.js',
  'UNSAFE_VAR_ASSIGNMENT selvedge-panel.js',
  'UNSAFE_VAR_ASSIGNMENT selvedge-purify.js',
  'UNSAFE_VAR_ASSIGNMENT selvedge-recommend.js',
  'DANGEROUS_EVAL audit.js',
];

const readStore = (name: string) => readFileSync(join(root, 'extension/store', name), 'utf8');

const LISTINGS = ['LISTING.md', 'LISTING.de.md'];
/** What stands under each heading of a listing, in its order. */
const chaptersOf = (name: string) =>
  readStore(name)
    .split(/^## .+$/m)
    .slice(1)
    .map((text) => text.trim());
/** The last table of a listing: a permission, or some, and why. */
const whysOf = (name: string) =>
  [...readStore(name).matchAll(/^\| (`(?:[a-z]+[A-Z]?[A-Za-z]*|http.+)`) \| (.+) \|$/gm)].map(
    ([, names = '', why = '']) => ({ names: names.split(', ').map((one) => one.replaceAll('`', '')), why }),
  );

test.each(LISTINGS)('%s says why of each permission, and of none that is not asked for', (name) => {
  const { permissions, optional_host_permissions } = read('chrome');
  const told = whysOf(name).flatMap(({ names }) => names);
  expect(told.sort()).toEqual([...permissions, ...optional_host_permissions].sort());
});

test.each(LISTINGS)('%s is as long as the stores allow', (name) => {
  const [, description = '', , purpose = ''] = chaptersOf(name);
  expect(description.length).toBeGreaterThan(500);
  expect(description.length).toBeLessThanOrEqual(16_000);
  expect(purpose.length).toBeLessThanOrEqual(1000);
  expect(whysOf(name).filter(({ why }) => why.length > 1000)).toEqual([]);
});

test.each(['en', 'de'])('name and summary in %s are as long as the stores allow', (language) => {
  const file = join(root, 'extension/_locales', language, 'messages.json');
  const { name, description } = JSON.parse(readFileSync(file, 'utf8'));
  expect(name.message.length).toBeLessThanOrEqual(45);
  expect(description.message.length).toBeGreaterThan(50);
  expect(description.message.length).toBeLessThanOrEqual(132);
});

test('the German listing and policy say what the English ones say, piece by piece', () => {
  const shapeOf = (text: string) => ({
    pieces: text.split(/\n{2,}/).length,
    points: text.match(/^- /gm)?.length ?? 0,
    named: text.match(/`[^`]+\.png`|`https?:[^`]+`|`[a-z]+[A-Z][A-Za-z]+`|`none`/g) ?? [],
  });
  const [english, german] = LISTINGS.map((name) => chaptersOf(name).map(shapeOf));
  expect(german).toEqual(english);
  const [policy, germanPolicy] = ['PRIVACY.md', 'PRIVACY.de.md'].map((name) => shapeOf(readStore(name)));
  expect(germanPolicy).toEqual(policy);
});

test('a reviewer is answered on each warning, and on none that is gone', () => {
  const rows = [...readStore('REVIEW.md').matchAll(/^\| `([A-Z_]+ [\w/-]+\.js)` \| .+ \|$/gm)];
  expect(rows.map(([, warning]) => warning).sort()).toEqual([...accepted].sort());
});

test('whose it is stands in one place', () => {
  const { author, homepage, firefoxId, dataCollection } = JSON.parse(readStore('choices.json'));
  const { browser_specific_settings: own, ...firefox } = read('firefox');
  expect(own.gecko.id).toBe(firefoxId);
  expect(own.gecko.data_collection_permissions).toEqual({ required: dataCollection });
  expect(firefox.author).toBe(author ?? undefined);
  for (const target of ['chrome', 'firefox']) expect(read(target).homepage_url).toBe(homepage ?? undefined);
});

test('web-ext lint finds no error and no warning that is not accepted', { timeout: 600_000 }, () => {
  const program = join(root, 'node_modules/web-ext/bin/web-ext.js');
  let out: string;
  try {
    out = execFileSync(process.execPath, [program, 'lint', '-s', join(dist, 'firefox'), '-o', 'json'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch (error) {
    out = (error as { stdout: string }).stdout;
  }
  const { errors, warnings } = JSON.parse(out) as Record<
    string,
    { code: string; file?: string; message: string }[]
  >;
  expect(errors).toEqual([]);
  // a part's name ends with a hash of what is in it
  const found = warnings!.map(({ code, file }) => `${code} ${file?.replace(/-[A-Z0-9]{8}(?=\.js$)/, '')}`);
  expect([...new Set(found)].sort()).toEqual([...accepted].sort());
});

test('the code never writes markup as text', () => {
  const found = readSources('extension', '.ts', '.tsx')
    .filter(({ text }) => /dangerouslySetInnerHTML|innerHTML|insertAdjacentHTML/.test(text))
    .map(({ path }) => path);
  expect(found, 'Make elements instead: what comes from a page must stay text').toEqual([]);
});
