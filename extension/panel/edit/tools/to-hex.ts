// A colour as a colour field wants it. Pages say theirs in any of CSS's ways, and the browser hands newer ones out as written
// (`oklch(…)`, `color(…)`): https://www.w3.org/TR/css-color-4/#resolving-color-values

import { formatHex } from 'culori';

/** @returns "#rrggbb", without what shines through; black where it is no colour */
export const toHex = (color: string): string => formatHex(color) ?? '#000000';
