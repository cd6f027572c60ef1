// Puts what was learned into a config's file, and says what that changes.

import type { LearnedConfig } from '../../shared/learn/learn.ts';
import { putLearned } from '../../shared/learn/put-learned.ts';
import type { Config } from '../../shared/schema/config.ts';

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
  const before: Record<string, unknown> = JSON.parse(text.replace(/^\ufeff/, ''));
  const { segments: found = [], personas } = learned;
  const { segments, personas: groups, models } = config;
  const after: Record<string, unknown> = {
    ...putLearned(
      { ...before, segments, ...(groups && { personas: groups }), ...(models && { models }) },
      learned,
    ),
    revision: config.revision + 1,
  };
  const changes = Object.keys(after).flatMap((field) => {
    const [was, is] = [JSON.stringify(before[field]), JSON.stringify(after[field])];
    if (was === is) return [];
    // each of them is long
    if (field === 'segments') return [`segments: ${found.map(({ id }) => id).join(', ')} made anew`];
    if (field === 'personas') return [`personas: ${personas?.groups.length} groups made anew`];
    if (field === 'models')
      return [`models: that of ${learned.models?.map(({ goal }) => goal).join(', ')} made anew`];
    return [was === undefined ? `${field}: ${is}` : `${field}: ${was} becomes ${is}`];
  });
  return { text: `${JSON.stringify(after, null, indentOf(text))}\n`, changes };
}
