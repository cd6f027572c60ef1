// Of recommended items what a tag holds whose config names a file of them: lists are found in a variant, and what the page
// asks for itself is answered. What chooses and draws is a file of its own (main.ts).

import { listsAsBlocks } from '../../shared/page/list-as-block.ts';
import type { Config } from '../../shared/schema/config.ts';
import type { Recommend } from './main.ts';
import type { Suggestion, Wish } from './suggestion.ts';

const FILE = 'selvedge-recommend.js';

export const suggesting = {
  place: listsAsBlocks,
  file: ({ shape }: { shape: string }) => (shape === 'list' ? FILE : undefined),
  /** @param load loads a file beside the tag */
  async recommend(
    { items, hosts = [] }: Pick<Config, 'items' | 'hosts'>,
    wish: Wish,
    load: (file: string) => Promise<unknown>,
    refuse: (message: string) => void,
  ): Promise<Suggestion[]> {
    const { recommend } = (await load(FILE)) as { recommend: Recommend };
    return recommend(wish, `${items?.file}`, hosts, refuse);
  },
};
