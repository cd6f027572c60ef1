// Where in a config something is, for who never sees the file.

import type { Config } from '../../../shared/schema/config.ts';
import { t } from '../../../shared/words/t.ts';
import { sayMade } from '../kit/say-made.ts';

/** The part that a path leads into, without the fields below it. */
export const pathOfPart = (path: string): string =>
  /^\w+\[\d+\](\.variants\[\d+\](\.changes\[\d+\])?)?/.exec(path)?.[0] ?? '';

/** `experiences[0].variants[1].changes[2].href` → "“Home”, “Readers”, change 3, href" */
export function sayPlace(path: string, config: Config): string {
  const [, list, at, below = ''] = /^(segments|experiences|questions|goals)\[(\d+)\]\.?(.*)/.exec(path) ?? [];
  const lists = {
    segments: config.segments,
    experiences: config.experiences,
    questions: config.questions ?? [],
    goals: config.goals ?? [],
  };
  const part =
    list === 'segments' || list === 'questions' || list === 'goals' || list === 'experiences'
      ? lists[list][Number(at)]
      : undefined;
  if (!list || !part) return path;
  const [, arm, rest = below] = /^variants\[(\d+)\]\.?(.*)/.exec(below) ?? [];
  const variant = arm !== undefined && 'variants' in part ? part.variants[Number(arm)] : undefined;
  return [
    t`“${sayMade(part.name) || part.id}”`,
    variant && t`“${variant.name || variant.id}”`,
    rest.replace(/changes\[(\d+)\]\.?/, (_all, index) => t`change ${Number(index) + 1}, `).replace(/, $/, ''),
  ]
    .filter(Boolean)
    .join(', ');
}
