// Where in the draft that is edited what the checks found something about.

import type { Finding } from '../../wire/stage-shapes.ts';
import { findVariant } from './desk.ts';
import { isOff } from './notes.ts';
import type { Place } from './places.ts';

/** @param finding of the draft, as it would be published @returns undefined where the draft has no such variant any more */
export function placeOfFinding({ experience, variant, change }: Finding): Place | undefined {
  const changes = findVariant(experience, variant)?.changes;
  if (!changes) return undefined;
  // what is turned off is not published, and has no number there
  const places = changes.flatMap((one, at) => (isOff(one) ? [] : [at]));
  const at = change === undefined ? undefined : places[change];
  return { kind: 'variant', experience, id: variant, ...(at !== undefined && { change: at }) };
}
