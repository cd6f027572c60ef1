// A length of time as authors write it: "30m", "12h", "7d" (d = 24 h, w = 7 d; no calendar months).

import * as z from 'zod';
import { DURATION } from '../grammar/duration.ts';
import { t } from '../words/t.ts';

const EXPECTED = t`a duration such as "30m", "12h" or "7d" (units: s m h d w)`;

export const Duration = z
  .string({ error: EXPECTED })
  .regex(DURATION, EXPECTED)
  .meta({ id: 'Duration', description: 'A length of time: "30m", "12h", "7d", "2w". A day is 24 hours.' });
export type Duration = z.infer<typeof Duration>;

/** A window that holds something: a duration longer than 0. */
export const Span = Duration.refine((value) => Number.parseFloat(value) > 0, {
  error: t`no time at all`,
  params: { remedy: t`Write a length of time longer than 0, such as "7d".` },
});
