// A goal made of what an author wants to happen more, with the capture that tells when it does, where none tells yet.

import type { Capture, Config } from '../../../shared/schema/config.ts';
import type { Target } from '../../../shared/schema/target.ts';
import { t } from '../../../shared/words/t.ts';
import { createId } from './create-id.ts';
import { isSame } from './is-same.ts';
import { withoutPrint } from './without-print.ts';

export type Wanted =
  | { kind: 'purchase' }
  /** a view of the page with this path */
  | { kind: 'page'; path: string }
  /** one that is recorded already */
  | { kind: 'event'; event: string }
  /** an element that is clicked, or a form that is sent; on all pages where none are named */
  | { kind: 'click' | 'submit'; name: string; target: Target; pages?: string[] };

/** @returns the event that tells of it: of a capture that does already, where there is one */
function captureIt(config: Config, name: string, describe: (event: string) => Capture): string {
  const captures = config.capture ?? [];
  const kept = captures.find((one) => isSame(withoutPrint(one), withoutPrint(describe(one.event))));
  if (kept) return kept.event;
  const taken = [...captures, ...(config.goals ?? [])].map((one) => ({ id: one.event.replaceAll('_', '-') }));
  const event = createId(name, taken, 'goal').replaceAll('-', '_');
  config.capture = [...captures, describe(event)];
  return event;
}

/** The event that counts, and what people call it. */
function findEvent(config: Config, wanted: Wanted): { event: string; name: string } {
  switch (wanted.kind) {
    case 'purchase':
      return { event: 'purchase', name: t`Purchase` };
    case 'event':
      return { event: wanted.event, name: wanted.event };
    case 'page': {
      const { path } = wanted;
      const event = captureIt(config, t`visit ${path}`, (event) => ({ kind: 'page', event, pages: [path] }));
      return { event, name: t`Visit ${path}` };
    }
    case 'click':
    case 'submit': {
      const { kind, name, target, pages } = wanted;
      const event = captureIt(config, name, (event) => ({ kind, event, target, ...(pages && { pages }) }));
      return { event, name };
    }
  }
}

/**
 * Edits the config in place, as immer has it.
 *
 * @returns the goal's id: of one that counts the same already, where there is one
 */
export function makeGoal(config: Config, wanted: Wanted): string {
  const { event, name } = findEvent(config, wanted);
  const goals = config.goals ?? [];
  const kept = goals.find((one) => one.event === event && !one.where);
  if (kept) return kept.id;
  const id = createId(name, goals, 'goal');
  config.goals = [...goals, { id, name, event }];
  return id;
}
