// What is handed to a colleague: the draft as it would be published, which site it is for, who gives it and what for.

import type { Config } from '../../../shared/schema/config.ts';
import { HANDED } from '../../reader/read-handed.ts';
import type { Draft } from './draft.ts';
import { stripNotes } from './notes.ts';

/** The draft as the next revision, as it goes out when it is published. */
export const nextOf = ({ config, base }: Pick<Draft, 'config' | 'base'>): Config => ({
  ...stripNotes(config),
  revision: base ? base.revision + 1 : config.revision,
});

/** @param isWhole with the history; a link has no room for it */
export function writeHanded(
  draft: Draft,
  origin: string,
  by: string | undefined,
  now: number,
  isWhole: boolean,
): string {
  const { note, versions } = draft;
  return JSON.stringify({
    ...HANDED,
    origin,
    at: now,
    ...(by && { by }),
    ...(note && { note }),
    config: nextOf(draft),
    ...(isWhole && {
      versions: versions.map((one) => ({ ...one, config: stripNotes(one.config) })),
    }),
  });
}
