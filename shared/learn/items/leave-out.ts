// Items that are left out: about what nobody infers from behaviour, and those that are not sold any more.

import { findSensitiveWord } from '../../grammar/sensitive-word.ts';
import type { ItemRows } from './item-store.ts';
import type { ItemsOptions } from './test-rows.ts';

export interface Left {
  isOut: (item: number) => boolean;
  isSensitive: (item: number) => boolean;
  sensitive: number;
  unlisted: number;
}

export function leaveOut({ ids, factOf }: Pick<ItemRows, 'ids' | 'factOf'>, { catalog }: ItemsOptions): Left {
  const [sensitive, unlisted] = [new Set<number>(), new Set<number>()];
  ids.forEach((id, item) => {
    const fact = catalog ? catalog.find(id) : factOf(item);
    if (fact?.isSensitive || [id, fact?.group, fact?.name].some((text) => text && findSensitiveWord(text)))
      sensitive.add(item);
    else if (catalog && !fact) unlisted.add(item);
  });
  return {
    isOut: (item) => sensitive.has(item) || unlisted.has(item),
    isSensitive: (item) => sensitive.has(item),
    sensitive: sensitive.size,
    unlisted: unlisted.size,
  };
}
