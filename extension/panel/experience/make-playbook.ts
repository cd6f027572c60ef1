// A playbook put into the draft: segment, experience for the page in front with its changes, and goal, ready to be edited.

import { toPattern } from '../../../shared/engine/address.ts';
import type { Config } from '../../../shared/schema/config.ts';
import { fillTemplate } from '../../../shared/templates/fill.ts';
import type { Survey } from '../../wire/survey-shapes.ts';
import { createId } from '../draft/create-id.ts';
import { isSame } from '../draft/is-same.ts';
import { makeGoal } from '../draft/make-goal.ts';
import { newExperience } from '../draft/new-experience.ts';
import { chooseGoal } from './choose-goal.ts';
import type { Playbook } from './playbooks.ts';

/** @returns the id of a segment with this rule: of one that is there, where there is one */
function makeSegment(config: Config, template: string): string {
  const made = fillTemplate(template);
  const kept = config.segments.find(({ when }) => isSame(when, made.when));
  if (kept) return kept.id;
  const id = createId(made.id, config.segments, 'segment');
  config.segments.push({ ...made, id });
  return id;
}

/**
 * Edits the config in place, as immer has it.
 *
 * @param page what the page in front has
 * @param url of the page in front
 * @returns where the author goes on
 */
export function makePlaybook(
  config: Config,
  playbook: Playbook,
  page: Survey,
  url: string,
): { experience: string; id: string } {
  const { name, segment, changes, goal } = playbook;
  const experience = newExperience(
    createId(name, config.experiences, 'experience'),
    name,
    toPattern(new URL(url)),
  );
  const wanted = goal(page);
  chooseGoal(experience, wanted && makeGoal(config, wanted));
  for (const variant of experience.variants) {
    variant.segment = makeSegment(config, segment);
    variant.changes = changes(page);
  }
  config.experiences.push(experience);
  return { experience: experience.id, id: 'a' };
}
