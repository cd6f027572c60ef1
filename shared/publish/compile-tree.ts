// Makes of a condition the tree that a page asks before its first paint.

import { decodePaths } from '../engine/address.ts';
import { ruleOf } from '../engine/compile.ts';
import { findLeaf } from '../engine/lines/find-leaf.ts';
import { segmentKey } from '../engine/lines/table.ts';
import type { Tree } from '../engine/lines/tree.ts';
import { toJson } from '../engine/native.ts';
import type { Program } from '../engine/view.ts';
import type { Condition } from '../schema/condition.ts';
import { newcomerLines } from './newcomer-lines.ts';

export function compileTree(program: Program, condition: Condition): Tree {
  const parts = (of: Condition[]): Tree[] => of.map((part) => compileTree(program, part));
  switch (condition.kind) {
    case 'all':
      return ['&', ...parts(condition.of)];
    case 'any':
      return ['|', ...parts(condition.of)];
    case 'none':
      return ['!', ...parts(condition.of)];
    case 'segment':
      return ['#', [...program.segments.keys()].indexOf(condition.id)];
    default:
      return compileLeaf(program, condition);
  }
}

function compileLeaf(program: Program, condition: Condition): Tree {
  if (!ruleOf(program, condition)) return ['?'];
  const leaf = findLeaf(program, condition);
  if (leaf) {
    const newcomer = newcomerLines(program, leaf);
    return leaf.tests.length ? ['h', leaf.key, newcomer, leaf.tests] : ['h', leaf.key, newcomer];
  }
  const decoded = decodePaths(condition);
  if (decoded.kind === 'context') return ['c', decoded.key, decoded.is];
  return decoded.kind === 'trait' ? ['t', decoded.key, decoded.is] : ['?'];
}

/** The lines of the table that segments have. */
export const compileSegments = (program: Program): [key: string, json: string][] =>
  [...program.segments].map(([id, when], place) => [
    segmentKey(place),
    toJson([id, compileTree(program, when)]),
  ]);
