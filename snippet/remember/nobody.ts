// The visitor of whom nothing is known and nothing is kept: whoever follows a preview link. What earlier pages kept of
// them goes when they say so.

import { createProfile } from '../../shared/engine/profile.ts';
import type { Program } from '../../shared/engine/view.ts';
import { createLedger } from './ledger.ts';
import { clearFlags, writeSnapshot } from './snapshot.ts';
import type { Visitor } from './visitor-api.ts';

export function createNobody(program: Program): Visitor {
  const profile = createProfile(program);
  const nothing = async () => {};
  return {
    profile: () => profile,
    seed: () => '',
    mode: () => 'memory',
    grant: () => undefined,
    ready: nothing(),
    begin: nothing,
    track: nothing,
    set: nothing,
    keep: nothing,
    hurry: nothing,
    async erase(mark) {
      writeSnapshot(mark);
      clearFlags();
      await createLedger().erase();
    },
    leave: nothing,
    events: async () => [],
  };
}
