// One thing done on a page, as data: it can be done again on another profile, or on the next page.

import type { VisitorEvent } from '../../shared/engine/event.ts';
import { record } from '../../shared/engine/fold.ts';
import type { Arrival, Profile, TraitValue } from '../../shared/engine/profile.ts';
import type { Program } from '../../shared/engine/view.ts';
import type { Props } from '../../shared/schema/props.ts';

/** `null` removes a trait. */
export type Traits = Record<string, TraitValue | null>;

export type Act = (
  | { traits: Traits }
  | { name: string; props: Props; at: number; arrival?: Arrival | undefined; tagged?: boolean }
) & {
  /** What it adds to the ledger; filled in when it is performed. */
  events: VisitorEvent[];
};

/** Does it to the profile, which it changes. @returns the act, with its events */
export function perform(program: Program, profile: Profile, act: Act): Act {
  if ('name' in act) {
    act.events = record(program, profile, act.name, act.props, act.at, act.arrival, act.tagged);
    return act;
  }
  for (const [key, value] of Object.entries(act.traits))
    if (value === null) delete profile.traits[key];
    else profile.traits[key] = value;
  return act;
}
