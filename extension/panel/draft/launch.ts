// What was to be shown once published, and has been, is live in the draft as well.

import type { Config } from '../../../shared/schema/config.ts';
import { type Draft, editDraft } from './draft.ts';
import { isToLaunch, noteLaunch } from './notes.ts';

/** @param published what visitors get now @param now ms since epoch */
export const launch = (draft: Draft, published: Config, now: number): Draft =>
  editDraft(
    draft,
    'What was published is live',
    ({ experiences }) => {
      for (const one of experiences) {
        const isLive = published.experiences.some(({ id, status }) => id === one.id && status === 'live');
        if (!isLive || !isToLaunch(one)) continue;
        one.status = 'live';
        noteLaunch(one, false);
      }
    },
    now,
  );
