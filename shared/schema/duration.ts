// A length of time as authors write it: "30m", "12h", "7d" (d = 24 h, w = 7 d; no calendar months).
import * as z from 'zod';

export const Duration = z
  .string()
  .regex(/^\d+(\.\d+)?(s|m|h|d|w)$/, 'not a duration. Write a number and a unit: "30m", "12h" or "7d"');
export type Duration = z.infer<typeof Duration>;
