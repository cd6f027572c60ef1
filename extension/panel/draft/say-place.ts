// Where in a config something is, for who never sees the file.

import type { Config } from '../../../shared/schema/config.ts';
import { t } from '../../../shared/words/t.ts';
import { sayChangeIn } from '../kit/say-found-change.ts';
import { sayMade } from '../kit/say-made.ts';
import { readName } from './notes.ts';

/** The part that a path leads into, without the fields below it. */
export const pathOfPart = (path: string): string =>
  /^\w+\[\d+\](\.variants\[\d+\](\.changes\[\d+\])?)?/.exec(path)?.[0] ?? '';

/** `experiences[0].variants[1].changes[2].href` → "“Home”, “Readers”, The link leads to /sale, href" */
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
  const [, index, field = rest] = /^changes\[(\d+)\]\.?(.*)/.exec(rest) ?? [];
  const change = variant && index !== undefined ? variant.changes[Number(index)] : undefined;
  return [
    t`“${sayMade(part.name) || part.id}”`,
    variant && t`“${variant.name || variant.id}”`,
    change && (readName(change) ?? sayChangeIn(config, change)),
    field,
  ]
    .filter(Boolean)
    .join(', ');
}
