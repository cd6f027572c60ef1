// Of recommended items what a tag holds whose config names a file of them: lists are found in a variant, what comes too late
// is said, and what the page asks for itself is answered. What chooses and draws is a file of its own (main.ts).

import type { Draw } from '../../shared/dom/block/draw.ts';
import type { PlaceableVariant } from '../../shared/page/ask-as-block.ts';
import { knownFrom, listsAsBlocks } from '../../shared/page/list-as-block.ts';
import { wantsLists } from '../../shared/page/wants-lists.ts';
import type { Config } from '../../shared/schema/config.ts';
import type { Details } from '../events.ts';
import { createKeeping } from './keeping.ts';
import type { KeepRows, Now } from './keeping-rows.ts';
import type { Recommend } from './main.ts';
import type { Suggesting } from './suggestion.ts';

const FILE = 'selvedge-recommend.js';
const keeping = createKeeping(FILE);

/** Experiences whose list came too late on this page: that is said with the exposure. */
function createLate() {
  const late = new Set<string>();
  return {
    clear: () => late.clear(),
    /** Lets what draws say it: but where something else of the experience was seen, that was its exposure. */
    lend(
      given: Parameters<Draw>,
      isTold: (experience: string) => boolean,
      shown: (experience: string) => void,
      isGiven: (experience: string) => boolean,
    ): Parameters<Draw> {
      given[2].isGiven = isGiven;
      given[2].keep = keeping.createKeep();
      given[2].late = (experience) => {
        if (!isTold(experience)) late.add(experience);
        shown(experience);
      };
      return given;
    },
    say: <E extends Details['exposure']>(exposure: E): E =>
      late.has(exposure.experience) ? { ...exposure, late: true } : exposure,
  };
}
export type Late = ReturnType<typeof createLate>;

/**
 * Lets a page ask for items.
 *
 * @param ask does it once there is a config
 */
export type Serve = (
  api: object,
  door: (act: Suggesting['recommend']) => Suggesting['recommend'],
  ask: <T>(act: (now: Now) => Promise<T>) => Promise<T | undefined>,
  refuse: (message: string) => void,
) => void;

/**
 * @param load loads a file beside the tag
 * @param rows keeps what pages say of their items, where they are known from these
 */
const createServe =
  (load: (file: string) => Promise<unknown>, rows: KeepRows | undefined): Serve =>
  (api, door, ask, refuse) => {
    const recommend: Suggesting['recommend'] = async (wish) =>
      (await ask(async ({ config: { items, hosts = [] } }) => {
        const file = (await load(FILE)) as { recommend: Recommend };
        return file.recommend(Object(wish), `${knownFrom(items)}`, hosts, refuse);
      })) ?? [];
    const served: Suggesting = { recommend: door(recommend) };
    Object.assign(api, served);
    rows?.(() => load(FILE), ask, refuse);
    try {
      // of a tag in two files the first stands there already, and knows nothing of this
      Object.assign(Object(Object(window).selvedge), served);
    } catch {
      // the page has frozen it
    }
  };

/** What the visitor wants none of is another list than the one that is shown, and no other experience. */
const place = <V extends Pick<PlaceableVariant, 'changes'>>(
  config: Pick<Config, 'items'>,
  variant: V,
  read: (kind: 'trait', name: string) => unknown,
): V => listsAsBlocks(config, variant, !wantsLists(read('trait', 'selvedge_off')));

export const suggesting = {
  place,
  file: ({ shape }: { shape: string }) => (shape === 'list' ? FILE : undefined),
  createLate,
  createServe,
  filing: keeping.filing,
};
