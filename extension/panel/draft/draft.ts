// The author's unpublished config of one site, and how it came about: what can be undone, redone and gone back to.
//
// Pure: takes a draft, answers the next one. Undo and redo are immer's patches, so they survive a restart of the
// panel as plain JSON; the oldest steps fall off after MOST_STEPS.

import { applyPatches, enablePatches, type Patch, produceWithPatches } from 'immer';
import type { Config } from '../../../shared/schema/config.ts';
import { keysOf } from './keys-of.ts';

enablePatches();

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

export const MOST_STEPS = 100;
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

/** What is typed within this time is one step: it is not undone letter by letter. */
const TOGETHER_MS = 1500;

/**
 * @param what in words
 * @param change edits the config in place, as immer has it
 * @param isTyping the same words shortly after each other are one step
 */
export function editDraft(
  draft: Draft,
  what: string,
  change: (config: Config) => void,
  now: number,
  isTyping = false,
): Draft {
  const [config, redo, undo] = produceWithPatches(draft.config, (next) => {
    change(next);
  });
  if (!redo.length) return draft;
  const last = draft.past.at(-1);
  const isSame =
    isTyping &&
    last !== undefined &&
    last.what === what &&
    now - last.at < TOGETHER_MS &&
    !draft.future.length;
  const step: Step = isSame
    ? { what, at: now, redo: [...last.redo, ...redo], undo: [...undo, ...last.undo] }
    : { what, at: now, redo, undo };
  const past = [...(isSame ? draft.past.slice(0, -1) : draft.past), step].slice(-MOST_STEPS);
  return { ...draft, config, past, future: [], changedAt: now };
}

export function undoDraft(draft: Draft, now: number): Draft {
  const step = draft.past.at(-1);
  if (!step) return draft;
  return {
    ...draft,
    config: applyPatches(draft.config, step.undo),
    past: draft.past.slice(0, -1),
    future: [...draft.future, step],
    changedAt: now,
  };
}

export function redoDraft(draft: Draft, now: number): Draft {
  const step = draft.future.at(-1);
  if (!step) return draft;
  return {
    ...draft,
    config: applyPatches(draft.config, step.redo),
    past: [...draft.past, { ...step, at: 0 }],
    future: draft.future.slice(0, -1),
    changedAt: now,
  };
}

export const nameVersion = (draft: Draft, name: string, now: number, said: Said = {}): Draft => ({
  ...draft,
  versions: [{ name, at: now, config: draft.config, ...said }, ...draft.versions].slice(0, MOST_VERSIONS),
});

/** @param note empty: none */
export function noteNext(draft: Draft, note: string, now: number): Draft {
  const { note: _before, ...rest } = draft;
  return { ...rest, ...(note && { note }), changedAt: now };
}

/** Goes back to another config as one step that can be undone like any other. */
export const replaceConfig = (draft: Draft, what: string, config: Config, now: number): Draft =>
  editDraft(
    draft,
    what,
    (next) => {
      for (const key of keysOf(next)) if (!(key in config)) Reflect.deleteProperty(next, key);
      Object.assign(next, structuredClone(config));
    },
    now,
  );
