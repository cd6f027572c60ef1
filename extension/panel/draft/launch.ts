// What was to be shown once published, and has been, is live in the draft as well.

import type { Config } from '../../../shared/schema/config.ts';
import type { Experience } from '../../../shared/schema/experience.ts';
import type { Draft } from './draft.ts';
import { isToLaunch, noteLaunch } from './notes.ts';

/** No step to undo: what is out cannot be taken back by it. @param published what visitors get now */
export function launch(draft: Draft, published: Config): Draft {
  const isLaunched = (one: Experience) =>
    isToLaunch(one) && published.experiences.some(({ id, status }) => id === one.id && status === 'live');
  const { experiences } = draft.config;
  if (!experiences.some(isLaunched)) return draft;
  const next = experiences.map((one): Experience => {
    if (!isLaunched(one)) return one;
    const launched: Experience = { ...one, status: 'live' };
    noteLaunch(launched, false);
    return launched;
  });
  return { ...draft, config: { ...draft.config, experiences: next } };
}
