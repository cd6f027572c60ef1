// The views of pages that were left before the rest of the tag came (now/file-left.ts): taken out of the file, so that no
// other tab remembers them too, with their addresses where the browser's list of this tab's pages still has them.

import type { View } from '../begun.ts';
import { readLeft } from '../remember/snapshot.ts';

interface Entry {
  id: string;
  url: string | null;
}

export function leftViews(): View[] {
  const { navigation }: { navigation?: { entries?(): Entry[] } } = window as object;
  const entries = navigation?.entries?.() ?? [];
  const left = readLeft(true) ?? [];
  const { referrer } = document;
  return left.map(([at, id, ...exposed], index) => {
    const listed = entries.find((entry) => entry.id === id)?.url;
    // who followed a link brings the address along
    const isLast = index === left.length - 1 && referrer.startsWith(`${location.origin}/`);
    const address = listed ?? (isLast ? referrer : undefined);
    return {
      at,
      url: address === undefined ? undefined : new URL(address),
      exposed,
    };
  });
}
