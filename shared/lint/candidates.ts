// Values worth trying on a predicate: those it names and their near neighbours.

import { holds } from '../engine/predicate.ts';
import type { Predicate, Where } from '../schema/predicate.ts';
import type { Random } from './random.ts';

/** @returns numbers on both sides of every edge that the predicate draws */
export function numberCandidates(is: Predicate, step: number): number[] {
  const edges = readPlain(is).filter((plain) => typeof plain === 'number');
  const near = edges.flatMap((edge) => [edge, edge + step, Math.max(0, edge - step)]);
  return [...new Set([0, step, ...near])];
}

/** Every plain value that a predicate names, however deep. */
function readPlain(part: unknown): unknown[] {
  if (typeof part !== 'object' || part === null) return [part];
  return Object.values(part).flatMap(readPlain);
}

/** Plain values of any type, and `undefined` for a missing one. */
export function valueCandidates(is: Predicate): unknown[] {
  const named = readPlain(is);
  const near = named.flatMap((value) =>
    typeof value === 'number'
      ? [value, value + 1, value - 1]
      : [value, typeof value === 'string' ? [value] : value],
  );
  return [...near, 'something else', 1, true, undefined];
}

/** One of the candidates that the predicate answers as wanted. */
export function choose<T>(is: Predicate, candidates: T[], isWanted: boolean, random: Random): T | undefined {
  return random.pick(candidates.filter((candidate) => holds(is, candidate) === isWanted));
}

/** Props that a `where` takes; what it excludes is left out, as a missing prop mostly is. */
export function makeProps(where: Where | undefined, random: Random): Record<string, unknown> {
  const props: Record<string, unknown> = {};
  for (const [key, part] of Object.entries(where ?? {})) {
    if (key === '$or') Object.assign(props, makeProps(random.pick(part as Where[]), random));
    else if (key === '$and')
      for (const inner of part as Where[]) Object.assign(props, makeProps(inner, random));
    else if (!key.startsWith('$')) {
      const is = part as Predicate;
      put(props, key, choose(is, valueCandidates(is), true, random));
    }
  }
  return props;
}

/** Sets a value at a dotted path. */
export function put(props: Record<string, unknown>, path: string, value: unknown): void {
  if (value === undefined) return;
  const [first = '', ...rest] = path.split('.');
  if (rest.length === 0) {
    props[first] = value;
    return;
  }
  const inner = typeof props[first] === 'object' && props[first] !== null ? props[first] : {};
  props[first] = inner;
  put(inner as Record<string, unknown>, rest.join('.'), value);
}
