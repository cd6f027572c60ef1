// Whether a config holds what a template asks of it: what was learned, or a question. Without that nobody would ever be in
// such a segment, and publishing refuses it.

import type { Config } from '../schema/config.ts';
import type { Template } from './template.ts';

const HELD: Record<string, (config: Config) => boolean> = {
  personas: ({ personas }) => personas !== undefined,
  value: ({ value }) => value !== undefined,
  spend: ({ value }) => value?.spend !== undefined,
  models: ({ models = [] }) => models.length > 0,
  questions: ({ questions = [] }) => questions.some(({ answer }) => answer.kind === 'choice'),
};

/** What a config holds, and no site sends. */
export const IN_CONFIG: readonly string[] = Object.keys(HELD);

const lacks = (need: string, config: Config | undefined): boolean =>
  HELD[need] !== undefined && !(config !== undefined && HELD[need](config));

/** What of it is missing for these templates, each once. */
export const findLacking = (
  templates: readonly Pick<Template, 'needs'>[],
  config: Config | undefined,
): string[] =>
  IN_CONFIG.filter((need) => lacks(need, config) && templates.some(({ needs }) => needs.includes(need)));

export const isOffered = ({ needs }: Pick<Template, 'needs'>, config: Config | undefined): boolean =>
  !needs.some((need) => lacks(need, config));
