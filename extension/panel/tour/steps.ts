// The steps of the tour, and which of them have been done: each by doing it, seen in what the panel knows.

import type { Change } from '../../../shared/schema/change.ts';
import type { Config } from '../../../shared/schema/config.ts';
import type { Experience, Variant } from '../../../shared/schema/experience.ts';

export const STEPS = ['see', 'pick', 'rewrite', 'whom', 'walk', 'check', 'publish'] as const;
export type Step = (typeof STEPS)[number];

/** What the panel knows of the shop and of what is made in it. */
export interface Seen {
  /** this browser gets a variant on the page in front */
  isGiven: boolean;
  isPicked: boolean;
  draft: Config | undefined;
  /** somebody made up walks the shop */
  isWalking: boolean;
  /** experiences of which something is on the page */
  visible: readonly string[];
  /** the draft was looked through on the page */
  isChecked: boolean;
  /** the file that was saved last */
  published: Config | undefined;
}

const isRewritten = ({ kind }: Change): boolean => kind === 'text' || kind === 'html';

/** What the shop shows to begin with (extension/tour/selvedge.json). */
export const PACKED = 'pot-note';

/** The author's own variant with other words in it. */
export function findOwn(
  draft: Config | undefined,
): { experience: Experience; variant: Variant; change: Change } | undefined {
  for (const experience of draft?.experiences ?? [])
    if (experience.id !== PACKED)
      for (const variant of experience.variants) {
        const change = variant.changes.find(isRewritten);
        if (change) return { experience, variant, change };
      }
  return undefined;
}

/** What should happen more was said, or that there is nothing to count. */
export const isAnswered = (experience: Experience | undefined): boolean => experience?.goal !== undefined;

/** Those that this shows to be done; what was done before stays so. */
export function findDone(seen: Seen): Step[] {
  const own = findOwn(seen.draft);
  const is: Record<Step, boolean> = {
    see: seen.isGiven,
    pick: seen.isPicked,
    rewrite: own !== undefined,
    whom: own !== undefined && own.variant.segment !== 'everyone',
    walk: seen.isWalking && own !== undefined && seen.visible.includes(own.experience.id),
    check: seen.isChecked && own !== undefined,
    publish: isAnswered(findOwn(seen.published)?.experience),
  };
  return STEPS.filter((step) => is[step]);
}

/** The one that is next; undefined when all are done. */
export const findNext = (done: readonly Step[]): Step | undefined =>
  STEPS.find((step) => !done.includes(step));
