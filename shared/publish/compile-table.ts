// Makes of a config the table that a page reads before its first paint: a line for each thing, found by its key.

import type { Prepared } from '../dom/prepared.ts';
import { compile } from '../engine/compile.ts';
import { findLeaves } from '../engine/lines/answers.ts';
import { changesKey } from '../engine/lines/entry.ts';
import type { Rest } from '../engine/lines/settings.ts';
import { SETTINGS, writeTable } from '../engine/lines/table.ts';
import { toJson } from '../engine/native.ts';
import { type Place, readAddress } from '../grammar/address.ts';
import { ms } from '../grammar/duration.ts';
import { IN_PAGES } from '../items/item-row.ts';
import type { Change } from '../schema/change.ts';
import type { Config } from '../schema/config.ts';
import { trimConfig } from './bundle.ts';
import { compileChange } from './compile-change.ts';
import { compileEntry } from './compile-entry.ts';
import { compileSegments } from './compile-tree.ts';
import { placesOf } from './places-of.ts';
import { settingsOf } from './settings-of.ts';
import { sharedAspects } from './shared-aspects.ts';

type Row = [key: string, json: string];

const SITE = 'https://site.invalid/';

/** By then a list of recommended items suits nobody any more. */
const MOST_AGE = ms('30d');

/** Addresses as they are on the site itself. */
function placeOf({ site, hosts = [] }: Config): Place {
  const base = `https://${site}/`;
  const own = readAddress(base, SITE)?.host;
  return { base: own ? base : SITE, own: own ?? '', hosts: hosts.map((host) => host.toLowerCase()) };
}

/**
 * @param config one that checkConfig found fit
 * @param rest the file of the rest, by what it holds
 */
export function compileTable(config: Config, rest?: Rest): string {
  const live = trimConfig(config);
  const program = compile(live);
  const place = placeOf(live);
  const { items, privacy } = live;
  // what is forgotten is not shown, either
  const lists = items && {
    file: items.file ?? IN_PAGES,
    most: Math.min(ms(privacy?.retention ?? '180d'), MOST_AGE),
  };
  const owns = sharedAspects(
    live.experiences.flatMap(({ variants }) => variants.flatMap(({ changes }) => changes)),
  );
  const prepare = (change: Change): Prepared | 0 => {
    const prepared = compileChange(change, place, lists);
    const names = owns(change);
    // a change keeps its number, by which problems and exposures name it
    return prepared ? { ...prepared, ...(names[0] && { owns: names }) } : 0;
  };
  const experiences = live.experiences.flatMap((experience, order): Row[] => {
    const entry = compileEntry(program, experience, order);
    if (!entry) return [];
    const { pages, variants } = experience;
    return [
      ...placesOf(pages).map((key): Row => [key, toJson(entry)]),
      ...variants.map(({ changes }, index): Row => [changesKey(order, index), toJson(changes.map(prepare))]),
    ];
  });
  return writeTable([
    [SETTINGS, toJson({ ...settingsOf(live, findLeaves(program)), ...rest })],
    ...compileSegments(program),
    ...experiences,
  ]);
}
