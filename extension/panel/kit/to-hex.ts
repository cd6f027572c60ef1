// A colour as a config and a colour field take it. Pages say theirs in any of CSS's ways, and the browser hands newer ones
// out as written (`oklch(…)`, `color(…)`): https://www.w3.org/TR/css-color-4/#resolving-color-values

import { formatHex } from 'culori';

/** @returns "#rrggbb", without what shines through; undefined where it is no colour */
export const toHex = (colour: string | undefined): string | undefined =>
  colour === undefined ? undefined : formatHex(colour);
