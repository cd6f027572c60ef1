// A draft that somebody handed over passes every guard of a foreign config; what its maker says of it is text.

import { describe, expect, test } from 'vitest';
import { readHanded } from '../../../../extension/reader/read-handed.ts';
import { shopConfig } from '../../../support/fake-stage.ts';

const handed = (rest: Record<string, unknown> = {}) =>
  JSON.stringify({
    selvedge: 'draft',
    version: 1,
    origin: 'https://shop.example',
    at: 1000,
    config: shopConfig(),
    ...rest,
  });
/** The shop's config with another first change. */
const withChange = (change: unknown) => {
  const config = structuredClone(shopConfig()) as { experiences: { variants: { changes: unknown[] }[] }[] };
  config.experiences[0]!.variants[0]!.changes = [change];
  return config;
};
const target = { css: 'h1' };

test('what is whole is read, with who gave it and what for', () => {
  expect(readHanded(handed({ by: 'Anna', note: 'Spring' }))).toEqual({
    kind: 'ok',
    handed: {
      origin: 'https://shop.example',
      at: 1000,
      by: 'Anna',
      note: 'Spring',
      config: shopConfig(),
      versions: [],
    },
  });
});

describe('is refused', () => {
  test.each<[name: string, text: string, why: RegExp]>([
    ['no JSON', 'nonsense', /holds no draft/],
    ['a list', '[]', /holds no draft/],
    ['a config alone', JSON.stringify(shopConfig()), /holds no draft/],
    ['a newer form', handed({ version: 2 }), /newer Selvedge/],
    [
      'a config of a newer release',
      handed({ config: { ...shopConfig(), needs: '99.0' } }),
      /cannot be published/,
    ],
    ['without a site', handed({ origin: undefined }), /which site/],
    ['a site with a path', handed({ origin: 'https://shop.example/x' }), /which site/],
    ['a site that is a script', handed({ origin: 'javascript:alert(1)' }), /which site/],
    ['a time that is none', handed({ at: 1e300 }), /when it was made/],
    ['no config', handed({ config: 'x' }), /cannot be published/],
    ['an unknown field', handed({ config: { ...shopConfig(), $name: 'x' } }), /cannot be published/],
    [
      'a script in markup',
      handed({ config: withChange({ kind: 'html', target, value: '<script>alert(1)</script>' }) }),
      /cannot be published/,
    ],
    [
      'a handler in markup',
      handed({
        config: withChange({ kind: 'html', target, value: '<img src="/a.png" onerror="alert(1)">' }),
      }),
      /cannot be published/,
    ],
    [
      'a picture of a host that is not listed',
      handed({
        config: withChange({ kind: 'image', target: { css: 'img' }, src: 'https://evil.example/a.png' }),
      }),
      /cannot be published/,
    ],
    [
      'a link that runs',
      handed({ config: withChange({ kind: 'link', target: { css: 'a' }, href: 'javascript:alert(1)' }) }),
      /cannot be published/,
    ],
    [
      'a prototype',
      handed().replace('"version":1,"site"', '"version":1,"__proto__":{"a":1},"site"'),
      /cannot be published/,
    ],
    [
      'nested without end',
      handed({ config: JSON.parse(`${'['.repeat(5000)}${']'.repeat(5000)}`) }),
      /cannot be published/,
    ],
  ])('%s', (_name, text, why) => {
    const read = readHanded(text);
    expect(read.kind).toBe('bad');
    expect(read.kind === 'bad' && read.why).toMatch(why);
  });
});

test('a name is one line of at most sixty letters; what is no text is nothing', () => {
  const long = readHanded(handed({ by: `A\u202E\nB${'x'.repeat(100)}`, note: { a: 1 } }));
  expect(long.kind === 'ok' && long.handed.by).toMatch(/^A B(x){57}$/);
  expect(long.kind === 'ok' && 'note' in long.handed).toBe(false);
});

test('of a history only the versions are read that could be published, thirty of them at most', () => {
  const version = { name: 'Old', at: 5, by: 'Anna', config: shopConfig() };
  const bad = [{ ...version, config: {} }, { ...version, at: 'x' }, { ...version, name: '' }, 7];
  const some = readHanded(handed({ versions: [version, ...bad] }));
  expect(some.kind === 'ok' && some.handed.versions).toEqual([version]);
  const many = readHanded(handed({ versions: Array.from({ length: 90 }, () => version) }));
  expect(many.kind === 'ok' && many.handed.versions.length).toBe(30);
});
