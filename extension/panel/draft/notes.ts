// What an author notes on a change in the draft: a name of their own, and whether it is turned off. Never published:
// a change that is turned off is left out, and the notes are taken off the others.

import type { Change } from '../../../shared/schema/change.ts';
import type { Config } from '../../../shared/schema/config.ts';

interface Noted {
  $name?: string;
  $off?: boolean;
}

export const readName = (change: Change & Noted): string | undefined => change.$name;
export const isOff = (change: Change & Noted): boolean => change.$off === true;

/** Edits in place, for immer. */
export function noteName(change: Change & Noted, name: string): void {
  if (name) change.$name = name;
  else delete change.$name;
}
export function noteOff(change: Change & Noted, off: boolean): void {
  if (off) change.$off = true;
  else delete change.$off;
}

function withoutNotes(change: Change & Noted): Change {
  const { $name: _name, $off: _off, ...plain } = change;
  return plain;
}

export function stripNotes(config: Config): Config {
  return {
    ...config,
    experiences: config.experiences.map((experience) => ({
      ...experience,
      variants: experience.variants.map((variant) => ({
        ...variant,
        changes: variant.changes.filter((change) => !isOff(change)).map(withoutNotes),
      })),
    })),
  };
}
