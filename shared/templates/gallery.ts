// All templates, in the order in which the gallery shows them.
import { t } from '../words/t.ts';
import { answered } from './answered.ts';
import { arrivals } from './arrival.ts';
import { contexts } from './context.ts';
import { engagement } from './engagement.ts';
import { friction } from './friction.ts';
import { interests } from './interests.ts';
import { learned } from './learned.ts';
import { purchases } from './purchases.ts';
import { stated } from './stated.ts';
import type { Template } from './template.ts';
import { visits } from './visits.ts';

export const GALLERY: readonly Template[] = [
  ...visits,
  ...arrivals,
  ...engagement,
  ...interests,
  ...purchases,
  ...learned,
  ...friction,
  ...contexts,
  ...stated,
  ...answered,
];

/** @throws RangeError on an id that is not in the gallery */
export function getTemplate(id: string): Template {
  const found = GALLERY.find((template) => template.id === id);
  if (!found)
    throw new RangeError(t`No template "${id}". There are: ${GALLERY.map((one) => one.id).join(', ')}.`);
  return found;
}
