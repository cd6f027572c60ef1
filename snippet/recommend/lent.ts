// What the file of lists has of the tag, and not of its own: nothing of it is loaded twice, and the browser's functions are
// as they were when the tag began. The build reads it from here wherever that file would have it
// (build-beside.mjs), behind the version in the order of the imports.

import { findMeant } from '../../shared/dom/find.ts';
import {
  contains,
  findIn,
  insertBefore,
  isElement,
  isText,
  MutationObserver,
  make,
  matches,
  removeAttribute,
  removeNode,
  setAttribute,
} from '../../shared/dom/native.ts';
import { readPath } from '../../shared/engine/address.ts';
import { holds, isReadable } from '../../shared/engine/predicate.ts';
import { ms } from '../../shared/grammar/duration.ts';

declare const VERSION: string;

export const lent = [
  VERSION,
  findMeant,
  contains,
  findIn,
  insertBefore,
  isElement,
  isText,
  MutationObserver,
  make,
  matches,
  removeAttribute,
  removeNode,
  setAttribute,
  readPath,
  holds,
  isReadable,
  ms,
] as const;
