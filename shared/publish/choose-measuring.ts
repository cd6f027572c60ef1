// Of the ways in which a site's own analytics can be told, a published tag holds those that its config uses. The build
// writes each behind a comment with its name (snippet/build-tag.mjs), and what is not asked for is cut out. Pure.

import type { Config } from '../schema/config.ts';

const WAY = /\/\*tell (\w+)\*\/(.*?)(?=\/\*tell)/gs;
/** What tells all of them. */
const CORE = 'core';
const END = '/*tell*/';

/** @param tag the source of a tag that counts; of another nothing is changed */
export function chooseTells(tag: string, { measure }: Pick<Config, 'measure'>): string {
  const asked = measure?.tell?.map(({ to }) => to) ?? [];
  const used = new Set<string>(asked.length ? [CORE, ...asked] : []);
  return tag
    .replace(WAY, (_all, name: string, text: string) => (used.has(name) ? text : ''))
    .replace(END, '');
}
