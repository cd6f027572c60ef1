// What the panel and the stage say to each other while an author edits on the page; part of the call map (lib/calls.ts).

import * as z from 'zod/mini';

const text = z.string();

export const Print = z.object({
  tag: text,
  role: z.optional(text),
  text: z.optional(text),
  position: z.optional(z.array(z.number())),
  attributes: z.optional(z.record(text, text)),
});
export const EditTarget = z.object({
  css: text,
  text: z.optional(text),
  within: z.optional(z.array(text)),
  print: z.optional(Print),
});

/** An element that the author chose on the page. */
export const Picked = z.object({
  /** best first; empty: it must not or cannot be changed, see `refused` */
  choices: z.array(z.object({ target: EditTarget, stability: z.number() })),
  refused: z.optional(text),
  tag: text,
  /** what it says now, without our own changes */
  text: text,
  /** only text inside: replacing it loses no element */
  isPlain: z.boolean(),
  href: z.optional(text),
  src: z.optional(text),
  alt: z.optional(text),
  /** from the body to the element, in words */
  path: z.array(text),
  hasChildren: z.boolean(),
  /** computed, of the properties that the panel offers */
  styles: z.record(text, text),
});
export type Picked = z.infer<typeof Picked>;

export const EditOrder = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('pick') }),
  /** the page can be used as ever; nothing is picked */
  z.object({ kind: z.literal('browse') }),
  z.object({ kind: z.literal('end') }),
  z.object({ kind: z.literal('step'), to: z.enum(['parent', 'child', 'previous', 'next']) }),
  /** to an ancestor by its place in `path` */
  z.object({ kind: z.literal('climb'), index: z.number() }),
  /** outlines what a target finds; none takes the outline away */
  z.object({ kind: z.literal('point'), target: z.optional(EditTarget) }),
  /** how many elements each target finds here, and what is proposed instead where it finds none or another */
  z.object({ kind: z.literal('find'), targets: z.array(EditTarget) }),
]);
export type EditOrder = z.infer<typeof EditOrder>;

export const Found = z.object({
  count: z.number(),
  /** it finds something that is hardly what was picked */
  isDrifted: z.boolean(),
  again: z.optional(z.object({ target: EditTarget, confidence: z.number(), says: text })),
});
export type Found = z.infer<typeof Found>;

export const EditState = z.object({
  mode: z.enum(['off', 'pick', 'browse']),
  picked: z.optional(Picked),
  found: z.optional(z.array(Found)),
});
export type EditState = z.infer<typeof EditState>;

/** What the author did on the page. */
export const EditNews = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('picked'), picked: Picked }),
  z.object({ kind: z.literal('wrote'), value: text, picked: Picked }),
  z.object({ kind: z.literal('left') }),
]);
export type EditNews = z.infer<typeof EditNews>;
