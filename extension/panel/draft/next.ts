// What goes out next: the draft, as the revision after what is live.

import { computed } from '@preact/signals';
import { raiseRounds } from '../../../shared/publish/rounds.ts';
import type { Config } from '../../../shared/schema/config.ts';
import { draft } from './desk.ts';
import type { Draft } from './draft.ts';
import { stripNotes } from './notes.ts';
import { isSameToPages } from './restore.ts';
import { sayDifferences } from './say-difference.ts';

export interface Next {
  config: Config;
  /** whether it differs from what is live, as far as that is known; else it is the same revision */
  isNew: boolean;
}

export function nextOf({ base, config }: Pick<Draft, 'base' | 'config'>): Next {
  const now = raiseRounds(base, stripNotes(config));
  const isNew = !base || !isSameToPages(now, base) || sayDifferences(base, now).length > 0;
  return { config: { ...now, revision: base ? base.revision + (isNew ? 1 : 0) : now.revision }, isNew };
}

/** Of the site in front. */
export const next = computed(() => draft.value && nextOf(draft.value));
export const isNew = (): boolean => next.value?.isNew ?? true;
