// An experience read back as one sentence, so that an author hears what the form says.

import type { Experience, Trigger } from '../../../shared/schema/experience.ts';
import { sayAll } from '../../../shared/words/lists.ts';
import { t } from '../../../shared/words/t.ts';
import { isToLaunch } from '../draft/notes.ts';
import { saySpan } from '../kit/say-test.ts';

const percent = (share: number): string => `${Math.round(share * 1000) / 10} %`;

function sayPages(pages: string[]): string {
  const wanted = pages.filter((page) => !page.startsWith('!'));
  const not = pages.filter((page) => page.startsWith('!')).map((page) => page.slice(1));
  const all = wanted.length === 0 || wanted.includes('*') ? t`every page` : sayAll(wanted);
  return not.length ? t`${all} but ${sayAll(not)}` : all;
}

function sayTrigger(trigger: Trigger | undefined): string {
  switch (trigger?.kind) {
    case undefined:
    case 'load':
      return '';
    case 'event':
      return t`, when “${trigger.event}” happens`;
    case 'scroll':
      return t`, when they have scrolled ${percent(trigger.share)} of the page`;
    case 'time':
      return t`, after ${saySpan(trigger.after)} on the page`;
    case 'idle':
      return t`, when they do nothing for ${saySpan(trigger.after)}`;
    case 'exit':
      return t`, when the pointer leaves to the top`;
  }
}

function sayFrequency({ frequency }: Experience): string {
  if (!frequency) return '';
  const { times, per } = frequency;
  const count = times === 1 ? t`once` : t`${times} times`;
  if (per === 'visit') return t`, ${count} a visit at most`;
  return per === 'visitor' ? t`, ${count} ever at most` : t`, ${count} in ${saySpan(per)} at most`;
}

/**
 * @param whoOf a segment's name by its id
 * @param goalOf a goal's name by its id
 */
export function sayExperience(
  experience: Experience,
  whoOf: (segment: string) => string,
  goalOf: (goal: string) => string,
): string {
  const { variants, pages, trigger, holdout, goal, status } = experience;
  const shown = variants.map(({ id, name, segment }, at) => {
    const isRest = segment === 'everyone' && variants.some((one, i) => i < at && one.segment !== 'everyone');
    if (isRest) return t`“${name || id}” to everyone else`;
    return segment === 'everyone'
      ? t`“${name || id}” to ${whoOf(segment)}`
      : t`“${name || id}” to “${whoOf(segment)}”`;
  });
  const sentence = t`Shows ${sayAll(shown)} on ${sayPages(pages)}${sayTrigger(trigger)}${sayFrequency(experience)}`;
  const parts = [
    sentence,
    goal === null && t`there is nothing to count`,
    goal && t`measures “${goalOf(goal)}”`,
    holdout && t`${percent(holdout)} of them keep the original`,
    status === 'paused' && t`paused now`,
    status === 'draft' && (isToLaunch(experience) ? t`shown once you publish` : t`not shown yet`),
  ];
  return `${parts.filter(Boolean).join('; ')}.`;
}
