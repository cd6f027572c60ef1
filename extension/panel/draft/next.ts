// What goes out next: the draft, as the revision after what is live.

import type { Config } from '../../../shared/schema/config.ts';
import { differences, draft, publishable } from './desk.ts';
import { isSameToPages } from './restore.ts';

/** Whether the draft differs from what is live, as far as that is known. */
export function isNew(): boolean {
  const now = publishable.value;
  const base = draft.value?.base;
  return !now || !base || !isSameToPages(now, base) || differences.value.length > 0;
}

/** The draft as the next revision; as the same one where nothing differs. */
export function findNext(): Config | undefined {
  const now = publishable.value;
  const base = draft.value?.base;
  return now && { ...now, revision: base ? base.revision + (isNew() ? 1 : 0) : now.revision };
}
