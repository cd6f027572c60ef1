// Where in the draft is edited what something is said about: by the checks of a page, or of the config.

import type { Change } from '../../../shared/schema/change.ts';
import type { Config } from '../../../shared/schema/config.ts';
import type { Finding } from '../../wire/stage-shapes.ts';
import { findChangeIn } from '../kit/say-found-change.ts';
import { findVariant } from './desk.ts';
import { isSame } from './is-same.ts';
import { isOff, withoutNotes } from './notes.ts';
import type { Place } from './places.ts';

type At = Pick<Finding, 'experience' | 'variant' | 'change'>;

/**
 * @param finding of the draft as it would be published, or would have been before it changed
 * @param of what it would be or have been
 * @returns undefined where the draft has no such variant any more
 */
export function placeOfFinding(finding: At, of: Config): Place | undefined {
  const { experience, variant, change } = finding;
  const changes = findVariant(experience, variant)?.changes;
  if (!changes) return undefined;
  // what is turned off is not published, and has no number there
  const going = changes.flatMap((one, at) => (isOff(one) ? [] : [{ at, one: withoutNotes(one) }]));
  const meant = findChangeIn(of, finding);
  const isMeant = ({ one }: { one: Change }) => isSame(one, meant);
  const counted = change === undefined ? undefined : going[change];
  const at = (counted && isMeant(counted) ? counted : going.find(isMeant))?.at;
  return { kind: 'variant', experience, id: variant, ...(at !== undefined && { change: at }) };
}

/** @param path of a problem @param config that it is in: the draft, as it would be published */
export function placeOfPath(path: string, config: Config): Place | undefined {
  const { segments, questions, goals, experiences } = config;
  const [, list, at, v, c] =
    /^(segments|questions|goals|experiences)\[(\d+)\](?:\.variants\[(\d+)\](?:\.changes\[(\d+)\])?)?/.exec(
      path,
    ) ?? [];
  // both are made anew by learning
  if (/^(learned|rfm)\b/.test(path)) return { kind: 'learn' };
  const place = Number(at);
  if (list === 'segments') return linkTo('segment', segments[place]?.id);
  if (list === 'questions') return linkTo('question', questions?.[place]?.id);
  if (list === 'goals') return linkTo('goal', goals?.[place]?.id);
  const experience = list === 'experiences' ? experiences[place] : undefined;
  const variant = experience?.variants[Number(v)];
  return experience && variant
    ? placeOfFinding(
        {
          experience: experience.id,
          variant: variant.id,
          ...(c !== undefined && { change: Number(c) }),
        },
        config,
      )
    : linkTo('experience', experience?.id);
}

const linkTo = (
  kind: 'segment' | 'question' | 'goal' | 'experience',
  id: string | undefined,
): Place | undefined => (id === undefined ? undefined : { kind, id });
