// What "change something" makes in one go: an experience for this page, and in it a variant for everybody until the
// author says for whom.

import { toPattern } from '../../../shared/engine/address.ts';
import type { Config } from '../../../shared/schema/config.ts';
import type { Experience } from '../../../shared/schema/experience.ts';
import { t } from '../../../shared/words/t.ts';
import { createId } from './create-id.ts';
import { isSame } from './is-same.ts';
import { newExperience } from './new-experience.ts';

/** The tour's shop lies in a folder of the extension, which its author never sees. */
const HOME = /^(?:\/tour)?\/(?:(?:index|home)\.html?)?$/;
const namePage = (pattern: string): string => (HOME.test(pattern) ? t`the home page` : pattern);

/** Begun on this page before, and left without a change: that one is gone on with. */
const findUntouched = ({ experiences }: Config, pages: string[]): Experience | undefined =>
  experiences.find(
    (one) => isSame(one.pages, pages) && one.variants.every(({ changes }) => changes.length === 0),
  );

/**
 * Edits the config in place, as immer has it.
 *
 * @param url of the page in front
 * @param segment whom the change is for; without it everybody, until the author says otherwise
 * @returns where the author goes on
 */
export function beginChange(
  config: Config,
  url: string,
  segment?: string,
): { experience: string; id: string } {
  const pattern = toPattern(new URL(url));
  let experience = findUntouched(config, [pattern]);
  if (!experience) {
    const name = t`Change on ${namePage(pattern)}`;
    experience = newExperience(createId(name, config.experiences, 'experience'), name, pattern);
    config.experiences.push(experience);
  }
  const [first] = experience.variants;
  if (first && segment !== undefined) first.segment = segment;
  return { experience: experience.id, id: first?.id ?? '' };
}
