// Puts what was learned into a config's file, and says what that changes.

import type { LearnedConfig } from '../../shared/learn/learn.ts';
import { findStale, putLearned } from '../../shared/learn/put-learned.ts';
import type { Config } from '../../shared/schema/config.ts';
import { sayChanges } from './say-changes.ts';

export interface Merged {
  text: string;
  /** a line for each field that is another now */
  changes: string[];
}

/** The indent that the file has. */
const indentOf = (text: string): string => /^[{[]\r?\n([ \t]+)/.exec(text)?.[1] ?? '  ';

/**
 * @param text of a config that is fit
 * @param config what it holds
 */
export function mergeLearned(text: string, config: Config, learned: LearnedConfig): Merged {
  const before: Config = JSON.parse(text.replace(/^\ufeff/, ''));
  const { segments, personas: groups, models } = config;
  const given = { ...before, segments, ...(groups && { personas: groups }), ...(models && { models }) };
  const after = { ...putLearned(given, learned), revision: config.revision + 1 };
  const { gone, stay } = findStale(given, learned);
  const changes = sayChanges(given, after);
  const told = [
    ...gone.map((id) => `segments: ${id} taken out, as no group is like it now`),
    ...stay.map(
      (id) =>
        `segments: ${id} stays as it was, as something uses it. No group is like it now: give what uses it another segment`,
    ),
  ];
  return { text: `${JSON.stringify(after, null, indentOf(text))}\n`, changes: [...changes, ...told] };
}
