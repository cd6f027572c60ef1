// Under which key of the table something stands that is for certain pages: so a page looks at what is for its own first
// folder, and at what is for all.

import { cutParameters, decodePath } from '../engine/address.ts';
import { folderOf } from '../engine/lines/table.ts';

const EVERYWHERE = '*';

const placeOfPattern = (pattern: string): string => {
  const [address = ''] = pattern.split('?');
  const [, origin = '', rest = ''] = /^([^/]*:\/\/[^/#]*)?(.*)/s.exec(address) ?? [];
  const path = decodePath(cutParameters(rest || '/'));
  const folder = folderOf(path);
  // a run of any characters goes on into the next folder
  return path.startsWith('/') && !(origin + folder).includes('*') ? folder : EVERYWHERE;
};

/** @returns the first folder that all of these pages share, `*` where they share none */
export function placeOf(pages: string[]): string {
  const [place = EVERYWHERE, ...others] = pages
    .filter((pattern) => !pattern.startsWith('!'))
    .map(placeOfPattern);
  return others.every((other) => other === place) ? place : EVERYWHERE;
}
