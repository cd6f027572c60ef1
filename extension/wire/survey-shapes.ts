// What a page has that a playbook can use, as the stage tells the panel; part of the map in wire/calls.ts.

import * as z from 'zod/mini';
import { EditTarget } from './edit-shapes.ts';

const text = z.string();

const Found = z.object({
  target: EditTarget,
  /** what it calls itself, shortened */
  label: text,
  text: text,
  /** only text inside: replacing it loses no element */
  isPlain: z.boolean(),
  href: z.optional(text),
});
export type Found = z.infer<typeof Found>;

/** What the page looks like, as computed: where its main button and its text say so. */
const Looks = z.object({
  /** of the text, and what it stands on */
  text: text,
  ground: text,
  font: text,
  /** of the main button, where it is filled; and of what is written on it */
  accent: z.optional(text),
  onAccent: z.optional(text),
  /** of the button's corners */
  radius: z.optional(text),
});
export type Looks = z.infer<typeof Looks>;

const OwnStep = z.object({
  px: z.number(),
  /** whose it is, or how often it occurs: "--space-4", "heading", "12 times on this page" */
  says: text,
});
export type OwnStep = z.infer<typeof OwnStep>;
const OwnValue = z.object({ says: text, value: text });

/** What a style can take of the page's own. */
const Own = z.object({
  /** of its custom properties */
  colours: z.array(OwnValue),
  spaces: z.array(OwnStep),
  /** of type */
  sizes: z.array(OwnStep),
  corners: z.array(OwnStep),
  fonts: z.array(OwnValue),
});
export type Own = z.infer<typeof Own>;

/** Each where the page has one. */
export const Survey = z.object({
  heading: z.optional(Found),
  /** the first paragraph below the heading */
  lead: z.optional(Found),
  /** what the page would have its visitors press */
  button: z.optional(Found),
  /** the way to the basket */
  basket: z.optional(Found),
  /** a form that asks for an address, such as a newsletter's */
  form: z.optional(Found),
  looks: z.optional(Looks),
  own: z.optional(Own),
  /** edges of the window at which something of the page's own stays, however far one scrolls */
  taken: z.optional(z.array(z.enum(['top', 'bottom']))),
});
export type Survey = z.infer<typeof Survey>;
