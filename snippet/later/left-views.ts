// The views of pages that were left before the rest of the tag came (now/file-left.ts): taken out of the file, so that no
// other tab remembers them too, with their addresses where the browser's list of this tab's pages still has them.

import type { Keep } from '../../shared/page/keep.ts';
import type { View } from '../begun.ts';
import { attempt, URL } from '../native.ts';
import { type PageArrival, readArrival } from '../observe/arrival.ts';
import { readLeft } from '../remember/snapshot.ts';

interface Entry {
  id: string;
  url: string | null;
}

interface Navigation {
  entries(): Entry[];
  /** Missing in browsers that do not say it: https://developer.mozilla.org/en-US/docs/Web/API/Navigation/activation */
  activation?: { from?: Entry | null } | null;
}

/** Of this tab, with the one whose place this page may have taken. The page may have a `navigation` of its own. */
function readEntries(): { entries: (Entry | null)[]; isAll?: boolean } {
  try {
    const { navigation } = window as unknown as { navigation: Navigation };
    const { activation } = navigation;
    const entries = [activation?.from ?? null].concat(navigation.entries());
    return { entries, isAll: !!activation };
  } catch {
    return { entries: [] };
  }
}

/** Came from that site. @param url undefined: nobody knows where it landed */
function readCame(url: URL | undefined, from: string, keep: Keep): PageArrival {
  const came = readArrival(url ?? new URL(location.origin), from, keep);
  if (!url) delete came.arrival.landing;
  return came;
}

export function leftViews(keep: Keep): View[] {
  const { entries, isAll } = readEntries();
  const left = readLeft(true) ?? [];
  // where an image has taken the name it is no text
  const referrer = `${document.referrer}`;
  return left.map(([at, id, ...exposed], index) => {
    const [from = ''] = exposed.splice(exposed.length - (exposed.length % 3));
    const listed = entries.find((entry) => entry?.id === id)?.url;
    // who followed a link brings the address along, unless the view was another tab's
    const isLast = !isAll && index === left.length - 1 && referrer.startsWith(`${location.origin}/`);
    const address = listed || (isLast && referrer);
    const url = address ? attempt(() => new URL(address), undefined) : undefined;
    return {
      at,
      url,
      came: readCame(url, from, keep),
      exposed,
    };
  });
}
