// What lists would lose by a new file of items, held against the one that the draft names.

import { useMemo } from 'preact/hooks';
import { findLost, type Lost } from '../../../shared/items/find-lost.ts';
import { openItems } from '../../../shared/items/open-items.ts';
import { unpackItems } from '../../../shared/items/unpack-items.ts';
import { itemsHere } from '../draft/items-kept.ts';
import type { Known } from './learning.ts';

export function useLost({ config, files }: Pick<Known, 'config' | 'files'>): readonly Lost[] {
  const before = itemsHere.value;
  const file = files.find(({ name }) => name === config?.items?.file);
  return useMemo(() => {
    // a draft's own file may lie beside the tag alone
    if (!file || before?.text === undefined || before.name === file.name) return [];
    const [then, now] = [before.text, file.text].map((text) => openItems(unpackItems(text)));
    return then && now ? findLost(then, now) : [];
  }, [before?.name, before?.text, file?.text]);
}
