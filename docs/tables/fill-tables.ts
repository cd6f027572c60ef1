// Puts the tables into a document, each between its two marks: `<!-- table: NAME -->` and `<!-- end of table -->`.
//
// Pure: a document's text in, its text out. What stands between two marks is nobody's to edit.

import { tables } from './tables.ts';

const PLACE = /<!-- table: ([\w ]+) -->\n[\s\S]*?<!-- end of table -->/g;

/** @throws RangeError for a name that no table has */
export function fillTables(document: string): string {
  return document.replace(PLACE, (_all, name: string) => {
    const make = tables[name];
    if (!make) throw new RangeError(`No table "${name}". There are: ${Object.keys(tables).join(', ')}`);
    return `<!-- table: ${name} -->\n${make()}\n<!-- end of table -->`;
  });
}

/** The names of the tables that a document holds. */
export const findTables = (document: string): string[] =>
  [...document.matchAll(PLACE)].map(([, name = '']) => name);
