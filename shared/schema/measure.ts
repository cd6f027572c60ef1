// Whether and how it is counted what helps.

import * as z from 'zod';
import { t } from '../words/t.ts';
import { Span } from './duration.ts';
import { fields } from './fields.ts';
import { type Refusal, refusing } from './problem.ts';
import { Share } from './share.ts';

/** A browser asks for it as it is written: what it would change is in no log under this name. */
const isAsWritten = (path: string): boolean => {
  const site = 'https://a.example';
  return URL.canParse(path, site) && new URL(path, site).pathname === path;
};

/** Another host's address, or a relative one, which would lead elsewhere on each page. */
function findInPath(url: string): Refusal[] {
  if (/^\/(?![/\\])[^\s\\?#]*$/.test(url) && isAsWritten(url)) return [];
  return [
    {
      problem: t`${JSON.stringify(url)} is not the path of an address on this site`,
      remedy: t`Write a path without a query, such as "/selvedge-ping"; nothing is ever sent to another host.`,
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

/** A path of this site, or an address by https whose host is in `hosts` (check-measure.ts). */
function findInAddress(url: string): Refusal[] {
  if (!findInPath(url).length || /^https:\/\/[^\s/\\?#@]+(\/[^\s\\#]*)?$/.test(url)) return [];
  return [
    {
      problem: t`${JSON.stringify(url)} is neither the path of an address on this site nor one by https`,
      remedy: t`Write "/told", or "https://collect.example/told" with "collect.example" in "hosts".`,
    },
  ];
}

const values = z.boolean().optional().describe('Whether what a goal is worth is told too; default not.');

export const Tell = z
  .discriminatedUnion('to', [
    fields({
      to: z
        .enum([
          'ga4',
          'dataLayer',
          'plausible',
          'matomo',
          'umami',
          'posthog',
          'segment',
          'rudderstack',
          'snowplow',
          'mixpanel',
          'countly',
        ])
        .describe('Whose function the page has.'),
      values,
    }),
    fields({
      to: z.literal('beacon').describe('An address that is sent a request.'),
      url: z
        .string()
        .superRefine(refusing(findInAddress))
        .describe('A path of this site, or an address by https on a host in `hosts`.'),
      values,
    }),
  ])
  .meta({
    id: 'Tell',
    description: 'Somebody who is told what visitors were given, and which goals they reached.',
  });
export type Tell = z.infer<typeof Tell>;

export const Measure = fields({
  ping: Ping.optional(),
  goals: z
    .array(z.string().min(1))
    .optional()
    .describe("Ids of goals that are counted beside each experience's own."),
  tell: z
    .array(Tell)
    .optional()
    .describe("Which of the site's own analytics are told of exposures and goals; without it none is."),
  holdout: Share.optional().describe(
    'The share of visitors who get the original everywhere: does all of it help? Counted as the experience "*".',
  ),
  round: z
    .number()
    .int()
    .min(1)
    .optional()
    .describe('Counting of "*" starts anew with the next number; default 1.'),
}).meta({ id: 'Measure', description: 'What is counted of what helps; without it nothing is.' });
export type Measure = z.infer<typeof Measure>;
