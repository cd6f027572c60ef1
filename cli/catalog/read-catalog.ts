// The file that `--catalog` names, from the disk: packed or not, whole or not at all.
import { basename } from 'node:path';
import { createCatalogReader } from '../../shared/catalog/read-catalog.ts';
import { createDecoder } from '../../shared/learn/decode-text.ts';
import type { Catalog } from '../../shared/learn/items/catalog.ts';
import type { CatalogMap } from '../../shared/learn/items/catalog-fields.ts';
import { LearnRefusal } from '../../shared/learn/refusal.ts';
import { WESTERN } from '../../shared/learn/say-learned.ts';
import { NoRow } from '../../shared/learn/split-cells.ts';
import { NO_LETTERS } from '../files/no-letters.ts';
import { readBytes } from '../files/read-bytes.ts';

/**
 * @param map which column or field is what, where it is not called so
 * @param say what stays to be read
 * @throws LearnRefusal, or the file system's error with the file
 */
export async function readCatalog(
  path: string,
  map: CatalogMap,
  say: (said: string) => void,
): Promise<Catalog> {
  const name = `--catalog ${basename(path)}`;
  const refuse = (what: string): LearnRefusal => new LearnRefusal(`${name}: ${what}`);
  const decoder = createDecoder();
  const need = (text: string | undefined): string => {
    if (text === undefined) throw refuse(`it is ${NO_LETTERS}.`);
    return text;
  };
  const reader = createCatalogReader(name, map);
  try {
    for await (const bytes of readBytes(path, (async function* () {})()))
      reader.push(need(decoder.push(bytes)));
    reader.push(need(decoder.end()));
    if (decoder.isWestern) say(`${name}: ${WESTERN}`);
    return reader.end();
  } catch (error) {
    if (error instanceof NoRow)
      throw refuse(`${error.message}.${error.kind === 'open quote' ? ' Close it, and run it again.' : ''}`);
    if (error instanceof LearnRefusal) throw error;
    throw Object.assign(error as Error, { named: name });
  }
}
