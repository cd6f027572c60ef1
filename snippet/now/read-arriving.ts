// The page that is being opened, as its address and the server tell it: what of it would be remembered, and is asked.

import { readPath } from '../../shared/engine/address.ts';
import { fitsPages, readPageAddress } from '../../shared/engine/glob.ts';
import type { Arriving } from '../../shared/engine/lines/remembered.ts';
import type { Settings } from '../../shared/engine/lines/settings.ts';
import type { Props } from '../../shared/schema/props.ts';
import type { ReadOwn } from './parts.ts';
import { findPaths } from './paths.ts';

/** @returns one for each path that it may be remembered as; none where nobody knows */
export function readArriving(
  { plain, topics = [] }: Settings,
  url: URL,
  { scrubPath, readSearch, readCame, isNotFound }: ReadOwn,
): Arriving[] {
  const address = readPageAddress(url);
  const full = readPath(url);
  const paths = scrubPath ? [scrubPath(full, !!plain && fitsPages(plain, address))] : findPaths(full);
  const q = readSearch?.(url);
  return paths.map((path) => {
    const events: { [event: string]: Props } = {
      page_view: {
        path,
        topics: topics.filter(([, pages]) => fitsPages(pages, address)).map(([topic]) => topic),
        ...(q && { q }),
      },
      ...(q && { search: { term: q } }),
      ...(isNotFound?.() && { page_not_found: { path } }),
    };
    const came = readCame?.(url, document.referrer, path) ?? { arrival: {}, tagged: false };
    return { ...came, address, events };
  });
}
