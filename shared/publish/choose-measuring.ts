// Of what counts, what tells the site's own analytics, what asks, what recommends, what answers by learned numbers and by
// stated ones, a published tag holds what its config uses. The build writes each part behind a comment with its name (snippet/build-measuring.mjs,
// snippet/build-learned.mjs), and what is not asked for is cut out. Pure.

import type { Config } from '../schema/config.ts';
import { asksBuyer, asksLearned, asksModel } from './asks-learned.ts';

const PART = /\/\*part (\w+)\*\/(.*?)(?=\/\*part)/gs;
const END = /\/\*part\*\//g;

/** @param tag the source of a tag that measures; of another nothing is changed */
export function chooseMeasuring(
  tag: string,
  config: Pick<Config, 'measure' | 'questions' | 'items' | 'segments' | 'models' | 'buyer'>,
): string {
  const { measure, questions } = config;
  const told = measure?.tell?.map(({ to }) => to) ?? [];
  const used = new Set<string>([
    ...(measure?.ping ? ['counting'] : []),
    ...(questions?.[0] ? ['asking'] : []),
    ...(config.items ? ['suggesting'] : []),
    ...(config.items?.pages ? ['rows'] : []),
    ...(asksLearned(config) ? ['learned'] : []),
    ...(asksModel(config) ? ['model'] : []),
    ...(asksBuyer(config) ? ['buyer'] : []),
    // what tells all of them
    ...(told.length ? ['telling', ...told] : []),
  ]);
  return tag
    .replace(PART, (_all, name: string, text: string) => (used.has(name) ? text : ''))
    .replace(END, '');
}
