// What a report must look like to be shown: it comes from a file or an address, so whatever else stands there is refused.
// Lists and texts have ends: no site reports more, and the panel draws what it is given.

import * as z from 'zod/mini';
import { MOST_DAYS, type Report } from '../../../shared/measure/report.ts';

const MOST_PARTS = 500;

const text = z.string().check(z.maxLength(300));
const count = z.number().check(z.nonnegative());
/** null: cannot be said, or without end */
const open = z.nullable(z.number());
const share = z.number().check(z.nonnegative(), z.maximum(1));
const day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
const few = <T extends z.ZodMiniType>(one: T) => z.array(one).check(z.maxLength(MOST_PARTS));

const DayLook = z.object({
  day,
  visitors: count,
  converted: count,
  lift: open,
  low: open,
  high: open,
  p: share,
});
const Comparison = z.object({
  arm: text,
  base: text,
  group: z.exactOptional(count),
  measure: z.enum(['converted', 'value']),
  lift: open,
  low: open,
  high: open,
  p: share,
  adjustedP: share,
  verdict: z.enum(['broken split', 'too early', 'better', 'worse', 'no difference seen']),
  needed: z.object({ lift: z.number(), visitors: count, days: z.nullable(count) }),
  series: z.array(DayLook).check(z.maxLength(MOST_DAYS)),
});
const Arm = z.object({
  arm: text,
  visitors: count,
  converted: count,
  // more may reach a goal than were counted, where logs begin in between
  rate: count,
  value: z.exactOptional(z.number()),
  perVisitor: z.exactOptional(z.number()),
});
const Goal = z.object({
  goal: text,
  name: z.exactOptional(text),
  isMain: z.boolean(),
  among: z.enum(['visitors of these pages', 'those shown']),
  arms: few(Arm),
  comparisons: few(Comparison),
});
const Split = z.object({
  arms: few(z.object({ arm: text, visitors: count, expected: count })),
  p: share,
  chi: count,
  chiP: count,
  isBroken: z.boolean(),
  series: z.exactOptional(z.array(z.object({ day, visitors: few(count) })).check(z.maxLength(MOST_DAYS))),
});
const Experience = z.object({
  id: text,
  name: z.exactOptional(text),
  round: count,
  level: z.enum(['coin', 'private', 'exact']),
  epsilon: z.exactOptional(count),
  days: count,
  split: Split,
  goals: few(Goal),
});
const Source = z.object({
  engine: text,
  files: count,
  lines: count,
  pings: count,
  skipped: z.object({ robot: count, twice: count, unreadable: count, outside: count, unknown: count }),
});

export const ReportShape: z.ZodMiniType<Report> = z.object({
  version: z.literal(1),
  site: z.exactOptional(text),
  revision: z.exactOptional(count),
  made: z.iso.datetime(),
  from: day,
  until: day,
  alpha: z.number().check(z.gt(0), z.lt(1)),
  source: Source,
  experiences: few(Experience),
});
