// Goes where a redirect leads, once a visit (apply/redirect.ts).

import { VISIT_GAP_MS } from '../../shared/engine/profile.ts';
import { redirect } from '../apply/redirect.ts';
import type { Decided } from './decided.ts';
import { readChanges } from './read-changes.ts';

/** Names this visit as the rest does, by when it began; undefined where nothing may be stored. */
function visitOf({ standing, at, remembered: { visit, newestAt } }: Decided): string | undefined {
  if (standing === 'waiting') return undefined;
  return String(visit?.startAt && Math.max(at, newestAt) - visit.lastAt < VISIT_GAP_MS ? visit.startAt : at);
}

export function leave(decided: Decided, table: string): void {
  const visit = visitOf(decided);
  for (const one of decided.given)
    for (const change of readChanges(table, one))
      if (change && change.kind === 'redirect') redirect(change.url, visit && `${visit} ${one.id}`);
}
