// What an author knows of their site's visitors, asked once and kept for it: a plan is made of nothing else.

import * as z from 'zod/mini';
import { type Stored, stored } from '../../wire/stored.ts';

const share = z.record(z.string(), z.number().check(z.gt(0), z.maximum(1)));

const Pace = z.object({
  /** of an experience's pages, a day */
  visitors: z.record(z.string(), z.number().check(z.positive())),
  /** of a goal: the share of the visitors who reach it now */
  rates: share,
  /** of a segment: the share of the visitors who are in it */
  segments: share,
});
export type Pace = z.infer<typeof Pace>;

export const NO_PACE: Pace = { visitors: {}, rates: {}, segments: {} };

/** @param origin of the site: "https://shop.example" */
export const paceOf = (origin: string): Stored<Pace> => stored(`pace:${origin}`, 1, Pace);
