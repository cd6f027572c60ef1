// Items that are left out: about what nobody infers from behaviour, and those that are not sold any more.

import { findSensitiveWord } from '../../grammar/sensitive-word.ts';
import type { ItemRows } from './item-store.ts';
import type { ItemsOptions } from './test-rows.ts';

export interface Left {
  isOut: (item: number) => boolean;
  sensitive: number;
  unlisted: number;
}

export function leaveOut({ ids, factOf }: Pick<ItemRows, 'ids' | 'factOf'>, { catalog }: ItemsOptions): Left {
  let [sensitive, unlisted] = [0, 0];
  const out = ids.map((id, item) => {
    const fact = catalog ? catalog.find(id) : factOf(item);
    const isUnlisted = catalog !== undefined && fact === undefined;
    const isSensitive =
      fact?.isSensitive || [id, fact?.group, fact?.name].some((text) => text && findSensitiveWord(text));
    if (isSensitive) sensitive++;
    else if (isUnlisted) unlisted++;
    return isSensitive || isUnlisted;
  });
  return { isOut: (item) => out[item] ?? true, sensitive, unlisted };
}
