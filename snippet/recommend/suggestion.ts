// What a page asks for that draws its own cards, and is answered. Types only: they stand in the package, too
// (`selvedge/global`), and ask for no others.

/** As a change of the kind `recommend` says it. */
export interface Wish {
  /** Where items come from, in this order, until there are enough. */
  from: ('similar' | 'together' | 'trending' | 'viewed' | 'again')[];
  /** How many. */
  count: number;
  /** With fewer there are none; 1 where nothing is said. */
  least?: number | undefined;
  /** What is left out; without it `this`, `bought` and `basket`. */
  without?: ('this' | 'viewed' | 'bought' | 'basket')[] | undefined;
  /** Only what was bought within this time is left out as bought, such as `90d`. */
  boughtWithin?: string | undefined;
  /** Only items of which this is known: `{ price: { $lte: 200 } }`. */
  where?: { [fact: string]: unknown } | undefined;
  /** So many of one group at most. */
  perGroup?: number | undefined;
}

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
