// The states of conditions that are joined, where a page is opened on a copy of them (line-of.ts). A part of a tag, as weigh.ts
// says.

import type { Profile } from '../profile.ts';
import type { Leaf } from './leaf.ts';

export const joinStates = ({ nodes }: Profile, { rule: { key }, states }: Leaf): Profile['nodes'] =>
  key && states ? { [key]: states(nodes) } : {};

/** The paths that matter to one of them. */
export const joinPaths = ({ nodes }: Profile, { states, paths }: Leaf): string[] =>
  (states && paths?.(states(nodes))) ?? [];
