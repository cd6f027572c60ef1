// What is told of the file of items that was written: what the one before it knew of items and it does not, and which files
// in its folder no config names any more. Nothing is deleted: a page that is still open may ask for them.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { findLost, type ItemFact } from '../../shared/items/find-lost.ts';
import { ITEMS_FILE } from '../../shared/items/items-file.ts';
import { openItems } from '../../shared/items/open-items.ts';
import { unpackItems } from '../../shared/items/unpack-items.ts';
import { PARTS, type PartName } from '../../shared/learn/parts.ts';
import { times, whole } from '../../shared/learn/times.ts';
import { MOST_CHARACTERS } from '../../shared/schema/limits.ts';
import { readItems } from '../advise-items.ts';

const FACTS: Record<ItemFact, string> = {
  named: 'a name and an address',
  image: 'a picture',
  price: 'a price',
  group: 'a group',
};

const OTHERS = PARTS.filter((part: PartName) => part !== 'items').join(',');

export interface Written {
  name: string;
  text: string;
}

/** Of the run that wrote it. */
export interface Told {
  /** the file of items that the config named until now */
  before: string | undefined;
  /** the config names the new one now */
  isInto: boolean;
  /** where the file was written, and last where the config lies */
  folders: readonly string[];
  cwd: string;
}

function tellLost({ name, text }: Written, { before = name, isInto, folders, cwd }: Told): string {
  const known = readItems(before, resolve(cwd, folders.at(-1) ?? ''));
  const now = openItems(unpackItems(text));
  if (before === name || !known || !now) return '';
  const lost = findLost(known, now).map(
    ({ fact, had, of, has, ofNow }) =>
      `${FACTS[fact]} of ${whole(had)} of ${times(of, 'item', 'items')}, now of ${whole(has)} of ${whole(ofNow)}`,
  );
  if (lost.length === 0) return '';
  const back = isInto
    ? `, or write "items": { "file": "${before}" } into the config again`
    : '; until then leave the config as it is';
  return `${name} knows less of items than ${before}, which the config named until now: that said ${lost.join('; ')}. Lists show no item without a name and an address. Learn again with --catalog FILE, which says them${back}. Where this export says nothing of items, leave them out: --what ${OTHERS}.\n`;
}

/** What may be a config, each as a text. */
function textsIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((one) => one.isFile() && one.name.endsWith('.json'))
    .map(({ name }) => join(folder, name))
    .filter((path) => statSync(path).size <= 4 * MOST_CHARACTERS)
    .map((path) => readFileSync(path, 'utf8'));
}

function tellUnnamed({ name }: Written, { folders, cwd }: Told): string {
  const all = [...new Set(folders)];
  try {
    const told = all.flatMap((folder) => textsIn(resolve(cwd, folder))).join('\n');
    const old = all.flatMap((folder) =>
      readdirSync(resolve(cwd, folder))
        .filter((one) => ITEMS_FILE.test(one) && one !== name && !told.includes(one))
        .map((one) => join(folder, one)),
    );
    if (old.length === 0) return '';
    return `Not needed any more, as no config beside them names them: ${old.sort().join(', ')}. Take them away; on your site, once no browser keeps a tag that asks for them.\n`;
  } catch {
    // of what cannot be read nobody knows what it names
    return '';
  }
}

/** @returns sentences, or nothing */
export const tellItems = (written: Written, told: Told): string =>
  // what may be wanted back is not said to be needed no more
  tellLost(written, told) || tellUnnamed(written, told);
