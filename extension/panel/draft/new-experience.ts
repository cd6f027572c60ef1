// A new experience: for one page and everybody until the author says otherwise, and shown to nobody before it is published.

import type { Experience } from '../../../shared/schema/experience.ts';
import { t } from '../../../shared/words/t.ts';
import { noteLaunch } from './notes.ts';

/** @param page the pattern of its page */
export function newExperience(id: string, name: string, page: string): Experience {
  const experience: Experience = {
    id,
    name,
    status: 'draft',
    pages: [page],
    variants: [{ id: 'a', name: t`Variant A`, segment: 'everyone', changes: [] }],
  };
  noteLaunch(experience, true);
  return experience;
}
