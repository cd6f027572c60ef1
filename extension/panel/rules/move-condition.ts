// Moves a condition of a rule to another place, in place: what dragging and the arrow buttons do.
//
// A path names a condition by its place in each group from the root: [2, 0] is the first of what is third.

import type { Condition } from '../../../shared/schema/condition.ts';
import { findItem } from '../draft/find-item.ts';
import { isGroup } from './condition-kinds.ts';

const findAt = (root: Condition, path: number[]): Condition | undefined =>
  path.reduce<Condition | undefined>((node, at) => (node && isGroup(node) ? node.of[at] : undefined), root);

/** Where a condition that is shown stands in the rule as it is stored by now; undefined where it is gone. */
export function findPath(stored: Condition, shown: Condition, path: number[]): number[] | undefined {
  const [at, ...rest] = path;
  if (at === undefined) return [];
  if (!isGroup(stored) || !isGroup(shown)) return undefined;
  const place = findItem(stored.of, shown.of, at);
  const [now, then] = [place === undefined ? undefined : stored.of[place], shown.of[at]];
  if (place === undefined || !now || !then) return undefined;
  const inside = findPath(now, then, rest);
  return inside && [place, ...inside];
}

/** The same of a place to which one is moved: that of what stands there, or the end of its group. */
export function findGoal(stored: Condition, shown: Condition, to: number[]): number[] | undefined {
  const group = findAt(shown, to.slice(0, -1));
  const at = to.at(-1);
  if (!group || !isGroup(group) || at === undefined) return undefined;
  if (at < group.of.length) return findPath(stored, shown, to);
  const path = findPath(stored, shown, to.slice(0, -1));
  const now = path && findAt(stored, path);
  return now && isGroup(now) ? [...path, now.of.length] : undefined;
}

const startsWith = (path: number[], start: number[]): boolean => start.every((at, i) => path[i] === at);

/**
 * @param to where it is put, counted before it is taken away; into itself: nothing happens
 * @returns the path that it has now
 */
export function moveCondition(root: Condition, from: number[], to: number[]): number[] {
  const at = from.at(-1);
  const goal = to.at(-1);
  const source = findAt(root, from.slice(0, -1));
  const target = findAt(root, to.slice(0, -1));
  if (at === undefined || goal === undefined || startsWith(to, from)) return from;
  if (!source || !target || !isGroup(source) || !isGroup(target)) return from;
  const [one] = source.of.splice(at, 1);
  if (!one) return from;
  // what stood behind it in its group has moved up by one
  const next = [...to];
  const depth = from.length - 1;
  const stood = next[depth];
  if (startsWith(to, from.slice(0, -1)) && stood !== undefined && stood > at) next[depth] = stood - 1;
  target.of.splice(next.at(-1) ?? 0, 0, one);
  return next;
}

/** One step earlier or later, as in an outline: past a neighbour, into a group that is next, out of its own. */
export function findStep(root: Condition, path: number[], by: 1 | -1): number[] | undefined {
  const at = path.at(-1);
  const parent = path.slice(0, -1);
  const group = findAt(root, parent);
  if (at === undefined || !group || !isGroup(group)) return undefined;
  const next = group.of[at + by];
  if (next && isGroup(next)) return [...parent, at + by, by === 1 ? 0 : next.of.length];
  if (next) return [...parent, by === 1 ? at + 2 : at - 1];
  const out = parent.at(-1);
  if (out === undefined) return undefined;
  return [...parent.slice(0, -1), by === 1 ? out + 1 : out];
}
