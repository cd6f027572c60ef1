// Gives a config that came out of a tag back what tags leave out (names, fingerprints, what is not live), as far as
// the author's own last published one knows it.

import { trimConfig } from '../../../shared/publish/bundle.ts';
import type { Config } from '../../../shared/schema/config.ts';
import type { Model } from '../../../shared/schema/model.ts';
import { isSame } from './is-same.ts';

/** Whether two configs are the same to a page. */
export const isSameToPages = (a: Config, b: Config): boolean => {
  const plain = (config: Config) => ({ ...trimConfig(config), revision: 0 });
  return isSame(plain(a), plain(b));
};

/** What was learned and what a site states, as far as no segment asks for it: tags leave it out. */
function restoreLearned(trimmed: Config, known: Config, knownTrimmed: Config): Config {
  const isOurs = (one: Model) => !knownTrimmed.models?.some(({ id }) => id === one.id);
  const live = trimmed.models?.map((one) => ({
    ...one,
    name: known.models?.find(({ id }) => id === one.id)?.name ?? one.name,
  }));
  const models = [
    ...(live ?? []),
    ...(known.models?.filter((one) => isOurs(one) && !live?.some(({ id }) => id === one.id)) ?? []),
  ];
  return {
    ...(known.personas && !knownTrimmed.personas && { personas: known.personas }),
    ...(known.value && !knownTrimmed.value && { value: known.value }),
    ...(known.buyer && !knownTrimmed.buyer && { buyer: known.buyer }),
    ...trimmed,
    ...(models.length && { models }),
  };
}

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
    ...restoreLearned(trimmed, known, knownTrimmed),
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
