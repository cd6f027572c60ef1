// What an element is called: by what it said, what it is, or the name that the page gave it.

import { expect, test } from 'vitest';
import { sayChange, sayElement } from '../../../../extension/wire/say-change.ts';
import type { Target } from '../../../../shared/schema/target.ts';

test.each<[name: string, target: Target, says: string]>([
  ['what it said', { css: '#hero', print: { tag: 'h1', text: 'Dry nights' } }, 'headline “Dry nights”'],
  ['what it is', { css: '#hero', print: { tag: 'h1' } }, 'headline'],
  ['the name that the page gave it', { css: '#hero-title' }, 'hero title'],
  ['the same, where one word begins within another', { css: '.heroTitle' }, 'hero title'],
  ['the tag and the name', { css: 'a.call_to_action' }, 'link “call to action”'],
  ['the tag and a name that reads like a word of the sentence', { css: 'p#also' }, 'paragraph “also”'],
  ['the tag, and what it is in', { css: '#teaser > p:nth-of-type(2)' }, 'paragraph in teaser'],
  ['a tag alone', { css: 'h1' }, 'headline'],
  ['a tag that has no word', { css: 'x-card' }, 'x-card'],
  ['no name: a build made it', { css: '.css-1x2yz' }, '.css-1x2yz'],
  ['no name: it is a value', { css: '[data-at="#top"]' }, '[data-at="#top"]'],
  ['no name, and a tag', { css: 'p:nth-of-type(2)' }, 'paragraph p:nth-of-type(2)'],
  ['too short to say anything', { css: '#x' }, '#x'],
])('an element is called by %s', (_, target, says) => {
  expect(sayElement(target)).toBe(says);
});

test.each<[value: string | { [language: string]: string }, says: string]>([
  ['Dry nights', 'Text of the h1 becomes “Dry nights”'],
  [
    { '*': 'Dry', de: 'Trocken' },
    'Text of the h1 becomes “Trocken” in German and “Dry” in all other languages',
  ],
  [{ de: 'Trocken' }, 'Text of the h1 becomes “Trocken” in German'],
  [
    { de: 'Trocken', 'de-AT': 'Eh trocken', '*': 'Dry' },
    'Text of the h1 becomes “Trocken” in German, “Eh trocken” in Austrian German and “Dry” in all other languages',
  ],
])('words by language are said with their languages: %j', (value, says) => {
  expect(sayChange({ kind: 'text', target: { css: 'h1' }, value }, 'h1')).toBe(says);
});

test.each<[name: string, target: Target, says: string]>([
  [
    'no words of its cards',
    { css: '.list', print: { tag: 'ul', text: 'Own€ 99.00Other€ 99.00', attributes: { class: 'list' } } },
    'list',
  ],
  ['a name that reads like a word of the sentence', { css: '#also', print: { tag: 'ul' } }, 'list “also”'],
  ['no selector', { css: 'main > ul:nth-of-type(2)', print: { tag: 'ul', text: 'OwnOther' } }, 'list'],
  ['the name that the page gave it', { css: '#also-bought', print: { tag: 'div' } }, 'list “also bought”'],
  ['what it is in, not at all', { css: '.shop > ul', print: { tag: 'ul' } }, 'list'],
  [
    'what it is called for those who see none',
    { css: 'ul', print: { tag: 'ul', text: 'OwnOther', attributes: { 'aria-label': 'Seen lately' } } },
    'list “Seen lately”',
  ],
])('a list of items is called by %s', (_, target, says) => {
  expect(sayChange({ kind: 'recommend', target, card: { item: 'li' }, from: ['similar'], count: 3 })).toBe(
    `The ${says} shows up to 3 recommended items in place of its cards`,
  );
});

test('what is done to a list is not said with what stands in it, run together', () => {
  const target = { css: '.list', print: { tag: 'ul', text: 'Own€ 99.00Other€ 99.00' } };
  expect(sayChange({ kind: 'hide', target })).toBe('The list is hidden');
});

test('a picture is said with what it shows', () => {
  const target = { css: 'img' };
  expect(sayChange({ kind: 'image', target, src: '/lit.svg', alt: 'The hall, lit' }, 'picture')).toBe(
    'The picture shows /lit.svg, described as “The hall, lit”',
  );
  expect(sayChange({ kind: 'image', target, src: '/lit.svg' }, 'picture')).toBe('The picture shows /lit.svg');
});
