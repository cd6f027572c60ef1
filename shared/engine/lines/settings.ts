// What of a config a page must know before anything is loaded, beside segments and experiences.

import type { Glob } from '../glob.ts';

/** The file of the rest, and the one that listens in its place after a refusal. */
export interface Rest {
  /** names what both hold: they are asked for by that, so that no other is taken */
  later: string;
  /** as the `integrity` of a script element, where the owner wants it: then no other is run */
  integrity?: { later: string; listen: string };
}

export interface Settings extends Partial<Rest> {
  /** names the conditions that have lines */
  rules: string;
  /** missing: required */
  consent?: 'implied';
  /** missing: honour */
  gpc?: 'local' | 'ignore';
  /** the share of visitors who get the original everywhere */
  holdout?: number;
  /** pages whose path names things */
  plain?: Glob[];
  /** What pages are about, where a condition asks a page for it. */
  topics?: [topic: string, pages: Glob[]][];
}
