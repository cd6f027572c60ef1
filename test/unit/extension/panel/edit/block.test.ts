// Blocks as they begin and as their form writes them: whole, in the page's colours, claiming nothing.

import { describe, expect, test } from 'vitest';
import { makeBlock, takeDress } from '../../../../../extension/panel/draft/make-block.ts';
import {
  mapWords,
  reshape,
  setField,
  withPlace,
} from '../../../../../extension/panel/edit/block/block-parts.ts';
import { mendContrast } from '../../../../../extension/panel/edit/block/mend-contrast.ts';
import { sayContrast } from '../../../../../extension/panel/edit/tools/contrast.ts';
import { addLanguage, removeLanguage } from '../../../../../extension/panel/edit/words-by-language.ts';
import type { Survey } from '../../../../../extension/wire/survey-shapes.ts';
import { findUnwritten, lintBlocks } from '../../../../../shared/lint/blocks.ts';
import { Shape } from '../../../../../shared/schema/block.ts';
import { checkConfig } from '../../../../../shared/schema/check.ts';
import { broken } from '../../../shared/schema/sample.ts';

const target = { css: 'h1' };
const looks = {
  text: 'rgb(29, 43, 38)',
  ground: 'rgb(255, 255, 255)',
  font: 'serif',
  accent: 'rgb(11, 93, 59)',
  onAccent: 'rgb(255, 255, 255)',
  radius: '999px',
};
const page: Survey = { looks };
const shapes = Shape.options;
const config = (change: object) => broken(['experiences', 0, 'variants', 0, 'changes'], [change]);
const problemsOf = (change: object) => checkConfig(config(change)).problems;

describe.each(shapes)('a %s begins', (shape) => {
  test.each([
    ['beside an element', target],
    ['over the page', undefined],
  ])('whole, %s', (_where, beside) => {
    expect(problemsOf(makeBlock(shape, page, beside))).toEqual([]);
    expect(problemsOf(makeBlock(shape, {}, beside))).toEqual([]);
  });
  test('with nothing that it says being the author’s own', () => {
    const made = makeBlock(shape, page, target);
    expect(findUnwritten(made).length).toBeGreaterThan(0);
    const { config: read } = checkConfig(config(made));
    const said = read ? lintBlocks(read) : [];
    expect(said.map(({ problem }) => problem)).toContainEqual(expect.stringMatching(/would read "\[.* …\]"/));
  });
  test.each(shapes)('and can become a %s', (next) => {
    expect(problemsOf(reshape(makeBlock(shape, page, target), next))).toEqual([]);
    expect(problemsOf(reshape(makeBlock(shape, page, undefined), next))).toEqual([]);
  });
});

test.each<[string, Shape, Survey['taken'], string]>([
  ['at the top', 'bar', undefined, 'top'],
  ['away from what stays there', 'bar', ['top'], 'bottom'],
  ['at the top where both are taken', 'bar', ['top', 'bottom'], 'top'],
  ['in the corner, which nothing takes', 'slide', ['bottom'], 'corner'],
  ['in the middle', 'popup', ['top'], 'centre'],
])('over the page it begins %s: %s', (_where, shape, taken, spot) => {
  expect(makeBlock(shape, { ...page, taken }, undefined).place).toBe(spot);
});

test('it wears the page: over it text and ground, in it the accent; corners that fit; a bar is in the accent', () => {
  expect(takeDress('popup', 'centre', looks)).toEqual({
    colour: '#1d2b26',
    ground: '#ffffff',
    accent: '#0b5d3b',
    radius: '16px',
  });
  expect(takeDress('banner', { target, position: 'after' }, looks)).toEqual({
    accent: '#0b5d3b',
    radius: '16px',
  });
  expect(takeDress('bar', 'top', looks)).toEqual({ colour: '#ffffff', ground: '#0b5d3b' });
  expect(takeDress('bar', 'top', { text: '#111', ground: 'nonsense', font: '' })).toEqual({
    colour: undefined,
    ground: '#111111',
  });
  expect(takeDress('card', 'corner', undefined)).toBeUndefined();
});

test('an emptied field is left out; a shape keeps what is written, and nothing says that what lies over it closes', () => {
  const card = { ...makeBlock('card', page, target), close: true };
  const bare = setField(setField(card, 'title', ''), 'button', undefined);
  expect(Object.keys(bare.fields)).toEqual(['text']);
  const written = setField(card, 'text', 'Mine');
  expect(reshape(written, 'coupon').fields).toMatchObject({ text: 'Mine', code: '[CODE …]' });
  expect(reshape(written, 'popup')).not.toHaveProperty('close');
  expect(withPlace(card, { target, position: 'first' })).toHaveProperty('close', true);
});

test('a language is added to all its words, and taken from all', () => {
  const made = setField(makeBlock('card', page, target), 'image', { src: '/a.png', alt: '' });
  const two = mapWords(made, (words) => addLanguage(words, 'de'));
  expect(two.fields.title).toEqual({ de: '[Your headline …]', '*': '[Your headline …]' });
  expect(problemsOf(two)).toEqual([]);
  expect(findUnwritten(two)).toHaveLength(6);
  expect(mapWords(two, (words) => removeLanguage(words, 'de'))).toEqual(made);
});

test.each([
  ['#777777', '#888888'],
  ['#ffff00', '#ffffff'],
  ['#000080', '#000000'],
  ['#0b5d3b', '#0b5d3b'],
])('%s on %s is mended so that it can be read', (colour, ground) => {
  expect(sayContrast(colour, ground)).toBeDefined();
  const mended = mendContrast(colour, ground) ?? '';
  expect(mended).toMatch(/^#[\da-f]{6}$/);
  expect(sayContrast(mended, ground)).toBeUndefined();
});
test('what is no colour is left alone', () => expect(mendContrast('var(--x)', '#fff')).toBeUndefined());
