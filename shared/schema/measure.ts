// Whether and how it is counted what helps.
import * as z from 'zod';
import { Span } from './duration.ts';
import { fields } from './fields.ts';
import { type Refusal, refusing } from './problem.ts';
import { Share } from './share.ts';

/** Another host's address, or a relative one, which would lead elsewhere on each page. */
function findInPath(url: string): Refusal[] {
  if (/^\/(?![/\\])[^\s\\?#]*$/.test(url)) return [];
  return [
    {
      problem: `${JSON.stringify(url)} is not the path of an address on this site`,
      remedy: 'Write a path without a query, such as "/selvedge-ping"; nothing is ever sent to another host.',
    },
  ];
}

export const Ping = fields({
  url: z
    .string()
    .superRefine(refusing(findInPath))
    .optional()
    .describe('A path of this site, whose access log holds what is counted; default "/selvedge-ping".'),
  level: z
    .enum(['coin', 'private', 'exact'])
    .optional()
    .describe('How much of a history a request tells: "coin" (the default) nothing, "exact" the segment.'),
  epsilon: z
    .number()
    .min(0.5)
    .max(4)
    .optional()
    .describe('For "private": a request may say the truth or another thing by e^ε : 1; default 2.'),
  budget: z
    .number()
    .min(0.5)
    .max(100)
    .optional()
    .describe('For "private": the most ε that one browser spends, all experiences together; default 8.'),
  window: Span.optional().describe('A goal counts so long after a visitor was counted; default "14d".'),
}).meta({ id: 'Ping', description: "Counting through the site's own access log." });
export type Ping = z.infer<typeof Ping>;

export const Measure = fields({
  ping: Ping.optional(),
  goals: z
    .array(z.string().min(1))
    .optional()
    .describe("Ids of goals that are counted beside each experience's own."),
  holdout: Share.optional().describe(
    'The share of visitors who get the original everywhere: does all of it help? Counted as the experience "*".',
  ),
}).meta({ id: 'Measure', description: 'What is counted of what helps; without it nothing is.' });
export type Measure = z.infer<typeof Measure>;
