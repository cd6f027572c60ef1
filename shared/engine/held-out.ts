// Who gets the original everywhere, so that it can be told whether all of it helps: a coin of its own, drawn before and
// apart from those of the experiences.

import { place } from './place.ts';

/** What all experiences of a site together are called where they are counted; no experience may have this id. */
export const EVERYTHING = '*';

/** @param share `measure.holdout` */
export const isHeldOut = (seed: string, share = 0): boolean => place(seed, `${EVERYTHING}/holdout`) < share;
