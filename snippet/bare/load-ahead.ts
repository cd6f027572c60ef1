// Asks for what the rest of the tag is going to need, while that is on its way.

import type { Tag } from '../find-tag.ts';
import { preload } from '../now/preload.ts';

const SHOW = 'selvedge-show.js';

let asked: Promise<Response> | undefined;
/** What the config's file answers, where it was asked for. */
export const answered = () => asked;

/** @returns the config's file; undefined where the script element names none */
export function loadAhead({ config, address }: Tag): Promise<Response> | undefined {
  if (asked) return asked;
  // whoever is handed them says what is missing
  const leave = () => {};
  if (address) preload(new URL(SHOW, address).href).catch(leave);
  asked = config ? fetch(config) : undefined;
  asked?.catch(leave);
  return asked;
}
