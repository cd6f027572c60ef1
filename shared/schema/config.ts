// The published file, version 1. All types of the house flow from here.
import * as z from 'zod';
import { Condition } from './condition.ts';
import { Duration } from './duration.ts';
import { Experience, PagePattern } from './experience.ts';
import { Where } from './predicate.ts';
import { Props } from './props.ts';
import { Target } from './target.ts';

const captureOf = <K extends string>(kind: K) =>
  z.strictObject({
    kind: z.literal(kind),
    event: z.string().min(1),
    target: Target,
    pages: z.array(PagePattern).min(1).optional(),
    props: Props.optional(),
  });

export const Capture = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('page'),
    event: z.string().min(1),
    pages: z.array(PagePattern).min(1),
    props: Props.optional(),
  }),
  captureOf('click'),
  captureOf('seen'),
  captureOf('submit'),
]);
export type Capture = z.infer<typeof Capture>;

export const Goal = z.strictObject({
  id: z.string().min(1),
  name: z.string(),
  event: z.string().min(1),
  where: Where.optional(),
  value: z.string().optional(),
});
export type Goal = z.infer<typeof Goal>;

export const Segment = z.strictObject({
  id: z.string().min(1),
  name: z.string(),
  description: z.string().optional(),
  when: Condition,
});
export type Segment = z.infer<typeof Segment>;

const four = <T extends z.ZodType>(item: T) => z.tuple([item, item, item, item]);

export const Rfm = z.strictObject({
  event: z.string().optional(),
  value: z.string().optional(),
  recency: four(Duration),
  frequency: four(z.number()),
  monetary: four(z.number()),
});
export type Rfm = z.infer<typeof Rfm>;

export const Config = z.strictObject({
  $schema: z.string().optional(),
  version: z.literal(1),
  site: z.string().min(1),
  revision: z.number().int().min(1),
  privacy: z
    .strictObject({
      consent: z.enum(['required', 'implied']).optional(),
      gpc: z.enum(['honour', 'ignore']).optional(),
      retention: Duration.optional(),
    })
    .optional(),
  capture: z.array(Capture).optional(),
  topics: z
    .array(z.strictObject({ topic: z.string().min(1), pages: z.array(PagePattern).min(1) }))
    .optional(),
  interests: z
    .strictObject({ halfLife: Duration.optional(), weights: z.record(z.string(), z.number()).optional() })
    .optional(),
  rfm: Rfm.optional(),
  hosts: z.array(z.string().min(1)).optional(),
  goals: z.array(Goal).optional(),
  segments: z.array(Segment),
  experiences: z.array(Experience),
});
export type Config = z.infer<typeof Config>;
