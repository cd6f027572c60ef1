// Everything that is remembered, and nothing else, for the visitor to take along.

import type { Standing } from './consent/standing.ts';
import { isMeasuring } from './is-measuring.ts';
import { lookNow } from './look-again.ts';
import type { Counting } from './measure/counting.ts';
import { now } from './native.ts';
import type { Exported } from './public.ts';
import type { Visitor } from './remember/visitor-api.ts';

export async function exportAll(visitor: Visitor, consent: Standing, counting?: Counting): Promise<Exported> {
  lookNow(true); // what the page has told its tools and waits to be read belongs to it
  const events = await visitor.events(); // first: storage may be given up over it
  const { firstSeenAt, traits } = visitor.profile();
  return {
    version: 1,
    exportedAt: now(),
    mode: visitor.mode() === 'stored' ? 'stored' : 'memory',
    consent,
    seed: visitor.seed(),
    firstSeenAt,
    traits: { ...traits },
    events: isMeasuring && counting ? events.concat((await counting.sent()) ?? []) : events,
  };
}
