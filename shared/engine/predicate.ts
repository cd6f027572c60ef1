// Mongo-style tests of a value (`Predicate`) or of an object's fields (`Where`): one function for both,
// because a key that begins with `$` is an operator and any other key is a path.
//
// An unknown operator throws: answering false would turn true under `$not`.
import type { Predicate, Where } from '../schema/predicate.ts';
import { dig } from './dig.ts';
import { ms } from './duration.ts';

type Operator = (value: unknown, operand: never) => boolean;
type Test = Predicate | Where;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const same = (a: unknown, b: unknown): boolean =>
  a === b ||
  (b === null && a === undefined) ||
  (typeof a === 'object' && typeof b === 'object' && JSON.stringify(a) === JSON.stringify(b));

/** An array matches when some element does. */
const some = (value: unknown, test: (item: unknown) => boolean): boolean =>
  Array.isArray(value) ? value.some(test) : test(value);

const equals = (value: unknown, other: unknown): boolean =>
  same(value, other) || some(value, (item) => same(item, other));

/** Only values of one type are ordered: "10" is neither more nor less than 9. */
const ordered =
  (test: (a: string, b: string) => boolean): Operator =>
  (value, operand: string) =>
    some(value, (item) => typeof item === typeof operand && test(item as string, operand));

const text = (test: (a: string, b: string) => boolean): Operator =>
  ordered((a, b) => typeof a === 'string' && test(a.toLowerCase(), b.toLowerCase()));

const isIn: Operator = (value, operand: unknown[]) => operand.some((item) => equals(value, item));
const isAny: Operator = (value, operand: Test[]) => operand.some((test) => holds(test, value));

const operators: Record<string, Operator> = {
  $eq: equals as Operator,
  $ne: (value, operand) => !equals(value, operand),
  $gt: ordered((a, b) => a > b),
  $gte: ordered((a, b) => a >= b),
  $lt: ordered((a, b) => a < b),
  $lte: ordered((a, b) => a <= b),
  $in: isIn,
  $nin: (value, operand) => !isIn(value, operand),
  $exists: (value, operand: boolean) => (value !== undefined) === operand,
  $contains: text((a, b) => a.includes(b)),
  $startsWith: text((a, b) => a.startsWith(b)),
  $endsWith: text((a, b) => a.endsWith(b)),
  $size: (value, operand: Predicate) => Array.isArray(value) && holds(operand, value.length),
  $all: (value, operand: unknown[]) => operand.length > 0 && operand.every((item) => equals(value, item)),
  $elemMatch: (value, operand: Test) => Array.isArray(value) && value.some((item) => holds(operand, item)),
  $not: (value, operand: Test) => !holds(operand, value),
  $and: (value, operand: Test[]) => operand.every((test) => holds(test, value)),
  $or: isAny,
  $nor: (value, operand) => !isAny(value, operand),
};

/** Whether the value passes. @throws RangeError on an unknown operator */
export function holds(test: Test | undefined, value: unknown): boolean {
  if (!isObject(test)) return equals(value, test);
  return Object.entries(test).every(([key, operand]) => {
    if (operand === undefined) return true;
    if (key[0] !== '$') return holds(operand as Test, dig(value, key));
    if (!Object.hasOwn(operators, key)) throw new RangeError(`Unknown operator ${key}`);
    return (operators[key] as Operator)(value, operand as never);
  });
}

/** Whether an event's props pass; without a `where` all do. @throws RangeError on an unknown operator */
export function matchesWhere(props: unknown, where: Where | undefined): boolean {
  return !where || holds(where, props);
}

/** Whether every operator in this piece of config is known; rules are checked once, before events are tested. */
export function isReadable(part: unknown): boolean {
  return (
    typeof part !== 'object' ||
    part === null ||
    Object.entries(part).every(
      ([key, value]) => (key[0] !== '$' || Object.hasOwn(operators, key)) && isReadable(value),
    )
  );
}

/** Every number the test mentions: between two neighbours of them its verdict on a number cannot change. */
export function numbersIn(test: unknown): number[] {
  if (typeof test === 'number') return [test];
  return test && typeof test === 'object' ? Object.values(test).flatMap(numbersIn) : [];
}

/** The same test with its durations in ms; NaN where something else stands (numbers are refused there). */
export function inMs(test: unknown): unknown {
  if (Array.isArray(test)) return test.map(inMs);
  if (isObject(test)) return Object.fromEntries(Object.entries(test).map(([key, part]) => [key, inMs(part)]));
  return typeof test === 'string' || typeof test === 'number' ? ms(test) : test;
}
