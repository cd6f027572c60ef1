// Under which keys of the table something stands that is for certain pages: so a page looks at what is for its own first
// folder, and at what is for all.

import { cutParameters, decodePath } from '../engine/address.ts';
import { EVERYWHERE, folderOf } from '../engine/lines/table.ts';

/** What is for more folders than these stands where all pages look, once. */
const MOST = 4;

const placeOf = (pattern: string): string => {
  const [address = ''] = pattern.split('?');
  const [, origin = '', rest = ''] = /^([^/]*:\/\/[^/#]*)?(.*)/s.exec(address) ?? [];
  const path = decodePath(cutParameters(rest || '/'));
  const folder = folderOf(path);
  // a run of any characters goes on into the next folder
  return path.startsWith('/') && !(origin + folder).includes('*') ? folder : EVERYWHERE;
};

/** @returns the first folders of these pages, or `*` alone */
export function placesOf(pages: string[]): string[] {
  const places = new Set(pages.filter((pattern) => !pattern.startsWith('!')).map(placeOf));
  return places.size && places.size <= MOST && !places.has(EVERYWHERE) ? [...places] : [EVERYWHERE];
}
