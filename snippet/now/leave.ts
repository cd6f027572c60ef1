// Goes where a redirect leads, once a visit (apply/redirect.ts). Whoever comes later finds another page: so what led away
// is noted for the file (file-left.ts), at once where that may be. Firefox may end what runs as a page is left
// (docs/notes/page-facts.md, "Page lifecycle").

import { VISIT_GAP_MS } from '../../shared/engine/profile.ts';
import { redirect } from '../apply/redirect.ts';
import type { Decided } from './decided.ts';
import { fileLeft } from './file-left.ts';
import { readChanges } from './read-changes.ts';
import { readFile } from './read-file.ts';
import { segmentsOf } from './segments-of.ts';

/** Names this visit as the rest does, by its number: views that nobody has remembered yet are part of it. */
function visitOf({ at, remembered: { visit, newestAt } }: Decided): string {
  let { number = 0, lastAt = -Infinity } = visit ?? {};
  for (const [time] of [...(readFile().left ?? []), [Math.max(at, newestAt)] as const]) {
    if (time - lastAt >= VISIT_GAP_MS) number++;
    lastAt = time;
  }
  return String(number);
}

export function leave(decided: Decided, table: string): void {
  const visit = decided.standing === 'waiting' ? undefined : visitOf(decided);
  const segments = segmentsOf(table);
  decided.led = [];
  for (const one of decided.given)
    for (const change of readChanges(table, one)) {
      const { id, variant = '', segment = -1 } = one;
      const isLeft = change && change.kind === 'redirect' && redirect(change.url, visit && `${visit} ${id}`);
      if (isLeft) decided.led.push(id, variant, segments[segment] ?? 'everyone');
    }
  if (decided.led.length) fileLeft(decided, true);
}
