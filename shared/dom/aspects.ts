// When two changes get in each other's way.
import type { PageChange } from './claim.ts';

/** What two changes of one element can both want, and only one gets. */
export function findAspects(change: PageChange): string[] {
  const { kind } = change;
  if (kind === 'class') return [...(change.add ?? []), ...(change.remove ?? [])];
  if (kind === 'style') return Object.keys(change.properties).map((name) => name + change.media);
  if (kind === 'insert') return [];
  return [kind === 'html' ? 'text!' : `${kind}!${kind === 'attribute' ? change.name : ''}`];
}
