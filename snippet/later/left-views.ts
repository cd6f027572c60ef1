// The views of pages that were left before the rest of the tag came (now/file-left.ts): taken out of the file, so that no
// other tab remembers them too, with their addresses where the browser's list of this tab's pages still has them.

import type { Keep } from '../../shared/page/keep.ts';
import type { View } from '../begun.ts';
import { type PageArrival, readArrival } from '../observe/arrival.ts';
import { readLeft } from '../remember/snapshot.ts';

interface Entry {
  id: string;
  url: string | null;
}

/** Came from that site. @param url undefined: nobody knows where it landed */
function readCame(url: URL | undefined, from: string, keep: Keep): PageArrival {
  const came = readArrival(url ?? new URL(location.origin), from, keep);
  if (!url) delete came.arrival.landing;
  return came;
}

export function leftViews(keep: Keep): View[] {
  const { navigation }: { navigation?: { entries?(): Entry[] } } = window as object;
  const entries = navigation?.entries?.() ?? [];
  const left = readLeft(true) ?? [];
  const { referrer } = document;
  return left.map(([at, id, ...exposed], index) => {
    const [from = ''] = exposed.splice(exposed.length - (exposed.length % 3));
    const listed = entries.find((entry) => entry.id === id)?.url;
    // who followed a link brings the address along
    const isLast = index === left.length - 1 && referrer.startsWith(`${location.origin}/`);
    const address = listed ?? (isLast ? referrer : undefined);
    const url = address === undefined ? undefined : new URL(address);
    return {
      at,
      url,
      came: readCame(url, from, keep),
      exposed,
    };
  });
}
