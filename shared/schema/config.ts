// The published file, version 1. All types of the house flow from here.
//
// What one field can tell by itself is refused here; what needs two places at once (ids, hosts, weights)
// is in check.ts, which is what the panel, the CLI and the build call.

import * as z from 'zod';
import { ms } from '../grammar/duration.ts';
import { t } from '../words/t.ts';
import { LEAST_CAP, MOST_CAP } from './cap.ts';
import { Condition } from './condition.ts';
import { CountedId } from './counted-id.ts';
import { Span } from './duration.ts';
import { Experience } from './experience.ts';
import { fields } from './fields.ts';
import { RELEASE_FORM } from './find-newer.ts';
import { Buyer, BuyingValue, Items, LearnedFrom, Personas } from './learned.ts';
import { Measure } from './measure.ts';
import { Model } from './model.ts';
import { PagePatterns } from './page-pattern.ts';
import { Where } from './predicate.ts';
import { type Refusal, refusing } from './problem.ts';
import { StatedProps } from './props.ts';
import { Question } from './question.ts';
import { WatchedTarget } from './target.ts';

const event = z.string().min(1).describe('The name of the event that is recorded.');
const props = StatedProps.optional().describe('What the event carries.');
const kind = <K extends string>(name: K, description: string) => z.literal(name).describe(description);

const captureOf = <K extends string>(name: K, description: string) =>
  fields({
    kind: kind(name, description),
    event,
    target: WatchedTarget,
    pages: PagePatterns.optional(),
    props,
  });

export const Capture = z
  .discriminatedUnion('kind', [
    fields({ kind: kind('page', 'When such a page is viewed.'), event, pages: PagePatterns, props }),
    captureOf('click', 'When the element is clicked.'),
    captureOf('seen', 'When half of the element, or half of the screen filled by it, was in view for 1 s.'),
    captureOf('submit', 'When the form is sent; its fields are never read.'),
  ])
  .meta({ id: 'Capture', description: 'A named event without code.' });
export type Capture = z.infer<typeof Capture>;

export const Goal = fields({
  id: CountedId,
  name: z.string(),
  event: z.string().min(1).describe('The event that counts as success.'),
  where: Where.optional(),
  value: z.string().min(1).optional().describe('The prop that holds what it is worth.'),
  cap: z
    .number()
    .min(LEAST_CAP)
    .max(MOST_CAP)
    .optional()
    .describe(
      'The most that one visitor can be worth, all their goals together; needed where `value` is counted.',
    ),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, 'a currency such as "EUR"')
    .optional()
    .describe('Where the event names another `currency`, it is counted without value.'),
}).meta({ id: 'Goal' });
export type Goal = z.infer<typeof Goal>;

export const Segment = fields({
  id: z.string().min(1),
  name: z.string(),
  description: z.string().optional(),
  when: Condition,
}).meta({ id: 'Segment', description: 'A named rule; a visitor is in it, not in it, or it is unknown.' });
export type Segment = z.infer<typeof Segment>;

const four = <T extends z.ZodType>(item: T) => z.tuple([item, item, item, item]);

function findUnsorted<T>(read: (edge: T) => number) {
  return (edges: T[]): Refusal[] => {
    const at = edges.findIndex((edge, i) => i > 0 && read(edge) <= read(edges[i - 1] as T));
    if (at < 0) return [];
    return [
      {
        problem: t`the edge ${String(edges[at])} is not greater than the one before it`,
        remedy: t`Write the four edges in ascending order.`,
        path: [at],
      },
    ];
  };
}
const ascending = four(z.number()).superRefine(refusing(findUnsorted<number>((edge) => edge)));

export const Rfm = fields({
  event: z.string().min(1).optional().describe('Default "purchase".'),
  value: z.string().min(1).optional().describe('The prop that is summed; default "value".'),
  recency: four(Span).superRefine(refusing(findUnsorted<string>(ms))),
  frequency: ascending,
  monetary: ascending,
  per: z
    .enum(['event', 'day'])
    .optional()
    .describe('What frequency counts: "event" (the default), or "day", several on one day being one.'),
}).meta({ description: 'The edges of the five classes, ascending; facts about all your visitors.' });
export type Rfm = z.infer<typeof Rfm>;

function findInHost(host: string): Refusal[] {
  // no name is longer (RFC 1035), and a long one would keep the pattern busy
  const isHost =
    host.length < 260 &&
    /^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)*[a-z0-9]([a-z0-9-]*[a-z0-9])?(:\d{1,5})?$/i.test(host);
  if (isHost) return [];
  const bare = host
    .trim()
    .replace(/^[a-z]+:\/\//i, '')
    .replace(/[/?#].*$/, '');
  const problem = t`"${host}" is not the bare name of one host`;
  const isWild = bare.includes('*') || !bare;
  return [{ problem, remedy: isWild ? t`Write each host by name: "images.example".` : t`Write "${bare}".` }];
}

export const Quiet = fields({
  times: z.number().int().positive(),
  per: z
    .union([z.literal('visit'), Span], { error: '"visit" or a duration such as "7d"' })
    .describe('"visit" or a duration.'),
}).describe('How many pop-ups and slide-ins at most, over all experiences together; default once a visit.');
export type Quiet = z.infer<typeof Quiet>;

export const Config = fields({
  $schema: z.string().optional(),
  version: z.literal(1).describe('The version of this format: 1.'),
  site: z.string().min(1).describe('Shown to authors, such as "shop.example".'),
  revision: z.number().int().min(1).describe('Grows with each publish.'),
  needs: z
    .string()
    .regex(RELEASE_FORM, 'a release such as "0.4" or "0.4.1"')
    .optional()
    .describe('The oldest release that knows all of this config; written when it is published.'),
  privacy: fields({
    consent: z
      .enum(['required', 'implied'])
      .optional()
      .describe('"required" (the default): nothing is stored before consent.'),
    gpc: z
      .enum(['honour', 'local', 'ignore'])
      .optional()
      .describe(
        'With Global Privacy Control on, or a US opt-out: "honour" (the default) keeps no profile; "local" keeps it on the device, and nothing is counted or told.',
      ),
    retention: Span.optional().describe('How long events are remembered; default "180d".'),
    plain: PagePatterns.optional().describe(
      'Pages whose path names things, with long numbers or ids: its segments are remembered as they are, but for e-mail addresses, cards and tokens.',
    ),
  }).optional(),
  capture: z.array(Capture).optional(),
  topics: z
    .array(fields({ topic: z.string().min(1), pages: PagePatterns }))
    .optional()
    .describe('What pages are about, for interests.'),
  interests: fields({
    halfLife: Span.optional().describe('Default "14d".'),
    weights: z
      .record(z.string(), z.number().nonnegative())
      .optional()
      .describe('Default page_view 1, view_item 2, add_to_cart 5, purchase 8.'),
  }).optional(),
  rfm: Rfm.optional(),
  learned: LearnedFrom.optional(),
  personas: Personas.optional(),
  value: BuyingValue.optional(),
  models: z.array(Model).optional(),
  buyer: Buyer.optional(),
  items: Items.optional(),
  hosts: z
    .array(z.string().superRefine(refusing(findInHost)))
    .optional()
    .describe('Foreign hosts that images, fonts and CSS may load from.'),
  goals: z.array(Goal).optional(),
  measure: Measure.optional(),
  quiet: Quiet.optional(),
  questions: z.array(Question).optional().describe('Asked by a change of the kind `ask`.'),
  segments: z.array(Segment),
  experiences: z.array(Experience).describe('In order of priority.'),
}).meta({ title: 'Selvedge config, version 1' });
export type Config = z.infer<typeof Config>;
