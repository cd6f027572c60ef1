// A goal made of what an author wants to happen more, with the capture that tells when it does, where none tells yet.

import type { Config } from '../../../shared/schema/config.ts';
import { createId } from '../draft/create-id.ts';

export type Wanted =
  | { kind: 'purchase' }
  /** a view of the page with this path */
  | { kind: 'page'; path: string }
  /** one that is recorded already */
  | { kind: 'event'; event: string };

function captureView(config: Config, path: string): string {
  const captures = config.capture ?? [];
  const kept = captures.find(
    ({ kind, pages, props }) => kind === 'page' && pages?.length === 1 && pages[0] === path && !props,
  );
  if (kept) return kept.event;
  const taken = [...captures, ...(config.goals ?? [])].map((one) => ({ id: one.event.replaceAll('_', '-') }));
  const event = createId(`visit ${path}`, taken, 'visit').replaceAll('-', '_');
  config.capture = [...captures, { kind: 'page', event, pages: [path] }];
  return event;
}

/**
 * Edits the config in place, as immer has it.
 *
 * @returns the goal's id: of one that counts the same already, where there is one
 */
export function makeGoal(config: Config, wanted: Wanted): string {
  const event =
    wanted.kind === 'page'
      ? captureView(config, wanted.path)
      : wanted.kind === 'event'
        ? wanted.event
        : 'purchase';
  const goals = config.goals ?? [];
  const kept = goals.find((one) => one.event === event && !one.where);
  if (kept) return kept.id;
  const name = wanted.kind === 'page' ? `Visit ${wanted.path}` : wanted.kind === 'event' ? event : 'Purchase';
  const id = createId(name, goals, 'goal');
  config.goals = [...goals, { id, name, event, ...(event === 'purchase' && { value: 'value' }) }];
  return id;
}
