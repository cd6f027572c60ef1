// The visitor of whom nothing is known and nothing is kept: whoever follows a preview link.

import { createProfile } from '../../shared/engine/profile.ts';
import type { Program } from '../../shared/engine/view.ts';
import type { Visitor } from './visitor-api.ts';

export function createNobody(program: Program): Visitor {
  const profile = createProfile(program);
  const nothing = async () => {};
  return {
    profile: () => profile,
    seed: () => '',
    mode: () => 'memory',
    consent: () => undefined,
    ready: nothing(),
    begin: nothing,
    track: nothing,
    set: nothing,
    keep: nothing,
    hurry: nothing,
    erase: nothing,
    leave: nothing,
    events: async () => [],
  };
}
