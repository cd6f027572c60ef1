// A new segment in the draft, however it was made: by a template or as a rule of one's own.

import type { Segment } from '../../../shared/schema/config.ts';
import { t } from '../../../shared/words/t.ts';
import { createId } from '../draft/create-id.ts';
import { editAndOpen } from '../draft/desk.ts';
import type { ForVariant, Place } from '../draft/places.ts';

/**
 * @param words its id is made of
 * @param whom gets it, in the same step: one undo takes back both
 * @param next where the author goes on; without it at the new segment
 */
export const addSegment = (made: Omit<Segment, 'id'>, words: string, whom?: ForVariant, next?: Place) =>
  editAndOpen(t`New segment`, ({ segments, experiences }) => {
    const id = createId(words, segments, 'segment');
    segments.push({ ...made, id });
    const variant = experiences
      .find((one) => one.id === whom?.experience)
      ?.variants.find((one) => one.id === whom?.id);
    if (variant) variant.segment = id;
    return next ?? { kind: 'segment', id, ...(whom && { whom }) };
  });
