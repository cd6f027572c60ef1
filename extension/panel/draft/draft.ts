// The author's unpublished config of one site, and how it came about: what can be undone, redone and gone back to.
//
// Pure: takes a draft, answers the next one. How its config changes, step by step, is in steps.ts.

import type { Patch } from 'immer';
import type { Config } from '../../../shared/schema/config.ts';

export interface Step {
  /** what was done, for the tooltip: "Text of the heading changed" */
  what: string;
  at: number;
  redo: Patch[];
  undo: Patch[];
}
/** Who made a version, and what for, as they say it themselves: for people to read, in no config. */
export interface Said {
  by?: string;
  note?: string;
}
export interface Version extends Said {
  name: string;
  /** ms since epoch */
  at: number;
  config: Config;
}
export interface Draft {
  config: Config;
  past: Step[];
  future: Step[];
  /** newest first */
  versions: Version[];
  /** what was live when this draft began or was last published; undefined when nothing was */
  base?: Config;
  /** the base came out of a tag, which leaves out names, fingerprints and what is not live */
  isTrimmed?: boolean;
  /** ids of the experiences that were live when everything was stopped last */
  stopped?: string[];
  /** what the author notes for the version that is published next */
  note?: string;
  changedAt: number;
}

export const MOST_VERSIONS = 30;

export const emptyConfig = (site: string): Config => ({
  version: 1,
  site,
  revision: 1,
  segments: [],
  experiences: [],
});

/** @param now ms since epoch */
export const startDraft = (config: Config, base: Config | undefined, now: number): Draft => ({
  config,
  past: [],
  future: [],
  versions: [],
  ...(base && { base }),
  changedAt: now,
});

export const nameVersion = (draft: Draft, name: string, now: number, said: Said = {}): Draft => ({
  ...draft,
  versions: [{ name, at: now, config: draft.config, ...said }, ...draft.versions].slice(0, MOST_VERSIONS),
});

/** @param note empty: none */
export function noteNext(draft: Draft, note: string, now: number): Draft {
  const { note: _before, ...rest } = draft;
  return { ...rest, ...(note && { note }), changedAt: now };
}
