// The conformance table of predicates: Mongo's meaning, row by row.

import { expect, test } from 'vitest';
import { holds } from '../../../../shared/engine/predicate.ts';
import type { Where } from '../../../../shared/schema/predicate.ts';

type Test = Parameters<typeof holds>[0];

const missing = undefined;
test.each<[fact: string, test: Test, value: unknown, expected: boolean]>([
  ['a plain value is equality', 3, 3, true],
  ['types are not converted', 3, '3', false],
  ['a missing value is not equal to a value', 3, missing, false],
  ['null is equal to a missing value', null, missing, true],
  ['an array matches by element', 'a', ['a', 'b'], true],
  ['an array equals an array as a whole', ['a', 'b'], ['a', 'b'], true],
  ['in order', ['b', 'a'], ['a', 'b'], false],
  ['$eq', { $eq: 'a' }, 'a', true],
  ['$ne of a missing value holds', { $ne: 'a' }, missing, true],
  ['$ne on an array: no element may be it', { $ne: 'a' }, ['a', 'b'], false],
  ['$gt', { $gt: 3 }, 3, false],
  ['$gte', { $gte: 3 }, 3, true],
  ['$lt of a missing value does not hold', { $lt: 3 }, missing, false],
  ['$lte of null does not hold', { $lte: 3 }, null, false],
  ['numbers and strings are not ordered', { $gt: 9 }, '10', false],
  ['strings are ordered among themselves', { $gt: 'a' }, 'b', true],
  ['some element is enough for an order', { $gt: 3 }, [1, 5], true],
  ['two operators may be met by two elements', { $gt: 4, $lt: 2 }, [1, 5], true],
  ['$in', { $in: ['a', 'b'] }, 'b', true],
  ['$in with null holds for missing', { $in: [null] }, missing, true],
  ['$in of nothing never holds', { $in: [] }, 'a', false],
  ['$nin', { $nin: ['a'] }, 'b', true],
  ['$nin of a missing value holds', { $nin: ['a'] }, missing, true],
  ['$exists', { $exists: true }, 0, true],
  ['$exists: false', { $exists: false }, missing, true],
  ['$contains ignores case', { $contains: 'ENT' }, 'tents', true],
  ['$contains on an array: some element does', { $contains: 'oot' }, ['tent', 'boots'], true],
  ['$contains of a missing value', { $contains: 'a' }, missing, false],
  ['$startsWith', { $startsWith: 'Te' }, 'tents', true],
  ['$endsWith', { $endsWith: 'NTS' }, 'tents', true],
  ['$size', { $size: 2 }, ['a', 'b'], true],
  ['$size takes a predicate', { $size: { $gte: 3 } }, ['a', 'b'], false],
  ['$size of no array', { $size: 1 }, 'a', false],
  ['$all', { $all: ['a', 'b'] }, ['b', 'c', 'a'], true],
  ['$all of nothing never holds', { $all: [] }, ['a'], false],
  ['$elemMatch: one element meets all', { $elemMatch: { $gt: 4, $lt: 2 } }, [1, 5], false],
  ['$elemMatch on objects', { $elemMatch: { a: 1, b: 2 } }, [{ a: 1 }, { a: 1, b: 2 }], true],
  ['$not of operators', { $not: { $gt: 3 } }, missing, true],
  ['$not of a plain value', { $not: 'a' }, 'b', true],
  ['$and', { $and: [{ $gt: 1 }, { $lt: 3 }] }, 2, true],
  ['$or', { $or: [1, 2] }, 2, true],
  ['$or of nothing never holds', { $or: [] }, 2, false],
  ['$nor', { $nor: [1, 2] }, 3, true],
  ['all operators must hold', { $gt: 1, $lt: 3 }, 3, false],
  ['no operator at all holds', {}, missing, true],
  ['a path reaches inside', { 'a.b': 1 }, { a: { b: 1 } }, true],
  [
    'a path runs through an array',
    { 'items.price': { $gt: 5 } },
    { items: [{ price: 1 }, { price: 9 }] },
    true,
  ],
  ['a path may name a place', { 'items.1.price': 9 }, { items: [{ price: 1 }, { price: 9 }] }, true],
  ['nothing is inherited', { constructor: { $exists: true } }, {}, false],
  ['where: $not', { $not: { a: 1 } }, { a: 2 }, true],
  ['where: $or', { $or: [{ a: 1 }, { b: 1 }] }, { b: 1 }, true],
  ['where: $nor', { $nor: [{ a: 1 }, { b: 1 }] }, { c: 1 }, true],
  ['where: every path must pass', { a: 1, b: 2 }, { a: 1 }, false],
])('%s', (_fact, predicate, value, expected) => {
  expect(holds(predicate, value)).toBe(expected);
});

test.each(['$regex', '$where', '$toString', '$'])(
  'the unknown operator %s throws, also under $not',
  (operator) => {
    expect(() => holds({ [operator]: 1 }, 1)).toThrow(RangeError);
    expect(() => holds({ $not: { [operator]: 1 } }, 1)).toThrow(operator);
  },
);

// GrowthBook's public conformance cases (packages/sdk-js/test/cases.json, evalCondition) read for their meaning and
// written anew: where it is Mongo's, ours is the same.
test.each<[fact: string, where: Where, props: object, expected: boolean]>([
  ['not of a field', { $not: { plan: 'gold' } }, { plan: 'free' }, true],
  [
    'and over or, one of them',
    { $and: [{ 'cart.value': { $gt: 65 } }, { $or: [{ day: { $endsWith: '-12-25' } }, { plan: 'gold' }] }] },
    { plan: 'gold', day: '2026-01-02', cart: { value: 70 } },
    true,
  ],
  [
    'and over or, neither',
    { $and: [{ 'cart.value': { $gt: 65 } }, { $or: [{ day: { $endsWith: '-12-25' } }, { plan: 'gold' }] }] },
    { plan: 'free', day: '2026-01-02', cart: { value: 70 } },
    false,
  ],
  [
    'and over or, but not the first',
    { $and: [{ 'cart.value': { $gt: 65 } }, { $or: [{ plan: 'gold' }] }] },
    { plan: 'gold', cart: { value: 65 } },
    false,
  ],
  ['an element of what is not there', { plan: { $elemMatch: { $eq: 'a' } } }, {}, false],
  [
    'one element each',
    { $and: [{ of: { $elemMatch: { $eq: 'a' } } }, { of: { $elemMatch: { $eq: 'b' } } }] },
    { of: ['b', 'a'] },
    true,
  ],
  ['not one element', { $not: { of: { $elemMatch: { $eq: 'a' } } } }, { of: ['b', 'a'] }, false],
  ['a deep path that is not there', { 'a.b.c': { $exists: false } }, { x: 1 }, true],
  ['a deep path that is there', { 'a.b.c': { $exists: false } }, { a: { b: { c: 'x' } } }, false],
  ['values of three types', { s: 's', n: 10, b: false }, { s: 's', n: 10, b: false }, true],
  ['$in with a list on both sides', { tags: { $in: ['a', 'b'] } }, { tags: ['d', 'a'] }, true],
  ['$in with no common element', { tags: { $in: ['a', 'b'] } }, { tags: ['d', 'e'] }, false],
  ['$in with an empty list in the event', { tags: { $in: ['a'] } }, { tags: [] }, false],
  ['$nin with a common element', { tags: { $nin: ['a', 'b'] } }, { tags: ['d', 'a'] }, false],
  ['$nin with an empty list in the event', { tags: { $nin: ['a'] } }, { tags: [] }, true],
  ['$in of a deep path that is not there', { 'a.b': { $in: ['x'] } }, { c: 1 }, false],
  ['between, at the upper edge', { n: { $gt: 30, $lt: 60 } }, { n: 60 }, false],
  ['between, both edges counted', { n: { $gte: 30, $lte: 60 } }, { n: 30 }, true],
  ['words in order', { w: { $gt: 'alphabet', $lt: 'zebra' } }, { w: 'always' }, true],
  ['capitals come before small letters', { w: { $gt: 'alphabet', $lt: 'zebra' } }, { w: 'AZL' }, false],
  ['a path through null', { 'a.b': 'x' }, { a: null }, false],
  ['a path through a number', { 'a.b': 'x' }, { a: 123 }, false],
  ['$and of nothing', { $and: [] }, { a: 1 }, true],
])('as GrowthBook has it: %s', (_fact, where, props, expected) => {
  expect(holds(where, props)).toBe(expected);
});

// Where it departs from Mongo, ours does not follow.
test.each<[fact: string, where: Where, props: object, theirs: boolean]>([
  ['a missing number is not compared as 0', { n: { $gt: -10, $lt: 10 } }, {}, true],
  ['a number in quotes is no number', { n: { $gt: 5, $lt: 10 } }, { n: '8' }, true],
  ['nor the other way round', { n: { $gt: '5' } }, { n: 8 }, true],
  ['$or of nothing holds for nobody', { $or: [] }, { a: 1 }, true],
])('unlike GrowthBook: %s', (_fact, where, props, theirs) => {
  expect(holds(where, props)).toBe(!theirs);
});
test.each(['$regex', '$type', '$vgt', '$inGroup'])(
  'GrowthBook’s %s is unknown here, so it throws',
  (name) => {
    expect(() => holds({ a: { [name]: 'x' } }, { a: 'x' })).toThrow(RangeError);
  },
);
