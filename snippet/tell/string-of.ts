// An experience and what was given of it in one text, as Google Analytics has it, which cuts texts there.

import type { Given } from './told.ts';

const LONGEST = 100;

export const stringOf = ({ id, arm }: Given): string => `selvedge-${id}-${arm}`.slice(0, LONGEST);
