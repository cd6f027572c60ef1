// Gives a config that came out of a tag back what tags leave out (names, fingerprints, what is not live), as far as
// the author's own last published one knows it.

import { trimConfig } from '../../../shared/publish/bundle.ts';
import type { Config } from '../../../shared/schema/config.ts';
import { isSame } from './is-same.ts';

/** Whether two configs are the same to a page. */
export const isSameToPages = (a: Config, b: Config): boolean => {
  const plain = (config: Config) => ({ ...trimConfig(config), revision: 0 });
  return isSame(plain(a), plain(b));
};

export function restoreConfig(trimmed: Config, known: Config): Config {
  const knownTrimmed = trimConfig(known);
  const experiences = trimmed.experiences.map((one) => {
    const full = known.experiences.find(({ id }) => id === one.id);
    if (!full) return one;
    if (
      isSame(
        { ...one, name: '' },
        knownTrimmed.experiences.find(({ id }) => id === one.id),
      )
    )
      return full;
    const variants = one.variants.map((variant) => ({
      ...variant,
      name: full.variants.find(({ id }) => id === variant.id)?.name ?? variant.name,
    }));
    return { ...one, name: full.name, variants };
  });
  return {
    ...trimmed,
    segments: trimmed.segments.map((one) => {
      const full = known.segments.find(({ id }) => id === one.id);
      return full?.description === undefined ? one : { ...one, description: full.description };
    }),
    ...(trimmed.goals && {
      goals: trimmed.goals.map((one) => ({
        ...one,
        name: known.goals?.find(({ id }) => id === one.id)?.name ?? one.name,
      })),
    }),
    ...(trimmed.questions && {
      questions: trimmed.questions.map((one) => ({
        ...one,
        name: known.questions?.find(({ id }) => id === one.id)?.name ?? one.name,
      })),
    }),
    // what was not live is in no tag: it is still ours
    experiences: [
      ...experiences,
      ...known.experiences.filter(
        ({ id, status }) => status !== 'live' && !experiences.some((one) => one.id === id),
      ),
    ],
  };
}
