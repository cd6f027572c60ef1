// What visitors get on some pages: ordered variants, trigger, frequency, schedule, holdout, goal.
import * as z from 'zod';
import { Change } from './change.ts';
import { Duration } from './duration.ts';

/** A glob; see shared/engine/pattern.ts for its exact meaning. */
export const PagePattern = z.string().min(1);
export type PagePattern = z.infer<typeof PagePattern>;

const Share = z.number().min(0).max(1);

export const Trigger = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('load') }),
  z.strictObject({ kind: z.literal('event'), event: z.string().min(1) }),
  z.strictObject({ kind: z.literal('scroll'), share: Share }),
  z.strictObject({ kind: z.literal('time'), after: Duration }),
  z.strictObject({ kind: z.literal('exit') }),
  z.strictObject({ kind: z.literal('idle'), after: Duration }),
]);
export type Trigger = z.infer<typeof Trigger>;

export const Variant = z.strictObject({
  id: z.string().min(1),
  name: z.string(),
  segment: z.string().min(1),
  weight: z.number().nonnegative().optional(),
  changes: z.array(Change),
});
export type Variant = z.infer<typeof Variant>;

export const Experience = z.strictObject({
  id: z.string().min(1),
  name: z.string(),
  status: z.enum(['draft', 'live', 'paused']),
  pages: z.array(PagePattern).min(1),
  trigger: Trigger.optional(),
  frequency: z
    .strictObject({
      times: z.number().int().positive(),
      per: z.union([z.enum(['visit', 'visitor']), Duration]),
    })
    .optional(),
  schedule: z
    .strictObject({
      from: z.iso.datetime({ offset: true }).optional(),
      to: z.iso.datetime({ offset: true }).optional(),
    })
    .optional(),
  holdout: Share.optional(),
  goal: z.string().min(1).optional(),
  live: z.boolean().optional(),
  variants: z.array(Variant).min(1),
});
export type Experience = z.infer<typeof Experience>;
