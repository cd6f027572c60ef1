// What the script of the first paint hands to the rest of the tag, which is another file and may be of another version.
// Types, and the number by which the two know that they mean the same.

import type { Painted } from '../../shared/dom/painted.ts';
import type { Touches } from '../consent/acted.ts';
import type { Tag } from '../find-tag.ts';
import type { Served } from '../public.ts';
import type { Asked } from './asked.ts';
import type { Decided } from './decided.ts';
import type { Heard } from './ears.ts';
import type { preload } from './preload.ts';

/** Another number: nothing is taken over, and the rest begins by itself. */
export const PROTOCOL = 3;

export interface Handover {
  protocol: number;
  tag: Tag;
  touches: Touches;
  /** The page that was decided for. */
  href: string;
  /** Another tag has asked for the place of this one. */
  isTwice: boolean;
  isOnStandby: boolean;
  /** Missing where all is left to the rest. */
  decided?: Decided | null | undefined;
  painted?: Painted | undefined;
  /** The config, where it is a file of its own and was asked for. */
  config?: Promise<Response> | undefined;
  /** What the rest was asked for by (lines/settings.ts). */
  later?: string | undefined;
  /** Has the browser fetch a file that is imported then. */
  preload: typeof preload;
  /** What `selvedge:consent` has said meanwhile, and whether somebody had touched the page by then. */
  said: [detail: unknown, hasActed: boolean][];
  /** What consent tools have said, where somebody listened: then all that waits for `ready` was told. */
  heard?: Heard | undefined;
  /** Entries of the page's own queue (`selvedge.q`) that nobody has worked off. */
  queue: unknown[];
  /** From now on this one answers what the page asks. @returns what it asked so far */
  serve(rest: Served): Asked[];
}
