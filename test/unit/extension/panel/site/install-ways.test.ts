// Every way of installing names the tag's file, and no command of a package that others could publish.

import { expect, test } from 'vitest';
import { INSTALL_WAYS, writeToDeveloper } from '../../../../../extension/panel/site/install-ways.ts';

const LINE = '<script src="/selvedge.js"></script>';

test.each(Object.entries(INSTALL_WAYS))('%s', (_kind, { steps, code, note = '' }) => {
  expect(code).toContain('selvedge.js');
  expect(steps.length).toBe(3);
  expect([...steps, code, note].join(' ')).not.toMatch(/\bnp[mx]\b/);
});

test('only a tag manager is async, with a queue before the tag', () => {
  const late = Object.entries(INSTALL_WAYS).filter(([, { code }]) => code.includes('async'));
  expect(late.map(([kind]) => kind)).toEqual(['tag-manager']);
  const { code, note } = INSTALL_WAYS['tag-manager'];
  expect(code.indexOf('q: []')).toBeLessThan(code.indexOf('selvedge.js'));
  expect(note).toContain('see the original for a moment');
});

test('a developer is told the site, the line and who grants', () => {
  const text = writeToDeveloper('shop.example');
  for (const one of ['shop.example', LINE, "selvedge.consent('granted')"]) expect(text).toContain(one);
});
