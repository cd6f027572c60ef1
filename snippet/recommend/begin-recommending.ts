// Recommending, where this tag holds it.

import type { Draw } from '../../shared/dom/block/draw.ts';
import type { PlaceableVariant } from '../../shared/page/ask-as-block.ts';
import type { Config } from '../../shared/schema/config.ts';
import type { Variant } from '../../shared/schema/experience.ts';
import { loadBeside } from '../beside.ts';
import type { Details } from '../events.ts';
import { attempt } from '../native.ts';
import { needed } from '../needed.ts';
import type { Suggesting } from './suggestion.ts';

/** Finds the lists of a variant that show recommended items. */
export const findLists = <V extends Variant | PlaceableVariant>(
  config: Pick<Config, 'items'>,
  variant: V,
): V => (needed.suggesting?.place(config, variant as PlaceableVariant) as V | undefined) ?? variant;

/** The file that draws them. */
export const listFile = (block: { shape: string }): string | undefined => needed.suggesting?.file(block);

/** Experiences whose list came too late on this page: that is said with the exposure. */
export const createLate = () => {
  const late = new Set<string>();
  return {
    add: (experience: string) => void late.add(experience),
    clear: () => late.clear(),
    /** Lets what draws say it: but where something else of the experience was seen, that was its exposure. */
    lend(
      given: Parameters<Draw>,
      isTold: (experience: string) => boolean,
      shown: (experience: string) => void,
    ): Parameters<Draw> {
      given[2].late = (experience) => {
        if (!isTold(experience)) late.add(experience);
        shown(experience);
      };
      return given;
    },
    say: <E extends Details['exposure']>(exposure: E): E =>
      late.has(exposure.experience) ? { ...exposure, late: true } : exposure,
  };
};

/**
 * Lets a page ask for items, where something is known of them.
 *
 * @param ask does it once there is a config
 */
export function serveSuggestions(
  api: object,
  door: (act: Suggesting['recommend']) => Suggesting['recommend'],
  ask: <T>(act: (now: { config: Config }) => Promise<T>) => Promise<T | undefined>,
  refuse: (message: string) => void,
): void {
  const { suggesting } = needed;
  if (!suggesting) return;
  const recommend: Suggesting['recommend'] = async (wish) =>
    (await ask(({ config }) => suggesting.recommend(config, Object(wish), loadBeside, refuse))) ?? [];
  const served: Suggesting = { recommend: door(recommend) };
  Object.assign(api, served);
  // of a tag in two files the first stands there already, and knows nothing of this
  attempt(() => Object.assign(Object(Object(window).selvedge), served), undefined);
}
