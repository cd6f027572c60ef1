// Puts what was learned into a config, and says what that changes.

import type { LearnedConfig } from '../../shared/learn/learn.ts';
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
  const after: Record<string, unknown> = { ...before, ...learned, revision: config.revision + 1 };
  const changes = Object.keys(after).flatMap((field) => {
    const [was, is] = [JSON.stringify(before[field]), JSON.stringify(after[field])];
    return was === is ? [] : [was === undefined ? `${field}: ${is}` : `${field}: ${was} becomes ${is}`];
  });
  return { text: `${JSON.stringify(after, null, indentOf(text))}\n`, changes };
}
