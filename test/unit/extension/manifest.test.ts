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
  'UNSAFE_VAR_ASSIGNMENT panel.js',
  'UNSAFE_VAR_ASSIGNMENT welcome.js',
  'UNSAFE_VAR_ASSIGNMENT audit.js',
  'DANGEROUS_EVAL audit.js',
];

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
  const found = warnings!.map(({ code, file }) => `${code} ${file}`).filter((one) => !accepted.includes(one));
  expect([...new Set(found)]).toEqual([]);
});

test('the code never writes markup as text', () => {
  const found = readSources('extension', '.ts', '.tsx')
    .filter(({ text }) => /dangerouslySetInnerHTML|innerHTML|insertAdjacentHTML/.test(text))
    .map(({ path }) => path);
  expect(found, 'Make elements instead: what comes from a page must stay text').toEqual([]);
});
