// Which orders of a file are left out, and by which words, for who reads a terminal: said before anything is learned.

import type { FileRead } from './export-file.ts';
import { sumOf } from './left-out.ts';
import { times, whole } from './times.ts';

/** @returns nothing where every order counts */
export function sayLeftOut({ columns, leftOut }: FileRead): string {
  if (!leftOut) return '';
  const entries = Object.entries(leftOut);
  const words = entries.map(([word, orders]) => `${whole(orders)} ${word || 'otherwise'}`);
  const [only = ''] = Object.keys(leftOut);
  const by = entries.length > 1 ? words.join(', ') : only;
  const said = by && ` (${by})`;
  const orders = sumOf(leftOut);
  return `"${columns?.cancelled}" leaves out ${times(orders, 'order', 'orders')}${said}. Are they orders all the same? --map cancelled= (with nothing behind it) counts them.`;
}
