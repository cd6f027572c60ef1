// What the page says of a config with a part it does not understand: one warning for each such part, and which part.

import { expect, test, vi } from 'vitest';
import type { Warning } from '../../../snippet/warn.ts';

vi.stubGlobal('__SELVEDGE_CONFIG__', '__SELVEDGE_CONFIG__');
const { toConfig } = await import('../../../snippet/config.ts');

const variant = { id: 'v', name: 'v', segment: 'everyone', changes: [] };
const experience = { id: 'x', name: 'x', status: 'live', pages: ['*'], variants: [variant] };
const segment = { id: 's', name: 's', when: { kind: 'all', of: [] } };
const good = {
  $schema: 'x',
  version: 1,
  site: 'shop.example',
  revision: 3,
  privacy: { consent: 'implied' },
  needs: '0.4',
  capture: [{ kind: 'page', event: 'e', pages: ['*'] }],
  topics: [{ topic: 't', pages: ['*'] }],
  interests: {},
  rfm: {},
  hosts: [],
  goals: [{ id: 'g', name: 'g', event: 'e' }],
  segments: [segment],
  experiences: [experience],
};
const read = (parts: object) => {
  const said: Warning[] = [];
  const config = toConfig(
    { ...good, ...parts },
    () => undefined,
    (warning) => said.push(warning),
  );
  return { config, paths: said.map(({ code, path }) => `${code} ${path}`) };
};

test('a config that is understood is not warned of', () => expect(read({}).paths).toEqual([]));

test.each([
  'theme',
  'Segments',
  'experience',
  'version2',
  'plugins',
  'i18n',
  '__note',
  'toString',
  'constructor',
  ' ',
])('an unknown field "%s" is ignored, with one warning', (field) => {
  const { config, paths } = read({ [field]: { any: 1 } });
  expect(paths).toEqual([`config ${field}`]);
  expect(config?.experiences).toHaveLength(1);
});

const ODD = [null, undefined, 5, 'x', true, []];
const odd = (list: string, entries: unknown[]) =>
  entries.map((entry) => [`${list}: ${JSON.stringify(entry)}`, list, entry] as const);

test.each([
  ...odd('segments', [...ODD, {}, { id: 's', when: null }, { id: 's', when: 5 }, { id: 's', when: 'all' }]),
  ...odd('experiences', [
    ...ODD,
    {},
    { ...experience, pages: '*' },
    { ...experience, pages: undefined },
    { ...experience, variants: {} },
    { ...experience, variants: undefined },
    ...[
      5,
      null,
      'exit',
      [],
      {},
      { kind: 'swipe' },
      { kind: 5 },
      { kind: 'Load' },
      { kind: 'constructor' },
    ].map((trigger) => ({ ...experience, trigger })),
  ]),
  ...odd('capture', [
    ...ODD,
    {},
    { kind: 'hover', event: 'e' },
    { kind: 'page', event: 'e', pages: '*' },
    { kind: 'click', event: 'e', pages: {} },
    { kind: null },
  ]),
  ...odd('goals', [null, undefined, 5, 'x', true]),
  ...odd('topics', [null, undefined, 5, 'x', true, { topic: 't', pages: 'x' }]),
])('%s is left out alone, with one warning', (_name, list, entry) => {
  const own = good[list as keyof typeof good] as unknown[];
  const { config, paths } = read({ [list]: [entry, ...own] });
  expect(paths).toEqual([`config ${list}[0]`]);
  expect(Reflect.get(Object(config), list)).toEqual(own);
});
