// Files of items that lie beside the tag, kept with the draft of a site: so that Publish carries them, and a preview reads
// them. A draft names one of them; the others are those that undoing may come back to.

import { computed, effect, signal } from '@preact/signals';
import { type ItemsText, keptItems } from '../../wire/kept-items.ts';
import { whenOver } from '../kit/when-over.ts';
import { config, origin } from './desk.ts';

/** The newest of them: each weighs some hundred kB. */
const MOST = 4;

const kept = signal<ItemsText[]>([]);

/** @throws Error when the disk is full */
export async function keepItems(at: string, file: ItemsText): Promise<void> {
  const all = await keptItems(at).update((before = []) =>
    [file, ...before.filter(({ name }) => name !== file.name)].slice(0, MOST),
  );
  if (origin.value === at) kept.value = all;
}

/** @returns undefined where it is not kept here: then it lies beside the tag already, or nowhere */
export const findItems = async (at: string, name: string): Promise<ItemsText | undefined> =>
  (await keptItems(at).read())?.find((one) => one.name === name);

/** The file that the draft names; its text is undefined where it is not kept here. */
export const itemsHere = computed(() => {
  const name = config.value?.items?.file;
  return name === undefined ? undefined : { name, text: kept.value.find((one) => one.name === name)?.text };
});

/** Follows the site in front. */
export function followItems(over: AbortSignal): void {
  const follow = () => {
    const at = origin.value;
    kept.value = [];
    if (at === undefined) return undefined;
    return keptItems(at).follow((all) => {
      kept.value = all ?? [];
    });
  };
  whenOver(over, effect(follow));
}
