// Mongo-style tests of a value (`Predicate`) or of an object's fields (`Where`): one function for both,
// because a key that begins with `$` is an operator and any other key is a path.
//
// An unknown operator throws: answering false would turn true under `$not`.
// https://www.mongodb.com/docs/manual/reference/operator/query/

import type { Predicate, Where } from '../schema/predicate.ts';
import { dig, own } from './dig.ts';
import { isObject, toJson } from './native.ts';

type Test = Predicate | Where;
/** Whether the value passes; without a test any does. @throws RangeError on an unknown operator */
export type Holds = (test: Test | undefined, value: unknown) => boolean;

/** What operators need of each other. */
interface Tools {
  holds: Holds;
  /** Whether two objects or arrays are the same; missing where none is compared. */
  isAlike?: ((a: unknown, b: unknown) => boolean) | undefined;
  /** Missing where only props themselves are tested, and nothing within them. */
  dig?: typeof dig | undefined;
}
export type Operator = (value: unknown, operand: never, tools: Tools) => boolean;

const { isArray } = Array;

const same = (a: unknown, b: unknown, { isAlike }: Tools): boolean =>
  a === b ||
  (b === null && a === undefined) ||
  !!(typeof a === 'object' && typeof b === 'object' && isAlike?.(a, b));

/** An array matches when some element does. */
const some = (value: unknown, test: (item: unknown) => boolean): boolean =>
  isArray(value) ? value.some(test) : test(value);

const equals = (value: unknown, operand: unknown, tools: Tools): boolean =>
  same(value, operand, tools) || some(value, (item) => same(item, operand, tools));

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
  (value, operand, tools) =>
    !operator(value, operand, tools);

const passes: Operator = (value, operand: Test, { holds }) => holds(operand, value);

// Each by its own name, as the script of the first paint holds those only that its config asks with.
export const $eq: Operator = equals;
export const $ne = not(equals);
export const $gt = ordered((a, b) => a > b);
export const $gte = ordered((a, b) => a >= b);
export const $lt = ordered((a, b) => a < b);
export const $lte = ordered((a, b) => a <= b);
export const $in: Operator = (value, operand: never[], tools) =>
  operand.some((item) => equals(value, item, tools));
export const $nin = not($in);
export const $exists: Operator = (value, operand: boolean) => (value !== undefined) === operand;
export const $contains = text('includes');
export const $startsWith = text('startsWith');
export const $endsWith = text('endsWith');
export const $size: Operator = (value, operand, { holds }) => isArray(value) && holds(operand, value.length);
export const $all: Operator = (value, operand: never[], tools) =>
  operand.length > 0 && operand.every((item) => equals(value, item, tools));
export const $elemMatch: Operator = (value, operand, { holds }) =>
  isArray(value) && value.some((item) => holds(operand, item));
export const $not = not(passes);
export const $and: Operator = (value, operand: never[], { holds }) =>
  operand.every((test) => holds(test, value));
export const $or: Operator = (value, operand: never[], { holds }) =>
  operand.some((test) => holds(test, value));
export const $nor = not($or);

/** Whether two objects or arrays are the same. */
export const isAlike = (a: unknown, b: unknown): boolean => toJson(a) === toJson(b);

/** Tests that ask with these operators. */
export function holdsBy(operators: Record<string, Operator>, more: Omit<Tools, 'holds'> = {}): Holds {
  const look = more.dig ?? ((value: unknown, key: string) => own(Object(value), key));
  const tools: Tools = {
    isAlike: more.isAlike,
    holds(test, value) {
      if (test === undefined) return true;
      if (!isObject(test) || isArray(test)) return equals(value, test, tools);
      // `for in`, as this is the innermost loop of a rebuild: it makes no list, which Object.entries would
      for (const key in test) {
        const operand = own(test, key);
        if (operand === undefined) continue;
        const operator = key[0] === '$' && own(operators, key);
        if (operator === undefined) throw new RangeError(`Unknown operator ${key}`);
        const isHeld = operator
          ? operator(value, operand as never, tools)
          : tools.holds(operand as Test, look(value, key));
        if (!isHeld) return false;
      }
      return true;
    },
  };
  return tools.holds;
}

const operators: Record<string, Operator> = {
  ...{ $eq, $ne, $gt, $gte, $lt, $lte, $in, $nin, $exists },
  ...{ $contains, $startsWith, $endsWith, $size, $all, $elemMatch, $not, $and, $or, $nor },
};

export const holds: Holds = holdsBy(operators, { isAlike, dig });

/** Whether every operator in this piece of config is known; rules are checked once, before events are tested. */
export function isReadable(part: unknown): boolean {
  const keys = toJson(part).match(/"\$\w*":/g) ?? [];
  return keys.every((key) => own(operators, key.slice(1, -2)));
}

/** Every number the test mentions: between two neighbours of them its verdict on a number cannot change. */
export function numbersIn(test: unknown): number[] {
  return (toJson(test)?.match(/-?\d[\d.]*(e[-+]?\d+)?/g) ?? []).map(Number);
}
