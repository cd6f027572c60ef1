// What the panel and the stage say to each other while an author edits on the page; part of the maps in wire/calls.ts and
// wire/news.ts.

import * as z from 'zod/mini';
import { SizeMedia, Sizes } from './sizes.ts';
import { AT_ELEMENT } from './tools-for.ts';

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

/** The cards of a list: what finds each, what shows the price in it, and how many there are. */
export const Cards = z.object({ item: text, price: z.optional(text), count: z.number() });
export type Cards = z.infer<typeof Cards>;

/** An element that the author chose on the page. */
export const Picked = z.object({
  /** best first; empty: it must not or cannot be changed, see `refused` */
  choices: z.array(z.object({ target: EditTarget, stability: z.number() })),
  refused: z.optional(text),
  /** of the list or table that it is a part of: what is put beside it goes beside that */
  outside: z.optional(EditTarget),
  tag: text,
  /** what it says now, without our own changes */
  text: text,
  /** the page's own, as its document element says it; empty where it says none */
  language: text,
  /** what stands inside, as markup; none where that is too much */
  inner: z.optional(text),
  /** words alone inside, with what markup words have: writing them anew loses nothing */
  isWordy: z.boolean(),
  /** what its words may hold: no markup, all but links (it is in a link, say), or all */
  takes: z.enum(['text', 'words', 'links']),
  href: z.optional(text),
  src: z.optional(text),
  alt: z.optional(text),
  /** those that a change may set */
  attributes: z.record(text, text),
  /** what lies beneath where it was clicked, in words */
  beneath: z.array(text),
  /** from the body to the element, in words */
  path: z.array(text),
  hasChildren: z.boolean(),
  /** where it is a list of them */
  cards: z.optional(Cards),
  /** where it is in such a list, its place in `path` */
  list: z.optional(z.number()),
  /** the colour that its text stands on */
  ground: text,
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
  /** to what lies beneath by its place in `beneath` */
  z.object({ kind: z.literal('dive'), index: z.number() }),
  /** the markup of what is picked, for a copy */
  z.object({ kind: z.literal('copy') }),
  /** moves what is picked by one place among its siblings; told as news */
  z.object({ kind: z.literal('shift'), by: z.union([z.literal(-1), z.literal(1)]) }),
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
  /** the first of them in words, where the target itself holds none */
  says: z.optional(text),
  again: z.optional(z.object({ target: EditTarget, confidence: z.number(), says: text })),
});
export type Found = z.infer<typeof Found>;

export const EditState = z.object({
  mode: z.enum(['off', 'pick', 'browse']),
  picked: z.optional(Picked),
  found: z.optional(z.array(Found)),
  copy: z.optional(
    z.object({
      html: text,
      inner: text,
      lost: z.array(text),
      /** of that, what is lost of what is inside */
      innerLost: z.array(text),
    }),
  ),
});
export type EditState = z.infer<typeof EditState>;

/** What the author did on the page. */
export const EditNews = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('picked'), picked: Picked }),
  /** without `to` it is back where the page has it */
  z.object({
    kind: z.literal('moved'),
    picked: Picked,
    to: z.optional(EditTarget),
    position: z.enum(['before', 'after', 'first', 'last']),
  }),
  /** a block was clicked that this change of what is shown put there */
  z.object({ kind: z.literal('chose'), change: z.number() }),
  /** a tool for what is picked is wanted */
  z.object({ kind: z.literal('tool'), tool: z.enum(AT_ELEMENT) }),
  /** what is picked was sized there */
  z.object({ kind: z.literal('sized'), sizes: Sizes, media: SizeMedia }),
  /** something of the page lies over what catches the pointer, or no longer */
  z.object({ kind: z.literal('covered'), isCovered: z.boolean() }),
  z.object({ kind: z.literal('undo') }),
  z.object({ kind: z.literal('redo') }),
  z.object({ kind: z.literal('left') }),
  /** picking began on the page itself, which is held as it was */
  z.object({ kind: z.literal('held') }),
]);
export type EditNews = z.infer<typeof EditNews>;
