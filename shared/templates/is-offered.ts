// Whether a config holds what a template asks of it: what was learned, or a question. Without that nobody would ever be in
// such a segment, and publishing refuses it.

import type { Config } from '../schema/config.ts';
import type { Template } from './template.ts';

const HELD: Record<string, (config: Config) => boolean> = {
  personas: ({ personas }) => personas !== undefined,
  value: ({ value }) => value !== undefined,
  spend: ({ value }) => value?.spend !== undefined,
  questions: ({ questions = [] }) => questions.some(({ answer }) => answer.kind === 'choice'),
};

/** What a config holds, and no site sends. */
export const IN_CONFIG: readonly string[] = Object.keys(HELD);

export const isOffered = ({ needs }: Pick<Template, 'needs'>, config: Config | undefined): boolean =>
  needs.every((need) => !HELD[need] || (config !== undefined && HELD[need](config)));
