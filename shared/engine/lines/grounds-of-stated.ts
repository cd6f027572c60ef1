// What lines hang on where the site may state figures (state-leaf.ts). A part of a tag, as that is.

import { toJson } from '../native.ts';
import type { Profile } from '../profile.ts';

/** What was stated when lines were written: they are written anew once it is another. */
export const groundsOfStated = ({ traits }: Profile): string[] => [toJson(traits)];
