// Mongo-style tests of a value (`Predicate`) or of an object's fields (`Where`): one function for both,
// because a key that begins with `$` is an operator and any other key is a path.
//
// An unknown operator throws: answering false would turn true under `$not`.
// https://www.mongodb.com/docs/manual/reference/operator/query/

import type { Predicate, Where } from '../schema/predicate.ts';
import { dig, own } from './dig.ts';
import { isObject, toJson } from './native.ts';

type Operator = (value: unknown, operand: never) => boolean;
type Test = Predicate | Where;

const { isArray } = Array;

const same = (a: unknown, b: unknown): boolean =>
  a === b ||
  (b === null && a === undefined) ||
  (typeof a === 'object' && typeof b === 'object' && toJson(a) === toJson(b));

/** An array matches when some element does. */
const some = (value: unknown, test: (item: unknown) => boolean): boolean =>
  isArray(value) ? value.some(test) : test(value);

const equals = (value: unknown, operand: unknown): boolean =>
  same(value, operand) || some(value, (item) => same(item, operand));

const isLike = (item: unknown, operand: string): item is string => typeof item === typeof operand;

/** Only values of one type are ordered: "10" is neither more nor less than 9. */
const ordered =
  (test: (a: string, b: string) => boolean): Operator =>
  (value, operand: string) =>
    some(value, (item) => isLike(item, operand) && test(item, operand));

const text = (method: 'includes' | 'startsWith' | 'endsWith'): Operator =>
  ordered((a, b) => String(a).toLowerCase()[method](String(b).toLowerCase()));

const not =
  (operator: Operator): Operator =>
  (value, operand) =>
    !operator(value, operand);

const passes: Operator = (value, operand: Test) => holds(operand, value);
const isIn: Operator = (value, operand: never[]) => operand.some((item) => equals(value, item));
const isAny: Operator = (value, operand: never[]) => operand.some((test) => passes(value, test));

const operators: Record<string, Operator> = {
  $eq: equals,
  $ne: not(equals),
  $gt: ordered((a, b) => a > b),
  $gte: ordered((a, b) => a >= b),
  $lt: ordered((a, b) => a < b),
  $lte: ordered((a, b) => a <= b),
  $in: isIn,
  $nin: not(isIn),
  $exists: (value, operand: boolean) => (value !== undefined) === operand,
  $contains: text('includes'),
  $startsWith: text('startsWith'),
  $endsWith: text('endsWith'),
  $size: (value, operand) => isArray(value) && passes(value.length, operand),
  $all: (value, operand: never[]) => operand.length > 0 && operand.every((item) => equals(value, item)),
  $elemMatch: (value, operand) => isArray(value) && value.some((item) => passes(item, operand)),
  $not: not(passes),
  $and: (value, operand: never[]) => operand.every((test) => passes(value, test)),
  $or: isAny,
  $nor: not(isAny),
};

/** Whether the value passes; without a test any does. @throws RangeError on an unknown operator */
export function holds(test: Test | undefined, value: unknown): boolean {
  if (test === undefined) return true;
  if (!isObject(test) || isArray(test)) return equals(value, test);
  // `for in`, as this is the innermost loop of a rebuild: it makes no list, which Object.entries would
  for (const key in test) {
    const operand = own(test, key);
    if (operand === undefined) continue;
    const operator = key[0] === '$' && own(operators, key);
    if (operator === undefined) throw new RangeError(`Unknown operator ${key}`);
    if (!(operator ? operator(value, operand as never) : holds(operand as Test, dig(value, key))))
      return false;
  }
  return true;
}

/** Whether every operator in this piece of config is known; rules are checked once, before events are tested. */
export function isReadable(part: unknown): boolean {
  const keys = toJson(part).match(/"\$\w*":/g) ?? [];
  return keys.every((key) => own(operators, key.slice(1, -2)));
}

/** Every number the test mentions: between two neighbours of them its verdict on a number cannot change. */
export function numbersIn(test: unknown): number[] {
  return (toJson(test)?.match(/-?\d[\d.]*(e[-+]?\d+)?/g) ?? []).map(Number);
}
