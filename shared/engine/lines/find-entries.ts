// Which experiences of the table are for a page that is being opened.

import { fitsPages, type PageAddress } from '../glob.ts';
import { parseJson } from '../native.ts';
import type { Entry } from './entry.ts';
import { EVERYWHERE, findLines, folderOf } from './table.ts';

/** The experiences of a page, in the config's order. */
export function findEntries(table: string, page: PageAddress): Entry[] {
  const found = [folderOf(page.path), EVERYWHERE].flatMap((key) =>
    findLines(table, key).map((json) => parseJson(json) as Entry),
  );
  return found.filter(([, , pages]) => fitsPages(pages, page)).sort(([a], [b]) => a - b);
}
