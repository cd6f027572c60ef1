// Values worth trying on a predicate: those it names and their near neighbours.

import { holds } from '../engine/predicate.ts';
import type { Predicate, Scalar, Where } from '../schema/predicate.ts';
import type { Props, PropValue } from '../schema/props.ts';
import { t } from '../words/t.ts';
import type { Random } from './random.ts';

/** What a prop, a trait and a fact may be alike. `null` is none of it: what is missing passes where a test names it. */
export type Plain = string | number | boolean | string[];
type Test = Predicate | Where | undefined;

/** @returns numbers on both sides of every edge that the predicate draws */
export function numberCandidates(is: Predicate, step: number): number[] {
  const edges = readNamed(is).filter((value) => typeof value === 'number');
  const near = edges.flatMap((edge) => [edge, edge + step, Math.max(0, edge - step)]);
  return [...new Set([0, step, ...near])];
}

/** Every value that a test names, however deep. */
function readNamed(part: unknown): (string | number | boolean)[] {
  if (typeof part === 'string' || typeof part === 'number' || typeof part === 'boolean') return [part];
  return part ? Object.values(part).flatMap(readNamed) : [];
}

/** Plain values of any type, and `undefined` for a missing one. */
export function valueCandidates(is: Test): (Plain | undefined)[] {
  const near = readNamed(is).flatMap((value): Plain[] => {
    switch (typeof value) {
      case 'number':
        return [value, value + 1, value - 1];
      case 'string':
        return [value, [value]];
      default:
        return [value, value];
    }
  });
  return [...near, t`something else`, 1, true, undefined];
}

/** One of the candidates that the predicate answers as wanted. */
export function choose<T>(
  is: Test,
  candidates: readonly T[],
  isWanted: boolean,
  random: Random,
): T | undefined {
  return random.pick(candidates.filter((candidate) => holds(is, candidate) === isWanted));
}

const isWhere = (item: Scalar | Where): item is Where => typeof item === 'object' && item !== null;
const isScalar = (item: Scalar | Where): item is Scalar => !isWhere(item);

/** Props that a `where` takes; what it excludes is left out, as a missing prop mostly is. */
export function makeProps(where: Where | undefined, random: Random): Props {
  const props: Props = {};
  for (const [key, part] of Object.entries(where ?? {})) {
    const wheres = Array.isArray(part) ? part.filter(isWhere) : [];
    if (key === '$or') Object.assign(props, makeProps(random.pick(wheres), random));
    else if (key === '$and') for (const inner of wheres) Object.assign(props, makeProps(inner, random));
    else if (!key.startsWith('$')) {
      const is = Array.isArray(part) ? part.filter(isScalar) : part;
      put(props, key, choose(is, valueCandidates(is), true, random));
    }
  }
  return props;
}

const isNest = (value: PropValue | undefined): value is Props =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Sets a value at a dotted path. */
export function put(props: Props, path: string, value: PropValue | undefined): void {
  if (value === undefined) return;
  const [first = '', ...rest] = path.split('.');
  if (rest.length === 0) {
    props[first] = value;
    return;
  }
  const old = props[first];
  const inner = isNest(old) ? old : {};
  props[first] = inner;
  put(inner, rest.join('.'), value);
}
