// Where in the draft is edited what something is said about: by the checks of a page, or of the config.

import type { Config } from '../../../shared/schema/config.ts';
import type { Finding } from '../../wire/stage-shapes.ts';
import { findVariant } from './desk.ts';
import { isOff } from './notes.ts';
import type { Place } from './places.ts';

type At = Pick<Finding, 'experience' | 'variant' | 'change'>;

/** @param finding of the draft, as it would be published @returns undefined where the draft has no such variant any more */
export function placeOfFinding({ experience, variant, change }: At): Place | undefined {
  const changes = findVariant(experience, variant)?.changes;
  if (!changes) return undefined;
  // what is turned off is not published, and has no number there
  const places = changes.flatMap((one, at) => (isOff(one) ? [] : [at]));
  const at = change === undefined ? undefined : places[change];
  return { kind: 'variant', experience, id: variant, ...(at !== undefined && { change: at }) };
}

/** @param path of a problem @param config that it is in: the draft, as it would be published */
export function placeOfPath(path: string, { segments, questions, experiences }: Config): Place | undefined {
  const [, list, at, v, c] =
    /^(segments|questions|experiences)\[(\d+)\](?:\.variants\[(\d+)\](?:\.changes\[(\d+)\])?)?/.exec(path) ??
    [];
  // both are made anew by learning
  if (/^(learned|rfm)\b/.test(path)) return { kind: 'learn' };
  const place = Number(at);
  if (list === 'segments') return linkTo('segment', segments[place]?.id);
  if (list === 'questions') return linkTo('question', questions?.[place]?.id);
  const experience = list === 'experiences' ? experiences[place] : undefined;
  const variant = experience?.variants[Number(v)];
  return experience && variant
    ? placeOfFinding({
        experience: experience.id,
        variant: variant.id,
        ...(c !== undefined && { change: Number(c) }),
      })
    : linkTo('experience', experience?.id);
}

const linkTo = (kind: 'segment' | 'question' | 'experience', id: string | undefined): Place | undefined =>
  id === undefined ? undefined : { kind, id };
