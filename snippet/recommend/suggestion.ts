// What a page asks for that draws its own cards, and is answered. Types only.

import type { ChangeOf } from '../../shared/schema/change.ts';

/** As a change of the kind `recommend` says it. */
export type Wish = Pick<
  ChangeOf<'recommend'>,
  'from' | 'count' | 'least' | 'without' | 'boughtWithin' | 'where' | 'perGroup'
>;

export interface Suggestion {
  id: string;
  name: string;
  url: string;
  /** Where there is one: its address. */
  image?: string;
  price?: number;
}

/** What `window.selvedge` has besides, where the config names `items`. */
export interface Suggesting {
  /** Items that suit this visitor, for pages that draw their own cards; none where there are fewer than the least. */
  recommend(wish: Wish): Promise<Suggestion[]>;
}
