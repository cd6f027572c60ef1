// Advice on a config together with the file of items that lies beside it: lists that the file has nothing for.
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Items, openItems } from '../shared/items/open-items.ts';
import { unpackItems } from '../shared/items/unpack-items.ts';
import { adviseList } from '../shared/lists/advise-list.ts';
import type { Config } from '../shared/schema/config.ts';
import { formatPath, type Problem } from '../shared/schema/problem.ts';

/** @param name of the file, beside the config @returns undefined where it lies elsewhere; null where it cannot be read */
export function readItems(name: string, folder: string): Items | undefined | null {
  const path = resolve(folder, name);
  if (!existsSync(path)) return undefined;
  try {
    return openItems(unpackItems(readFileSync(path, 'utf8'))) ?? null;
  } catch {
    return null;
  }
}

/** @param folder that the config lies in */
export function adviseItems({ items, experiences }: Config, folder: string): Problem[] {
  const { file } = items ?? {};
  const known = file === undefined ? undefined : readItems(file, folder);
  if (file === undefined || known === undefined) return [];
  if (known === null)
    return [
      {
        path: 'items.file',
        problem: `${file} beside this file is no file of items, or damaged`,
        remedy: 'Run `selvedge learn` again, which writes it.',
        severity: 'warning',
      },
    ];
  return experiences.flatMap(({ variants }, e) =>
    variants.flatMap(({ changes }, v) =>
      changes.flatMap((change, c) =>
        (change.kind === 'recommend' ? adviseList(change, known, file) : []).map(
          ({ field, inFile }): Problem => ({
            path: formatPath(['experiences', e, 'variants', v, 'changes', c, ...field]),
            ...inFile,
            severity: 'warning',
          }),
        ),
      ),
    ),
  );
}
