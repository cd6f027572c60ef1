// What an author notes in the draft: a change's name of their own and whether it is turned off, and which experiences
// that are not shown yet are to be shown once published. Never published: a change that is turned off is left out, what
// is to be shown is live, and the notes are taken off all.

import type { Change } from '../../../shared/schema/change.ts';
import type { Config } from '../../../shared/schema/config.ts';
import type { Experience } from '../../../shared/schema/experience.ts';

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

interface NotedExperience {
  $launch?: boolean;
}

/** Not shown yet, and publishing shows it. */
export const isToLaunch = ({ status, $launch }: Experience & NotedExperience): boolean =>
  status === 'draft' && $launch === true;
/** Edits in place, for immer. */
export function noteLaunch(experience: Experience & NotedExperience, isOn: boolean): void {
  if (isOn) experience.$launch = true;
  else delete experience.$launch;
}

export function withoutNotes(change: Change & Noted): Change {
  const { $name: _name, $off: _off, ...plain } = change;
  return plain;
}

export function stripNotes(config: Config): Config {
  return {
    ...config,
    experiences: config.experiences.map((experience: Experience & NotedExperience) => {
      const { $launch: _launch, ...plain } = experience;
      return {
        ...plain,
        ...(isToLaunch(experience) && { status: 'live' }),
        variants: plain.variants.map((variant) => ({
          ...variant,
          changes: variant.changes.filter((change) => !isOff(change)).map(withoutNotes),
        })),
      };
    }),
  };
}
