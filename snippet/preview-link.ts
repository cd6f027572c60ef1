// A preview link, `#selvedge=<segment id>`: this page as that segment gets it, on any device with the tag.
//
// The address holds an id of a published segment, never content. Nothing is remembered or counted, consent is not
// asked for, and the visitor's own history has no say: rules are put aside, not answered.

import { forceSegments, withoutChance } from '../shared/page/for-everybody.ts';
import type { Config } from '../shared/schema/config.ts';
import type { Warn } from './warn.ts';

export interface PreviewLink {
  /** of the segment, as its author wrote it */
  name: string;
  /** the same experiences, with that segment for everybody and all others for nobody */
  config: Config;
}

const START = '#selvedge=';

export const isPreviewLink = (): boolean => location.hash.startsWith(START);

/** @returns undefined where the address asks for no preview, or (with a warning) for a segment that is not published */
export function readPreviewLink(config: Config, warn: Warn): PreviewLink | undefined {
  if (!isPreviewLink()) return undefined;
  const asked = location.hash.slice(START.length);
  const segment = config.segments.find(({ id }) => id === asked || encodeURIComponent(id) === asked);
  if (!segment) {
    warn({
      code: 'preview',
      message: 'no such segment is published',
      path: location.hash,
    });
    return undefined;
  }
  return {
    name: segment.name,
    config: {
      ...forceSegments(config, [segment.id]),
      experiences: config.experiences.map(withoutChance),
    },
  };
}
