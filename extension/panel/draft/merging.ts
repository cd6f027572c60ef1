// Takes what somebody else made into the draft of the site in front, and keeps what both changed until the author
// has decided.

import { effect, signal } from '@preact/signals';
import type { Config } from '../../../shared/schema/config.ts';
import { t } from '../../../shared/words/t.ts';
import { sayProblem } from '../kit/say-problem.ts';
import { whenOver } from '../kit/when-over.ts';
import { type Desk, desk } from './desk.ts';
import { emptyConfig } from './draft.ts';
import { giveNames } from './give-names.ts';
import { launch } from './launch.ts';
import { type Conflict, mergeConfigs } from './merge.ts';
import { openText } from './open-text.ts';
import { restoreConfig } from './restore.ts';
import { replaceConfig } from './steps.ts';

export function createMerging({ origin, changeDraft }: Pick<Desk, 'origin' | 'changeDraft'>) {
  const conflicts = signal<Conflict[]>([]);
  /** As one step that can be undone. @param isTrimmed it came out of a tag, without names */
  const mergeConfig = (config: Config, isTrimmed: boolean, name: string, at = origin.value): Promise<void> =>
    changeDraft((before, now) => {
      const base = before.base ?? emptyConfig(before.config.site);
      const theirs = giveNames(isTrimmed ? restoreConfig(config, base) : config);
      const merged = mergeConfigs(before.base, launch(before, theirs).config, theirs);
      if (origin.value === at) conflicts.value = merged.conflicts;
      return { ...replaceConfig(before, t`Merged ${name}`, merged.config, now), base: theirs };
    }, at);

  /** @returns what was wrong with it */
  async function mergeIn(text: string, name: string): Promise<string | undefined> {
    const at = origin.value;
    const read = await openText(text);
    if (read.kind === 'bad') return read.problems.slice(0, 3).map(sayProblem).join(' ');
    await mergeConfig(read.config, read.isTrimmed, name, at);
    return undefined;
  }

  const keepOurs = (conflict: Conflict): void => {
    conflicts.value = conflicts.value.filter((one) => one !== conflict);
  };
  async function takeTheirs(conflict: Conflict): Promise<void> {
    keepOurs(conflict);
    const { what, takeTheirs: take } = conflict;
    if (take)
      await changeDraft((before, now) => replaceConfig(before, t`Theirs: ${what}`, take(before.config), now));
  }

  /** They are about one site's draft. */
  const forget = () => {
    if (origin.value !== undefined) conflicts.value = [];
  };

  return {
    conflicts,
    mergeConfig,
    mergeIn,
    takeTheirs,
    keepOurs,
    start: (signal: AbortSignal) => whenOver(signal, effect(forget)),
  };
}

/** The panel's own; `main` starts it. */
export const merging = createMerging(desk);
export const { conflicts, mergeConfig, mergeIn, takeTheirs, keepOurs } = merging;
