// The way by which a site is published from here: to an address, into a folder, or as files brought there by hand.

import { formatHere } from '../draft/format-here.ts';
import type { Format } from '../draft/prepare.ts';
import { destinationOf, readToken } from './destination.ts';
import type { Folder } from './folder.ts';
import { readFolder } from './folder-store.ts';
import type { How } from './outcome-here.ts';
import { canPickFolder, publishToFolder } from './publish-folder.ts';
import { type Order, publishByPut } from './publishing.ts';

export type Way =
  | { kind: 'put'; order: Order }
  | { kind: 'folder'; folder: Folder; format: Format }
  | { kind: 'files'; format: Format };

/** An address first, where it has taken something from here: visitors get what lies there. */
export async function readWay(origin: string): Promise<Way> {
  const format = formatHere();
  const [saved, token, kept] = await Promise.all([
    destinationOf(origin).read(),
    readToken(origin),
    canPickFolder() ? readFolder(origin).catch(() => undefined) : undefined,
  ]);
  if (saved?.known !== undefined) {
    const { url, scheme, keep } = saved;
    return { kind: 'put', order: { url, format: saved.format, scheme, token, keep } };
  }
  return kept ? { kind: 'folder', folder: kept.folder, format } : { kind: 'files', format };
}

/** Must be called at once in a click. Never throws. */
export const publishThere = (way: Exclude<Way, { kind: 'files' }>, how: How): Promise<void> =>
  way.kind === 'put' ? publishByPut(way.order, how) : publishToFolder(way.folder, way.format, how);
