// What an author notes on a change in the draft: a name of their own, and whether it is turned off. Never published:
// a change that is turned off is left out, and the notes are taken off the others.

import type { Change } from '../../../shared/schema/change.ts';
import type { Config } from '../../../shared/schema/config.ts';

interface Noted {
  $name?: string;
  $off?: boolean;
}

export const readName = (change: Change): string | undefined => (change as Noted).$name;
export const isOff = (change: Change): boolean => (change as Noted).$off === true;

/** Edits in place, for immer. */
export function noteName(change: Change, name: string): void {
  if (name) (change as Noted).$name = name;
  else delete (change as Noted).$name;
}
export function noteOff(change: Change, off: boolean): void {
  if (off) (change as Noted).$off = true;
  else delete (change as Noted).$off;
}

export function stripNotes(config: Config): Config {
  return {
    ...config,
    experiences: config.experiences.map((experience) => ({
      ...experience,
      variants: experience.variants.map((variant) => ({
        ...variant,
        changes: variant.changes
          .filter((change) => !isOff(change))
          .map((change) => {
            const { $name: _name, $off: _off, ...plain } = change as Change & Noted;
            return plain as Change;
          }),
      })),
    })),
  };
}
