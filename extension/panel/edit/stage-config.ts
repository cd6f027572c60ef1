// The draft as the page shows it while one variant is edited: this variant alone, to everybody, at once, whatever
// pages, trigger, schedule or chance it will have later. So an author sees what they make, not whether they would
// get it.

import type { Change } from '../../../shared/schema/change.ts';
import type { Config } from '../../../shared/schema/config.ts';
import type { As } from '../../wire/preview-state.ts';
import { isOff, stripNotes } from '../draft/notes.ts';

/** What the page shows while editing: nothing that is turned off, and it is never left for another. */
export const isShown = (change: Change): boolean => change.kind !== 'redirect' && !isOff(change);

/** The draft reduced to the one variant, shown to everybody; gone from the draft: the page as it is. */
export function stageConfig(
  config: Config,
  at: { experience: string; id: string },
): { config: Config; as: As } {
  const experience = config.experiences.find(({ id }) => id === at.experience);
  const variant = experience?.variants.find(({ id }) => id === at.id);
  if (!experience || !variant)
    return { config: { ...config, experiences: [] }, as: { kind: 'segments', ids: [] } };
  const only: Config = {
    ...config,
    experiences: [
      {
        id: experience.id,
        name: experience.name,
        status: 'live',
        pages: ['*'],
        variants: [
          {
            ...variant,
            segment: 'everyone',
            changes: variant.changes.filter(isShown),
          },
        ],
      },
    ],
  };
  return {
    config: stripNotes(only),
    as: { kind: 'segments', ids: variant.segment === 'everyone' ? [] : [variant.segment] },
  };
}
