// What the panel and the stage say to each other while an author picks what should be clicked or sent more often; part
// of the maps in wire/calls.ts and wire/news.ts.

import * as z from 'zod/mini';
import { EditTarget } from './edit-shapes.ts';

const text = z.string();

const Act = z.enum(['click', 'submit']);
/** What visitors do to an element: a link or button is clicked, a form is sent. */
export type Act = z.infer<typeof Act>;

/** An element that the author chose for a goal. */
export const GoalPick = z.object({
  act: Act,
  /** in words: "button “Add to basket”" */
  says: text,
  /** what it says itself; empty where it says nothing */
  label: text,
  /** this one alone, the best way first; then, where there are others like it, all of them. Empty: see `refused` */
  choices: z.array(z.object({ target: EditTarget, stability: z.number(), count: z.number() })),
  refused: z.optional(text),
});
export type GoalPick = z.infer<typeof GoalPick>;

export const GoalOrder = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('pick'), act: Act }),
  /** to the next of what can be picked, or the one before */
  z.object({ kind: z.literal('step'), by: z.union([z.literal(-1), z.literal(1)]) }),
  /** picks where the steps have led */
  z.object({ kind: z.literal('take') }),
  z.object({ kind: z.literal('end') }),
]);
export type GoalOrder = z.infer<typeof GoalOrder>;

export const GoalState = z.object({
  /** where the steps have led, in words */
  at: z.optional(text),
  picked: z.optional(GoalPick),
});
export type GoalState = z.infer<typeof GoalState>;

/** What the author did on the page. */
export const GoalNews = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('picked'), picked: GoalPick }),
  z.object({ kind: z.literal('left') }),
]);
