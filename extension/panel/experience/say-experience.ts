// An experience read back as one sentence, so that an author hears what the form says.

import type { Experience, Trigger } from '../../../shared/schema/experience.ts';
import { isToLaunch } from '../draft/notes.ts';
import { saySpan } from '../kit/say-test.ts';

const percent = (share: number): string => `${Math.round(share * 1000) / 10} %`;
const list = (parts: string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;

function sayPages(pages: string[]): string {
  const wanted = pages.filter((page) => !page.startsWith('!'));
  const not = pages.filter((page) => page.startsWith('!')).map((page) => page.slice(1));
  const all = wanted.length === 0 || wanted.includes('*') ? 'every page' : list(wanted);
  return not.length ? `${all} but ${list(not)}` : all;
}

function sayTrigger(trigger: Trigger | undefined): string {
  switch (trigger?.kind) {
    case undefined:
    case 'load':
      return '';
    case 'event':
      return `, when “${trigger.event}” happens`;
    case 'scroll':
      return `, when they have scrolled ${percent(trigger.share)} of the page`;
    case 'time':
      return `, after ${saySpan(trigger.after)} on the page`;
    case 'idle':
      return `, when they do nothing for ${saySpan(trigger.after)}`;
    case 'exit':
      return ', when the pointer leaves to the top';
  }
}

function sayFrequency({ frequency }: Experience): string {
  if (!frequency) return '';
  const { times, per } = frequency;
  const count = times === 1 ? 'once' : `${times} times`;
  return `, ${count} ${per === 'visit' ? 'a visit' : per === 'visitor' ? 'ever' : `in ${saySpan(per)}`} at most`;
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
    return `“${name || id}” to ${isRest ? 'everyone else' : segment === 'everyone' ? whoOf(segment) : `“${whoOf(segment)}”`}`;
  });
  const sentence = `Shows ${list(shown)} on ${sayPages(pages)}${sayTrigger(trigger)}${sayFrequency(experience)}`;
  const parts = [
    sentence,
    goal === null && 'there is nothing to count',
    goal && `measures “${goalOf(goal)}”`,
    holdout && `${percent(holdout)} of them keep the original`,
    status === 'paused' && 'paused now',
    status === 'draft' && (isToLaunch(experience) ? 'shown once you publish' : 'not shown yet'),
  ];
  return `${parts.filter(Boolean).join('; ')}.`;
}
