// What the stage in a page knows and the panel shows, as shapes that are checked where they arrive.

import * as z from 'zod/mini';
import type { Props } from '../../shared/schema/props.ts';
import { isRecord } from './is-record.ts';

const text = z.string();

const Fact = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]);
const Box = z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() });

/** A script element that may be our tag. */
const TagScript = z.object({
  src: z.optional(text),
  config: z.optional(text),
  consent: z.optional(text),
});
const Trigger = z.object({
  kind: text,
  event: z.optional(text),
  share: z.optional(z.number()),
  after: z.optional(text),
});
const Shown = z.object({
  experience: text,
  outcome: z.enum(['variant', 'original', 'holdout']),
  variant: z.optional(text),
  reason: text,
  split: z.optional(z.array(text)),
  waits: z.optional(Trigger),
  redirect: z.optional(text),
});
const Problem = z.object({
  code: text,
  message: text,
  experience: text,
  change: z.optional(z.number()),
});
export const Status = z.object({
  /** which document said it (`performance.timeOrigin`), and as its how many-th status */
  documentAt: z.number(),
  order: z.number(),
  /** undefined: nothing is previewed here */
  token: z.optional(text),
  url: text,
  segments: z.array(text),
  shown: z.array(Shown),
  problems: z.array(Problem),
  /** experiences of which something is on the page */
  visible: z.array(text),
  isPeeking: z.boolean(),
});
export type Status = z.infer<typeof Status>;
export type ShownItem = z.infer<typeof Shown>;

/** What a site is made with, as far as its pages show it. */
export const SITE_KINDS = ['wordpress', 'shopify', 'webflow', 'squarespace', 'tag-manager'] as const;
export type SiteKind = (typeof SITE_KINDS)[number];

export const Look = z.object({
  url: text,
  title: text,
  tags: z.array(TagScript),
  /** what the browser remembers of the visitor's word: see docs/PRIVACY.md, "Standing" */
  consent: z.enum(['granted', 'implied', 'denied', 'none']),
  hasDatabase: z.boolean(),
  /** of the tag, where it runs in the stage's own world: in the tour's shop */
  version: z.optional(text),
  facts: z.record(text, Fact),
  /** of the site, as the page writes them, its own first: what is no tag may be among them */
  languages: z.array(text),
  /** as the page has it, which may lie: it says which way of installing is offered first, and nothing else */
  siteKind: z.optional(z.enum(SITE_KINDS)),
  status: Status,
});
export type Look = z.infer<typeof Look>;

const Event = z.object({ name: text, at: z.number(), props: z.custom<Props>(isRecord) });
const Trait = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.array(z.union([z.string(), z.number(), z.boolean()])),
]);
export const Memory = z.object({
  /** oldest first; the newest of them, where there are more than can be shown */
  events: z.array(Event),
  /** how many more there are, older than these */
  older: z.optional(z.number()),
  traits: z.record(text, Trait),
  seed: z.optional(text),
  prunedAt: z.nullable(z.number()),
  /** what the site's storage takes on this device, as far as the browser says */
  bytes: z.optional(z.number()),
});
export type Memory = z.infer<typeof Memory>;

export const Finding = z.object({
  kind: z.enum([
    'missing',
    'many',
    'drift',
    'collision',
    'overflow',
    'contrast',
    'alt',
    'shift',
    'refused',
    'items',
    'a11y',
  ]),
  severity: z.enum(['error', 'warning']),
  experience: text,
  variant: text,
  change: z.optional(z.number()),
  what: text,
  remedy: text,
});
export type Finding = z.infer<typeof Finding>;

/** How far a variant moves what is in the window when it comes in: a layout shift score, see web.dev/cls. */
export const Shift = z.object({
  experience: text,
  variant: text,
  score: z.number(),
  /** it comes in after the first paint; one that is there before it moves nothing */
  isLate: z.boolean(),
});
export type Shift = z.infer<typeof Shift>;

export const Shot = z.object({
  label: text,
  box: Box,
  marks: z.array(Box),
  /** how many touched elements the picture does not show: hidden, or further down */
  unseen: z.number(),
});
export type Shot = z.infer<typeof Shot>;
