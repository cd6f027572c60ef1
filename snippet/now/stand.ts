// Where this visitor stands as the page begins: what the owner wrote, what is on file, what the browser asks for. It is
// what snippet/consent/standing.ts makes of these three; who says what later on this page is not for the first paint.

import type { Settings } from '../../shared/engine/lines/settings.ts';
import type { Standing } from '../consent/standing.ts';
import type { File } from './read-file.ts';

/**
 * @param attribute the tag's `data-consent`
 * @param isAsked whether the browser says Global Privacy Control
 */
export function stand(
  { consent, gpc }: Partial<Settings>,
  attribute: string | undefined,
  isAsked: unknown,
  file: File,
): Standing {
  const owner = attribute ?? consent;
  if (file.consent === 'denied' || owner === 'denied') return 'denied';
  // only what the visitor granted to this site itself outweighs a signal
  if (isAsked && !gpc && !file.isOwn) return 'denied';
  if (file.consent === 'granted') return 'granted';
  return owner === 'granted' || owner === 'implied' ? 'implied' : 'waiting';
}
