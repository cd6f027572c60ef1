// Figures: what a condition finds out about events in a window, before anything is asked of it. A model weighs such a
// figure as it is, without a test.

import * as z from 'zod';
import { ms } from '../grammar/duration.ts';
import { t } from '../words/t.ts';
import { Duration, Span } from './duration.ts';
import { fields } from './fields.ts';
import { Where } from './predicate.ts';
import { type Refusal, refusing } from './problem.ts';

/** At most one of them; none means all that is remembered. */
const window = {
  within: Span.optional().describe('Only the last so long: "7d".'),
  between: z
    .tuple([Duration, Duration])
    .superRefine(
      refusing(([older, newer]) =>
        ms(older) > ms(newer)
          ? []
          : [
              {
                problem: t`from ${older} ago until ${newer} ago holds no time`,
                remedy: t`Write the longer ago first: ["${newer}", "${older}"].`,
              },
            ],
      ),
    )
    .optional()
    .describe('From so long ago until so long ago: ["30d", "7d"].'),
  during: z.literal('visit').optional().describe('Only the current visit.'),
};
const WINDOWS = ['within', 'between', 'during'] as const;

function findInWindow(node: { [K in (typeof WINDOWS)[number]]?: unknown }): Refusal[] {
  const [first, ...more] = WINDOWS.filter((name) => node[name] !== undefined);
  return more.map((name) => ({
    problem: t`"${name}" beside "${first}"`,
    remedy: t`Keep one of within, between and during.`,
    path: [name],
  }));
}

export const event = z
  .string()
  .min(1)
  .describe('The name of an event: "page_view", "purchase", or your own.');
export const where = Where.optional().describe('Only events whose props match.');
export const of = z.string().min(1).describe('The prop to look at; dots reach inside: "items.price".');
export const kind = <K extends string>(name: K, description: string) => z.literal(name).describe(description);

/** A figure about events in a window. */
export function figure<K extends string, T extends z.core.$ZodShape>(name: K, description: string, shape: T) {
  return fields({ kind: kind(name, description), ...shape, ...window }).superRefine((node, context) =>
    refusing(findInWindow)(node as object, context),
  );
}

/** Of the kinds whose number moves only at instants that are known exactly; what flows is weighed as a test. */
export const Figure = z
  .discriminatedUnion('kind', [
    figure('count', 'How many such events.', { event, where }),
    figure('sum', 'The sum of a prop over such events.', { event, where, of }),
    figure('average', 'The average of a prop over such events.', { event, where, of }),
    figure('min', 'The least value of a prop.', { event, where, of }),
    figure('max', 'The greatest value of a prop.', { event, where, of }),
    figure('distinct', 'How many different values of a prop.', { event, where, of }),
    figure('days', 'On how many calendar days.', { event: event.optional(), where }),
    fields({ kind: kind('away', 'Days between the previous visit and this one.') }),
  ])
  .meta({ id: 'Figure', description: "A condition's number without its test." });
export type Figure = z.infer<typeof Figure>;
