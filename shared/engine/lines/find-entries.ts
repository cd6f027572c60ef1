// Which experiences of the table are for a page that is being opened.

import type { fitsPages, Glob, PageAddress } from '../glob.ts';
import { parseJson } from '../native.ts';
import type { Entry } from './entry.ts';
import { EVERYWHERE, findLines, folderOf } from './table.ts';

/** Patterns that are paths and nothing else; none of them means every page. */
export const isListed = (pages: Glob[], { path }: PageAddress): boolean => !pages[0] || pages.includes(path);

/**
 * The experiences of a page, in the config's order.
 *
 * @param fits `fitsPages`, or `isListed` where that says it all
 */
export function findEntries(table: string, page: PageAddress, fits: typeof fitsPages): Entry[] {
  const found = [folderOf(page.path), EVERYWHERE].flatMap((key) =>
    findLines(table, key).map((json) => parseJson(json) as Entry),
  );
  return found.filter(([, , pages]) => fits(pages, page)).sort(([a], [b]) => a - b);
}
