// Every change of a draft's config is a step that can be undone and redone.
//
// Pure: takes a draft, answers the next one. Undo and redo are immer's patches, so they survive a restart of the
// panel as plain JSON; the oldest steps fall off after MOST_STEPS. The panel opens without it: the first change asks
// for it (edits.ts).

import { applyPatches, enablePatches, produceWithPatches } from 'immer';
import type { Config } from '../../../shared/schema/config.ts';
import type { Draft, Step } from './draft.ts';
import { keysOf } from './keys-of.ts';

enablePatches();

export const MOST_STEPS = 100;

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
