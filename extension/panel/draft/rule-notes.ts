// What is typed into a blank of a segment's rule: it is in the draft once the blank is left, because half an event's name or
// half a length of time is none. Until then what leaving it would make of the rule is noted, and outlives the panel.

import * as z from 'zod/mini';
import type { Condition } from '../../../shared/schema/condition.ts';
import type { Undo } from '../../wire/browser.ts';
import { isRecord } from '../../wire/is-record.ts';
import type { createEdits } from './edits.ts';
import { isSame } from './is-same.ts';
import { forget, note, restoring } from './noted.ts';

const Noted = z.object({
  /** of the segment */
  id: z.string(),
  /** the rule as it stood: another one, changed elsewhere since, is left as it is */
  was: z.unknown(),
  when: z.custom<Condition>((one) => isRecord(one) && typeof one.kind === 'string'),
});

const prefixOf = (origin: string): string => `rule:${origin} `;

export function createRuleNotes(
  desk: Pick<ReturnType<typeof createEdits>, 'editSoon'> & {
    origin: { readonly value: string | undefined; peek(): string | undefined };
    draft: { readonly value: unknown };
  },
) {
  /** @returns forgets it, unless something else is noted by then */
  function noteRule(id: string, was: Condition, when: Condition): Undo {
    const at = desk.origin.peek();
    if (at === undefined) return () => {};
    const name = prefixOf(at) + id;
    const said = JSON.stringify({ id, was, when } satisfies z.infer<typeof Noted>);
    note(name, said);
    return () => forget(name, said);
  }

  const restoreRules = (): Undo =>
    restoring(desk, prefixOf, Noted, (config, { id, was, when }) => {
      const found = config.segments.find((one) => one.id === id);
      if (found && isSame(found.when, was)) found.when = when;
    });

  return { noteRule, restoreRules };
}
