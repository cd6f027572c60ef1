// Asks for a picture before its element is there, so that it can be painted with it.

import { Image } from '../../shared/dom/native.ts';
import type { ChangeOf } from '../../shared/schema/change.ts';

/** @returns what must be kept for as long as it is wanted */
export function askPicture({ src, srcset }: ChangeOf<'image'>): HTMLImageElement {
  const picture = new Image();
  if (srcset) picture.srcset = srcset;
  picture.src = src;
  return picture;
}
