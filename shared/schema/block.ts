// What a block may be: a piece of ours on the page, drawn from fields. What its shape asks for, and what nobody could see,
// use or close, is refused here.

import * as z from 'zod';
import { eachOf, type Words } from '../grammar/words-for.ts';
import { t } from '../words/t.ts';
import { byLanguage } from './by-language.ts';
import { fields } from './fields.ts';
import { type Refusal, refusing } from './problem.ts';

export const Shape = z
  .enum(['banner', 'bar', 'popup', 'slide', 'note', 'card', 'coupon', 'countdown'])
  .describe('What it looks like, and how it behaves.');
export type Shape = z.infer<typeof Shape>;

/** Over the page, at an edge or in the middle of the window. */
export const Spot = z.enum(['top', 'bottom', 'corner', 'centre']);
export type Spot = z.infer<typeof Spot>;

/** Where each shape can be; `placed`: beside or in an element of the page. */
export const PLACES: Record<Shape, readonly (Spot | 'placed')[]> = {
  banner: ['placed', 'top', 'bottom'],
  bar: ['placed', 'top', 'bottom'],
  popup: ['centre'],
  slide: ['corner', 'bottom'],
  note: ['placed', 'corner'],
  card: ['placed', 'corner'],
  coupon: ['placed', 'corner', 'top', 'bottom'],
  countdown: ['placed', 'corner', 'top', 'bottom'],
};

/** Characters: more nobody reads in a block. */
export const MOST_OF = { title: 200, text: 1000, label: 80, code: 40 } as const;

const COLOUR =
  /^(#([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})|[a-z]+|(rgb|hsl)a?\([\d\s.,%/a-z-]+\)|(hwb|lab|lch|oklab|oklch|color|color-mix|light-dark)\([\w\s.,%/#()-]+\)|var\(--[\w-]+(\s*,[\w\s.,%/#()-]+)?\))$/i;

const findInColour = (value: string): Refusal[] =>
  COLOUR.test(value)
    ? []
    : [
        {
          problem: t`"${value}" is no colour`,
          remedy: t`Write one such as "#0b5d3b", or a property of the page: "var(--brand)".`,
        },
      ];

const findInFont = (value: string): Refusal[] =>
  /^[\w\s,"'.-]+$/.test(value) && value.length <= 200
    ? []
    : [
        {
          problem: t`"${value}" is no list of fonts`,
          remedy: t`Write families of the page: "Inter, sans-serif".`,
        },
      ];

const findInRadius = (value: string): Refusal[] =>
  /^(0|\d{1,3}(\.\d+)?(px|rem|em)|var\(--[\w-]+\))$/.test(value)
    ? []
    : [{ problem: t`"${value}" is no radius`, remedy: t`Write one length, such as "8px".` }];

const findTooLong =
  (most: number) =>
  (words: Words): Refusal[] =>
    eachOf(words).flatMap(({ text, path }) =>
      text.length > most
        ? [
            {
              problem: t`${text.length} characters, of at most ${most}`,
              remedy: t`Say it in fewer words.`,
              path,
            },
          ]
        : [],
    );

const Colour = z.string().superRefine(refusing(findInColour));

const Dress = fields({
  colour: Colour.optional().describe('Of the text.'),
  ground: Colour.optional().describe('Behind the text.'),
  accent: Colour.optional().describe(
    'Of the button; what is written on it is black or white, whichever reads better.',
  ),
  font: z.string().superRefine(refusing(findInFont)).optional().describe('Families that the page has.'),
  radius: z
    .string()
    .superRefine(refusing(findInRadius))
    .optional()
    .describe('Of the corners, such as "8px".'),
}).describe('The colours and type of the site; without it the block takes what the page has around it.');

/**
 * @param parts what change.ts has for all kinds
 */
export function blockFields<
  Target extends z.ZodType,
  Position extends z.ZodType,
  T extends z.ZodType<string>,
  H extends z.ZodType,
  S extends z.ZodType,
>({ target, position, text, href, src }: { target: Target; position: Position; text: T; href: H; src: S }) {
  const words = (most: number, what: string) =>
    byLanguage(text)
      .superRefine(refusing(findTooLong(most)))
      .describe(what);
  return {
    shape: Shape,
    place: z
      .union([Spot, fields({ target, position })], {
        error:
          '"top", "bottom", "corner", "centre", or beside an element: { "target": { "css": "main" }, "position": "first" }',
      })
      .describe('Over the page: "top" "bottom" "corner" "centre"; or beside or in an element.'),
    fields: fields({
      title: words(MOST_OF.title, t`What it is about, in a few words.`).optional(),
      text: words(MOST_OF.text, t`What it says; tokens are filled in, lines are kept.`).optional(),
      button: fields({
        label: words(MOST_OF.label, t`What is written on the button.`),
        href,
      })
        .optional()
        .describe('Leads somewhere.'),
      image: fields({
        src,
        alt: byLanguage(text).describe('What it shows, in words; "" where it says nothing.'),
      })
        .optional()
        .describe('A picture.'),
      code: z
        .string()
        .regex(
          new RegExp(`^\\S(.{0,${MOST_OF.code - 2}}\\S)?$`),
          `a code of at most ${MOST_OF.code} characters, such as "TENT10"`,
        )
        .optional()
        .describe('A code that a button copies.'),
      until: z.iso
        .datetime({ offset: true, error: t`a date and time with offset such as "2026-11-27T00:00:00+01:00"` })
        .optional()
        .describe('When it ends: by then it is gone. A countdown counts down to it.'),
    }).describe('What it holds.'),
    dress: Dress.optional(),
    close: z
      .boolean()
      .optional()
      .describe('Can be closed; what is over the page always can, what is in it only with true.'),
  };
}

/** As `blockFields` read it, as far as it is looked at here. */
interface Block {
  shape: Shape;
  place: Spot | object;
  fields: { title?: unknown; text?: unknown; image?: unknown; code?: unknown; until?: unknown };
  close?: boolean | undefined;
}

const sayPlace = (place: string) => (place === 'placed' ? '{ "target": …, "position": … }' : `"${place}"`);

export function findInBlock({ shape, place, fields: held, close }: Block): Refusal[] {
  const found: Refusal[] = [];
  const places = PLACES[shape];
  const at = typeof place === 'string' ? place : 'placed';
  if (!places.includes(at))
    found.push({
      problem:
        at === 'placed' ? t`a ${shape} lies over the page, not in it` : t`a ${shape} is not shown at "${at}"`,
      remedy: t`Write "place": ${places.map(sayPlace).join(' or ')}.`,
      path: ['place'],
    });
  if (close === false && typeof place === 'string')
    found.push({
      problem: t`what lies over the page can always be closed`,
      remedy: t`Take "close" out, or put the block beside an element of the page.`,
      path: ['close'],
    });
  const lacks = (field: string, remedy: string) =>
    found.push({ problem: t`a ${shape} without "${field}"`, remedy, path: ['fields', field] });
  if (shape === 'coupon' && held.code === undefined)
    lacks('code', t`Add the code that it gives: "code": "TENT10".`);
  if (shape === 'countdown' && held.until === undefined)
    lacks('until', t`Add when it ends: "until": "2026-11-27T00:00:00+01:00".`);
  if (held.title === undefined && held.text === undefined)
    found.push({
      problem: t`a block that says nothing`,
      remedy: t`Add "title" or "text": it is also what a screen reader calls the block.`,
      path: ['fields'],
    });
  return found;
}
