// Makes of an experience what a page reads of it before its first paint. One that waits for something (a trigger) has
// nothing to show by then.

import { readGlob } from '../engine/glob.ts';
import type { Entry, Group, Limits } from '../engine/lines/entry.ts';
import { findLeaf } from '../engine/lines/find-leaf.ts';
import type { Program } from '../engine/view.ts';
import type { Experience, Variant } from '../schema/experience.ts';
import { newcomerLines } from './newcomer-lines.ts';

function groupVariants(variants: Variant[], segments: string[]): Group[] {
  const groups: Group[] = [];
  for (const [index, { id, segment, weight }] of variants.entries()) {
    let group = groups.at(-1);
    const place = segments.indexOf(segment);
    if (group?.[0] !== place) {
      group = [place];
      groups.push(group);
    }
    group.push(weight === undefined ? [id, index] : [id, index, weight]);
  }
  return groups;
}

function limitsOf(program: Program, { id, schedule, holdout }: Experience): Limits {
  const { from, to } = schedule ?? {};
  const condition = program.frequencies.get(id);
  const leaf = condition && findLeaf(program, condition);
  return {
    ...(holdout && { holdout }),
    ...(from && { from: Date.parse(from) }),
    ...(to && { to: Date.parse(to) }),
    ...(leaf && { often: [leaf.key, newcomerLines(program, leaf)] }),
  };
}

/**
 * @param experience a live one
 * @param order its place in the config
 */
export function compileEntry(program: Program, experience: Experience, order: number): Entry | undefined {
  const { id, trigger, pages, variants } = experience;
  if (trigger && trigger.kind !== 'load') return undefined;
  const limits = limitsOf(program, experience);
  const groups = groupVariants(variants, [...program.segments.keys()]);
  // every page
  const globs = pages.every((page) => page === '*') ? [] : pages.map(readGlob);
  return Object.keys(limits).length ? [order, id, globs, groups, limits] : [order, id, globs, groups];
}
