// Puts what was learned into a config, and says what that changes.

import type { LearnedConfig } from '../../shared/learn/learn.ts';
import type { Config, Segment } from '../../shared/schema/config.ts';

type Groups = NonNullable<Config['personas']>;

/** Groups keep the names that an author gave them. */
const mergePersonas = (known: Groups | undefined, found: Groups): Groups => ({
  ...found,
  groups: found.groups.map((group) => ({
    ...group,
    name: known?.groups.find(({ id }) => id === group.id)?.name ?? group.name,
  })),
});

/** Those of the same id take the place of what was there, under the name that an author gave it. */
function mergeSegments(known: readonly Segment[], found: readonly Segment[]): Segment[] {
  const kept = known.map((one) => {
    const again = found.find(({ id }) => id === one.id);
    return again ? { ...again, name: one.name } : one;
  });
  return [...kept, ...found.filter(({ id }) => !known.some((one) => one.id === id))];
}

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
  const { segments: found = [], personas, ...rest } = learned;
  const segments = mergeSegments(config.segments, found);
  const after: Record<string, unknown> = {
    ...before,
    ...rest,
    ...(personas && { personas: mergePersonas(config.personas, personas) }),
    segments,
    revision: config.revision + 1,
  };
  const changes = Object.keys(after).flatMap((field) => {
    const [was, is] = [JSON.stringify(before[field]), JSON.stringify(after[field])];
    if (was === is) return [];
    // each of them is long
    if (field === 'segments') return [`segments: ${found.map(({ id }) => id).join(', ')} made anew`];
    if (field === 'personas') return [`personas: ${personas?.groups.length} groups made anew`];
    return [was === undefined ? `${field}: ${is}` : `${field}: ${was} becomes ${is}`];
  });
  return { text: `${JSON.stringify(after, null, indentOf(text))}\n`, changes };
}
