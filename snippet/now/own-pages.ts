// The page that is being opened, as its address and the server tell it: what of it would be remembered, and is asked.

import { readPath } from '../../shared/engine/address.ts';
import type { fitsPages, PageAddress } from '../../shared/engine/glob.ts';
import type { Arriving, Opened, Remembered } from '../../shared/engine/lines/remembered.ts';
import type { Settings } from '../../shared/engine/lines/settings.ts';
import type { Props } from '../../shared/schema/props.ts';
import type { arrivalBy, Channels } from '../observe/arrival.ts';
import type { keepPath } from './keep-path.ts';
import { keepWays } from './keep-ways.ts';

/** What a page says of itself beside its path and topics. */
export interface ReadOwn {
  /** pages are named by more than their path, or by a part of it; by topics, captures, and where paths name things */
  fitsPages?: typeof fitsPages;
  /** what its path is remembered as */
  keepPath?: typeof keepPath;
  /** for what was searched */
  readSearch?: (url: URL, keep: (text: string) => string) => string;
  /** where the visitor came from, and the channels that are told apart */
  arrivalBy?: typeof arrivalBy;
  channels?: Channels;
  /** whether there is such a page */
  isNotFound?: () => boolean;
  /** that, or whether the page was viewed before */
  openPage?: (remembered: Remembered, arriving: Arriving, at: number) => Opened;
}

/** @returns one for each way in which it may be remembered; none where nobody knows */
export function ownPages(
  remembered: Remembered,
  { plain, topics = [] }: Settings,
  url: URL,
  address: PageAddress,
  at: number,
  { fitsPages = () => false, keepPath, readSearch, arrivalBy, channels, isNotFound, openPage }: ReadOwn,
): Opened[] {
  return keepWays((keep) => {
    const text = (given: string): string => keep(given);
    const path = keepPath?.(readPath(url), !!plain && fitsPages(plain, address), keep) ?? '';
    const q = readSearch?.(url, text);
    const events: { [event: string]: Props } = {
      page_view: {
        path,
        topics: topics.filter(([, pages]) => fitsPages(pages, address)).map(([topic]) => topic),
        ...(q && { q }),
      },
      ...(q && { search: { term: q } }),
      ...(isNotFound?.() && { page_not_found: { path } }),
    };
    const page = { address, events };
    const came = channels && arrivalBy?.(channels, url, document.referrer, { text, path: () => path });
    const arriving = { arrival: {}, tagged: false, ...page, ...came };
    return openPage?.(remembered, arriving, at) ?? { page, facts: {} };
  });
}
