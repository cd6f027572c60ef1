// Which element a change is about: `css` finds it, `text` confirms it, `within` walks into open shadow roots.
//
// Some elements are never edited, however the config came about (docs/CHANGES.md, "Target").

import * as z from 'zod';
import { REFUSED_ELEMENTS } from '../grammar/allowed.ts';
import { t } from '../words/t.ts';
import { decodeCss } from './css-text.ts';
import { fields } from './fields.ts';
import { type Refusal, refusing } from './problem.ts';
import { readSelector } from './selector.ts';

const SECRET =
  /^(new-|current-)?password$|^cc-|card-?_?(number|no|cvc|cvv)|cardnumber|^cvc$|^cvv$|security-?code/i;
const SELECTOR_HELP = t`Write a CSS selector such as "h1.hero" or "#offer > p".`;

export function findInSelector(css: string): Refusal[] {
  const reading = readSelector(css);
  if ('problem' in reading) {
    return [{ problem: t`"${css}" is no CSS selector: ${reading.problem}`, remedy: SELECTOR_HELP }];
  }
  return [];
}

function findInTargetSelector(css: string): Refusal[] {
  const refused = findRefused(css);
  if (!refused) return findInSelector(css);
  return [
    {
      problem: t`${refused} must not be changed`,
      remedy: t`Choose an element of the visible page, such as a heading, a paragraph or an image.`,
    },
  ];
}

/** @returns what this selector could find that no change may touch, in words */
export function findRefused(css: string): string | undefined {
  const reading = readSelector(css);
  if ('problem' in reading) return undefined;
  for (const subject of reading.subjects) {
    const type = subject.type && decodeCss(subject.type).toLowerCase();
    if (type && REFUSED_ELEMENTS.includes(type)) return `<${type}>`;
    for (const { name, value } of subject.attributes) {
      const read = decodeCss(value ?? '');
      const isSecret = ['type', 'autocomplete', 'name', 'id'].includes(name) && SECRET.test(read);
      if (isSecret) return t`a password or card field`;
    }
    for (const inside of subject.inside) {
      const found = findRefused(inside);
      if (found) return found;
    }
  }
  return undefined;
}

/** What the extension remembers of a picked element, to find it again after a redesign. The page ignores it. */
export const Print = fields({
  tag: z.string(),
  role: z.string().optional(),
  text: z.string().optional(),
  /** 0-based place among siblings of the same tag, from the root down. */
  position: z.array(z.number().int().nonnegative()).optional(),
  attributes: z.record(z.string(), z.string()).optional(),
}).meta({ description: 'A fingerprint written by the extension, so that a drifted selector can be healed.' });
export type Print = z.infer<typeof Print>;

const target = <T extends z.ZodType<string>>(css: T) =>
  fields({
    css: css.describe('A CSS selector; every element it finds (at most 100) is meant.'),
    text: z.string().optional().describe('Only elements whose text (spaces collapsed) equals this.'),
    within: z
      .array(z.string().superRefine(refusing(findInSelector)))
      .optional()
      .describe('Selectors of the hosts of open shadow roots to walk into, outermost first.'),
    print: Print.optional(),
  });

/** An element that a change edits. */
export const Target = target(z.string().superRefine(refusing(findInTargetSelector))).meta({ id: 'Target' });
export type Target = z.infer<typeof Target>;

/** An element that is only watched. */
export const WatchedTarget = target(z.string().superRefine(refusing(findInSelector))).meta({
  id: 'WatchedTarget',
});
