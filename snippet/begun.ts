// What the script of the first paint has begun on this page, for the rest to go on with. Types only: the tag in one file
// has begun nothing.

import type { Profile } from '../shared/engine/profile.ts';
import type { Program } from '../shared/engine/view.ts';
import type { Keep } from '../shared/page/keep.ts';
import type { Said } from './consent/standing.ts';
import type { Decided } from './now/decided.ts';
import type { PageArrival } from './observe/arrival.ts';
import type { Snapshot } from './remember/snapshot.ts';

/** What the next page reads before its first paint. */
export interface FiledLines {
  /** An event of that name was folded into the profile. */
  happened(name: string): void;
  /** What goes on file with the snapshot, behind all else, as far as it is ready. */
  forNext(): Pick<Snapshot, 'now' | 'left'>;
}

/** A view of a page. */
export interface View {
  at: number;
  /** undefined: nobody knows it any more */
  url: URL | undefined;
  /** How it was come to, as far as somebody knows. */
  came: PageArrival;
  /** What it showed: experience, variant, segment, and so on. */
  exposed: string[];
}

export interface Begun {
  /** The page that was decided for. */
  href: string;
  /** Views of pages that were left before there was anybody to remember them; asked once. */
  leftViews(keep: Keep): View[];
  /** What `selvedge:consent` has said meanwhile, and whether somebody had touched the page by then. */
  said: [detail: unknown, hasActed: boolean][];
  /**
   * What consent tools have said meanwhile, where somebody listened: then all that waits for `ready` was told. Entries of
   * the data layer, whether somebody had touched the page by then, and what says the rest again.
   */
  heard?:
    | { layer: unknown[]; wasActed(states: object): boolean; retell(say: (said: Said) => unknown): void }
    | undefined;
  /** Another tag has asked for its place meanwhile. */
  isTwice: boolean;
  /** `selvedge:standby` was said meanwhile, and not taken back. */
  isOnStandby: boolean;
  decided?: Decided | null | undefined;
  /** Something is on the page: the applier goes on from that. */
  isPainted: boolean;
  /** The config, where it is a file of its own and was asked for. */
  config?: Promise<Response> | undefined;
  /**
   * Missing where no first paint would read it.
   *
   * @param refile asked when more is ready than was written
   */
  fileLines?(program: Program, profile: () => Profile, refile: () => void): FiledLines;
}
