// What an experience and its variant are called, wherever only their ids are at hand.

import type { Config } from '../../../shared/schema/config.ts';
import { t } from '../../../shared/words/t.ts';
import { toName } from './to-name.ts';

interface Ids {
  experience: string;
  /** without one, the original */
  variant: string | undefined;
}

/** An id said like a name where the config is not known, has not got it (any more), or was published without names. */
export const nameOfExperience = (config: Config | undefined, id: string): string =>
  config?.experiences.find((one) => one.id === id)?.name || toName(id);

/** "Hero: For readers" */
export function nameOfVariant(config: Config | undefined, { experience, variant }: Ids): string {
  const arms = config?.experiences.find((one) => one.id === experience)?.variants;
  const arm =
    variant === undefined
      ? t`the original (held out)`
      : arms?.find((one) => one.id === variant)?.name || toName(variant);
  return `${nameOfExperience(config, experience)}: ${arm}`;
}
