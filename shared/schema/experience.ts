// What visitors get on some pages: ordered variants, trigger, frequency, schedule, holdout, goal.

import * as z from 'zod';
import { t } from '../words/t.ts';
import { Change } from './change.ts';
import { CountedId } from './counted-id.ts';
import { Duration, Span } from './duration.ts';
import { fields } from './fields.ts';
import { PagePatterns } from './page-pattern.ts';
import { refusing } from './problem.ts';
import { Share } from './share.ts';

export type { PagePattern } from './page-pattern.ts';

const kind = <K extends string>(name: K, description: string) => z.literal(name).describe(description);

export const Trigger = z
  .discriminatedUnion('kind', [
    fields({ kind: kind('load', 'At once (the default).') }),
    fields({ kind: kind('event', 'When this event happens.'), event: z.string().min(1) }),
    fields({ kind: kind('scroll', 'When this share of the page was scrolled, 0 to 1.'), share: Share }),
    fields({ kind: kind('time', 'So long after the page opened.'), after: Duration }),
    fields({ kind: kind('exit', 'When the pointer leaves towards the top.') }),
    fields({ kind: kind('idle', 'When nothing was done for so long.'), after: Span }),
  ])
  .meta({ id: 'Trigger', description: 'When the changes are shown.' });
export type Trigger = z.infer<typeof Trigger>;

export const Variant = fields({
  id: CountedId,
  name: z.string(),
  segment: z.string().min(1).describe('The id of a segment, or "everyone".'),
  weight: z
    .number()
    .nonnegative()
    .optional()
    .describe('Its part of the visitors, beside neighbouring variants for the same segment; default 1.'),
  changes: z.array(Change),
}).meta({ id: 'Variant', description: 'What one segment gets; the first variant that matches wins.' });
export type Variant = z.infer<typeof Variant>;

const When = z.iso.datetime({
  offset: true,
  error: t`a date and time with offset such as "2026-11-27T00:00:00+01:00"`,
});

export const Experience = fields({
  id: CountedId.describe('Stable: placement, exposures and goals hang on it.'),
  name: z.string(),
  status: z.enum(['draft', 'live', 'paused']).describe('Only live experiences are shown.'),
  pages: PagePatterns.describe('On which pages; globs.'),
  trigger: Trigger.optional(),
  frequency: fields({
    times: z.number().int().positive(),
    per: z
      .union([z.enum(['visit', 'visitor']), Span], { error: '"visit", "visitor" or a duration such as "7d"' })
      .describe('"visit", "visitor" or a duration.'),
  })
    .optional()
    .describe('How often at most.'),
  schedule: fields({
    from: When.optional().describe('The first instant, with its offset: "2026-12-01T00:00:00+01:00".'),
    to: When.optional().describe('The instant at which it ends.'),
  })
    .superRefine(
      refusing(({ from, to }) =>
        from && to && Date.parse(from) >= Date.parse(to)
          ? [
              {
                problem: t`it ends (${to}) before it begins (${from})`,
                remedy: t`Write "from" before "to".`,
                path: ['to'],
              },
            ]
          : [],
      ),
    )
    .optional(),
  holdout: Share.optional().describe(
    'The share of visitors, 0 to 1, who always see the original and are counted.',
  ),
  goal: z
    .string()
    .min(1)
    .nullable()
    .optional()
    .describe('The id of a goal; null: there is nothing to count, on purpose.'),
  round: z
    .number()
    .int()
    .min(1)
    .max(999_999_999)
    .optional()
    .describe('Counting starts anew with the next number; default 1.'),
  live: z.boolean().optional().describe('Also decide again while the page is open; default false.'),
  variants: z.array(Variant).min(1),
}).meta({ id: 'Experience' });
export type Experience = z.infer<typeof Experience>;
