// The conformance table of predicates: Mongo's meaning, row by row.
import { expect, test } from 'vitest';
import { holds } from '../../../shared/engine/predicate.ts';

const missing = undefined;
test.each<[fact: string, test: any, value: unknown, expected: boolean]>([
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
