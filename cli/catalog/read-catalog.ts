// The file that `--catalog` names, from the disk: packed or not, whole or not at all.
import { basename } from 'node:path';
import { createCatalogReader } from '../../shared/catalog/read-catalog.ts';
import type { Catalog } from '../../shared/learn/items/catalog.ts';
import type { CatalogMap } from '../../shared/learn/items/catalog-fields.ts';
import { LearnRefusal } from '../../shared/learn/refusal.ts';
import { NoRow } from '../../shared/learn/split-cells.ts';
import { readBytes } from '../files/read-bytes.ts';

/**
 * @param map which column or field is what, where it is not called so
 * @throws LearnRefusal, or the file system's error with the file
 */
export async function readCatalog(path: string, map: CatalogMap = {}): Promise<Catalog> {
  const name = `--catalog ${basename(path)}`;
  const refuse = (what: string): LearnRefusal => new LearnRefusal(`${name}: ${what}`);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const decode = (bytes?: Buffer): string => {
    try {
      return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
    } catch {
      throw refuse('it is not UTF-8. Save it as UTF-8 (in a spreadsheet: "CSV UTF-8").');
    }
  };
  const reader = createCatalogReader(name, map);
  try {
    for await (const bytes of readBytes(path, (async function* () {})())) reader.push(decode(bytes));
    reader.push(decode());
    return reader.end();
  } catch (error) {
    if (error instanceof NoRow)
      throw refuse(`${error.message}.${error.kind === 'open quote' ? ' Close it, and run it again.' : ''}`);
    if (error instanceof LearnRefusal) throw error;
    throw Object.assign(error as Error, { named: name });
  }
}
