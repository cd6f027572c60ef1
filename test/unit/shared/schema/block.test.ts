// What a block may be, and what is advised about it.
import { describe, expect, test } from 'vitest';
import { mayShow, type Remembered } from '../../../../shared/dom/block/may-show.ts';
import { contrastOf, lintBlocks } from '../../../../shared/lint/blocks.ts';
import { checkConfig } from '../../../../shared/schema/check.ts';
import type { Config } from '../../../../shared/schema/config.ts';
import { broken } from './sample.ts';

const AT = 'experiences[0].variants[0].changes[0]';
const place = { target: { css: 'main' }, position: 'first' };
const block = (more: object) => ({ kind: 'block', shape: 'banner', place, fields: { title: 'Hi' }, ...more });
const config = (...changes: object[]) => broken(['experiences', 0, 'variants', 0, 'changes'], changes);
const problemsOf = (change: object) => checkConfig(config(change)).problems;

describe('a block', () => {
  test.each<[what: string, change: object]>([
    ['beside an element', block({})],
    ['over the page', block({ shape: 'bar', place: 'top' })],
    ['a pop-up', block({ shape: 'popup', place: 'centre', close: true })],
    ['by language', block({ fields: { title: { de: 'Hallo', '*': 'Hi' } } })],
    ['with a code', block({ shape: 'coupon', fields: { text: 'x', code: 'TENT 10' } })],
    ['with an end', block({ shape: 'countdown', fields: { title: 'x', until: '2036-11-27T00:00:00Z' } })],
    [
      'dressed',
      block({
        dress: {
          colour: 'rgb(1 2 3 / .5)',
          ground: 'var(--a, #fff)',
          font: '"A B", serif',
          radius: '1.5rem',
        },
      }),
    ],
  ])('is taken: %s', (_what, change) => expect(problemsOf(change)).toEqual([]));

  test.each<[field: string, says: RegExp, change: object]>([
    ['shape', /unknown value "pop-up"/, block({ shape: 'pop-up' })],
    ['place', /a popup lies over the page/, block({ shape: 'popup' })],
    ['place', /not shown at "top"/, block({ shape: 'popup', place: 'top' })],
    ['place', /found "left"/, block({ place: 'left' })],
    ['place.target', /missing/, block({ place: { position: 'first' } })],
    ['close', /always be closed/, block({ shape: 'popup', place: 'centre', close: false })],
    ['fields', /says nothing/, block({ fields: { code: 'X' } })],
    ['fields.code', /a coupon without "code"/, block({ shape: 'coupon' })],
    ['fields.code', /found "a\\nb"/, block({ fields: { title: 'x', code: 'a\nb' } })],
    ['fields.until', /a countdown without "until"/, block({ shape: 'countdown' })],
    ['fields.until', /found "Sunday"/, block({ fields: { title: 'x', until: 'Sunday' } })],
    ['fields.title', /201 characters, of at most 200/, block({ fields: { title: 'x'.repeat(201) } })],
    ['fields.title', /not understood/, block({ fields: { title: '{{name}}' } })],
    ['fields.title.german', /no language tag/, block({ fields: { title: { german: 'x', '*': 'x' } } })],
    ['fields.button.href', /missing/, block({ fields: { title: 'x', button: { label: 'x' } } })],
    [
      'fields.button.href',
      /javascript/,
      block({ fields: { title: 'x', button: { label: 'x', href: 'javascript:x' } } }),
    ],
    [
      'fields.image.src',
      /another host/,
      block({ fields: { title: 'x', image: { src: 'https://cdn.example/a', alt: '' } } }),
    ],
    ['fields.image.alt', /missing/, block({ fields: { title: 'x', image: { src: '/a.png' } } })],
    ['fields.html', /unknown field/, block({ fields: { title: 'x', html: '<b>' } })],
    ['dress.ground', /no colour/, block({ dress: { ground: 'url(/a.png)' } })],
    ['dress.font', /no list of fonts/, block({ dress: { font: 'a; b' } })],
    ['dress.radius', /no radius/, block({ dress: { radius: '8px 4px' } })],
  ])('is refused at %s: %s', (field, says, change) => {
    const found = problemsOf(change).filter(({ severity }) => severity === 'error');
    expect(found.map(({ path }) => path)).toContain(`${AT}.${field}`);
    expect(found.find(({ path }) => path === `${AT}.${field}`)?.problem).toMatch(says);
    expect(found.every(({ remedy }) => remedy)).toBe(true);
  });
});

describe('advice', () => {
  const advised = (change: object) => {
    const { config: fit } = checkConfig(config(change));
    return lintBlocks(
      fit ?? ({ experiences: [] } as never as Config),
      Date.parse('2026-11-28T00:00:00Z'),
    ).map(({ path, problem }) => `${path.slice(AT.length + 1)}: ${problem.split(',')[0]}`);
  };
  test.each<[says: string[], change: object]>([
    [
      ['dress.colour: text of this colour on its ground has a contrast of 1.1'],
      block({ dress: { colour: '#fff', ground: '#f2f2f2' } }),
    ],
    [[], block({ dress: { colour: '#fff', ground: '#000' } })],
    [[], block({ dress: { colour: 'var(--a)', ground: '#fff' } })],
    [
      ['fields.until: it ended on 2026-11-27T00:00:00Z'],
      block({ fields: { title: 'x', until: '2026-11-27T00:00:00Z' } }),
    ],
    [[], block({ fields: { title: 'x', until: '2026-11-29T00:00:00Z' } })],
  ])('says %j', (says, change) => expect(advised(change)).toEqual(says));

  test('contrast is that of WCAG', () => {
    expect(contrastOf('#000', 'white')).toBeCloseTo(21);
    expect(contrastOf('#777', '#ffffff')).toBeCloseTo(4.48, 2);
    expect(contrastOf('rgb(0, 0, 0)', 'rgb(0 0 0)')).toBe(1);
    expect(contrastOf('red', '#fff')).toBeUndefined();
  });
});

describe('may be shown', () => {
  const DAY = 86_400_000;
  const now = 100 * DAY;
  const loud = (id: string, frequency?: object) => ({
    id,
    ...(frequency && { frequency }),
    variants: [{ changes: [{ kind: 'block', shape: 'popup' }] }],
  });
  const ask = (shape: string, events: [string, number, string?][], more: object = {}, mode = 'stored') => {
    const remembered: Remembered = {
      mode,
      events: events.map(([name, ago, experience]) => ({ name, at: now - ago, props: { experience } })),
    };
    const all = { experiences: [loud('a'), loud('b'), { id: 'c', variants: [{ changes: [] }] }], ...more };
    return mayShow(shape, 'a', remembered, all as never as Pick<Config, 'experiences' | 'quiet'>, now);
  };
  const visit: [string, number] = ['visit_start', 1000];

  test.each<[is: boolean, what: string, given: Parameters<typeof ask>]>([
    [true, 'nothing was', ['popup', [visit]]],
    [false, 'another pop-up was shown in this visit', ['popup', [visit, ['block_shown', 10, 'b']]]],
    [true, 'it was in an earlier visit', ['popup', [['block_shown', 2000, 'b'], visit]]],
    [true, 'what was shown was no pop-up', ['popup', [visit, ['block_shown', 10, 'c']]]],
    [true, 'two may be', ['popup', [visit, ['block_shown', 10, 'b']], { quiet: { times: 2, per: 'visit' } }]],
    [
      false,
      'one was within 7 days',
      ['slide', [['block_shown', 6 * DAY, 'b'], visit], { quiet: { times: 1, per: '7d' } }],
    ],
    [
      true,
      'one was before',
      ['slide', [['block_shown', 8 * DAY, 'b'], visit], { quiet: { times: 1, per: '7d' } }],
    ],
    [true, 'it is a bar, whatever came before', ['bar', [visit, ['block_shown', 10, 'b']]]],
    [false, 'it was closed in this visit', ['bar', [visit, ['block_closed', 10, 'a']]]],
    [true, 'another was', ['bar', [visit, ['block_closed', 10, 'b']]]],
    [true, 'it was closed in an earlier visit', ['bar', [['block_closed', 2000, 'a'], visit]]],
    [
      false,
      'it was closed within its frequency',
      ['bar', [['block_closed', DAY, 'a'], visit], { experiences: [loud('a', { times: 3, per: '7d' })] }],
    ],
    [
      false,
      'it was ever closed, and is shown so often to a visitor',
      [
        'bar',
        [['block_closed', 90 * DAY, 'a'], visit],
        { experiences: [loud('a', { times: 3, per: 'visitor' })] },
      ],
    ],
    [false, 'nothing is stored', ['popup', [visit], {}, 'memory']],
    [true, 'nothing is stored, for a bar', ['bar', [visit], {}, 'memory']],
  ])('%s where %s', (is, _what, given) => expect(ask(...given)).toBe(is));

  test('in a preview, which nobody remembers', () => expect(mayShow('popup', 'a', undefined)).toBe(true));
});

test('what is still to be written is said, in what is inserted and in each language; other brackets are not', () => {
  const insert = (html: unknown) => ({ kind: 'insert', target: { css: 'main' }, position: 'first', html });
  const said = (change: object) => {
    const { config: read, problems } = checkConfig(config(change));
    expect(problems).toEqual([]);
    return lintBlocks(read as Config).map(({ path, problem }) => `${path} ${problem}`);
  };
  expect(said(insert('<p>[Your headline …]</p>'))).toEqual([
    `${AT}.html visitors would read "[Your headline …]"`,
  ]);
  expect(said(insert({ de: '<b>[Preis …]</b>', '*': 'Now' }))).toEqual([
    `${AT}.html.de visitors would read "[Preis …]"`,
  ]);
  expect(said(insert('<p>[1] and so on … [sic]</p>'))).toEqual([]);
  expect(said(block({ fields: { title: 'x', code: '[CODE …]' }, shape: 'coupon' }))).toHaveLength(1);
});
