// Where the other files of a tag in two are. For `data-config` another file stands in this one's place (bare/find-beside.ts).

import type { Tag } from '../find-tag.ts';
import { preload } from './preload.ts';
import { readSettings } from './start.ts';

export const FILES = { later: 'selvedge-later.js', listen: 'selvedge-listen.js' };

/** Where one of them is to be had beside this one, when it may be had. */
export async function findBeside(
  file: keyof typeof FILES,
  table: string,
  { address }: Tag,
  isAgain?: boolean,
): Promise<string> {
  const { later, integrity } = readSettings(table);
  // a fragment makes it another module of the same file
  const name = `${FILES[file]}${later ? `?${later}` : ''}${isAgain ? '#again' : ''}`;
  // beside this script, which `import()` knows by itself, and a link does not
  const from = address ? new URL(name, address).href : `./${name}`;
  if (address || integrity) await preload(from, integrity?.[file]);
  return from;
}
