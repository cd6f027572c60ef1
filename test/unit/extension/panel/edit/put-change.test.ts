// A change that an author makes takes the place of the one it is about, or stands at the end.

import { expect, test } from 'vitest';
import { putChange } from '../../../../../extension/panel/edit/put-change.ts';
import type { Change } from '../../../../../shared/schema/change.ts';

const target = { css: 'h1' };
const red: Change = { kind: 'style', target, properties: { color: 'red' } };

test.each<[what: string, language: string, before: Change, put: Change, after: Change]>([
  [
    'a text, in its own language',
    'de-AT',
    { kind: 'text', target, value: { de: 'a', '*': 'b' } },
    { kind: 'text', target, value: 'c' },
    { kind: 'text', target, value: { de: 'c', '*': 'b' } },
  ],
  [
    'a text, where the words for all others were read: they stay those of the others',
    'fr-CA',
    { kind: 'text', target, value: { de: 'a', '*': 'b' } },
    { kind: 'text', target, value: 'c' },
    { kind: 'text', target, value: { de: 'a', '*': 'b', fr: 'c' } },
  ],
  ...['', 'de_AT', 'german', 'constructor'].map((language): [string, string, Change, Change, Change] => [
    `on a page whose language is “${language}”`,
    language,
    { kind: 'text', target, value: { de: 'a', '*': 'b' } },
    { kind: 'text', target, value: 'c' },
    { kind: 'text', target, value: { de: 'a', '*': 'c' } },
  ]),
  [
    'a text, in a language that had no words',
    'fr',
    { kind: 'text', target, value: { de: 'a' } },
    { kind: 'text', target, value: 'c' },
    { kind: 'text', target, value: { de: 'a', fr: 'c' } },
  ],
  [
    'a text, on a page that says no language',
    '',
    { kind: 'text', target, value: { de: 'a' } },
    { kind: 'text', target, value: 'c' },
    { kind: 'text', target, value: { de: 'a', '*': 'c' } },
  ],
  [
    'markup for a text: then all are html',
    'de',
    { kind: 'text', target, value: { de: 'a', '*': 'b < c & d' } },
    { kind: 'html', target, value: '<b>c</b>' },
    { kind: 'html', target, value: { de: '<b>c</b>', '*': 'b &lt; c &amp; d' } },
  ],
  [
    'a text for markup: the others keep theirs',
    'de',
    { kind: 'html', target, value: { de: '<b>a</b>', '*': '<b>b</b>' } },
    { kind: 'text', target, value: 'c & d' },
    { kind: 'html', target, value: { de: 'c &amp; d', '*': '<b>b</b>' } },
  ],
  [
    'an attribute',
    'de',
    { kind: 'attribute', target, name: 'title', value: { de: 'a', '*': 'b' } },
    { kind: 'attribute', target, name: 'title', value: 'c' },
    { kind: 'attribute', target, name: 'title', value: { de: 'c', '*': 'b' } },
  ],
  [
    'an attribute that is taken away: in all',
    'de',
    { kind: 'attribute', target, name: 'title', value: { de: 'a', '*': 'b' } },
    { kind: 'attribute', target, name: 'title', value: null },
    { kind: 'attribute', target, name: 'title', value: null },
  ],
])('written in one language, the words of the others stay: %s', (_what, language, before, put, after) => {
  const changes = [structuredClone(before)];
  putChange(changes, put, language);
  expect(changes).toEqual([after]);
});

test.each<[what: string, before: Change, put: Change, isReplaced: boolean]>([
  ['a text by html', { kind: 'text', target, value: 'a' }, { kind: 'html', target, value: 'b' }, true],
  ['other properties of the same width', red, { ...red, properties: { margin: '0' } }, true],
  ['properties of another width', red, { ...red, media: '(width < 600px)' }, false],
  ['other classes', { kind: 'class', target, add: ['a'] }, { kind: 'class', target, remove: ['b'] }, true],
  ['another element', red, { ...red, target: { css: 'h2' } }, false],
  [
    'the same words, spaced otherwise',
    { ...red, target: { ...target, text: 'Dry  nights' } },
    { ...red, target: { ...target, text: 'Dry nights' } },
    true,
  ],
  [
    'a root on the way, none or an empty list of them',
    red,
    { ...red, target: { ...target, within: [] } },
    true,
  ],
  [
    'a block beside the same element',
    { kind: 'insert', target, position: 'after', html: 'a' },
    { kind: 'insert', target, position: 'after', html: 'b' },
    false,
  ],
  ['rules for the page', { kind: 'css', value: 'a{}' }, { kind: 'css', value: 'b{}' }, false],
])('%s', (_what, before, put, isReplaced) => {
  const changes = [structuredClone(before)];
  putChange(changes, put, 'de');
  // it goes on finding its element as before
  const replaced = 'target' in put && 'target' in before ? { ...put, target: before.target } : put;
  expect(changes).toEqual(isReplaced ? [replaced] : [before, put]);
});
