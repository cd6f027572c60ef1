// Which files of this draft were saved by hand, until it changes: they are brought to a site one by one.

import { computed, signal } from '@preact/signals';
import type { Config } from '../../../shared/schema/config.ts';
import { config } from '../draft/desk.ts';
import { isSame } from '../draft/is-same.ts';

interface Noted {
  of: Config | undefined;
  names: readonly string[];
}

const noted = signal<Noted>({ of: undefined, names: [] });

/** Names, each with what it was made as. */
export const savedNames = computed(() => (isSame(noted.value.of, config.value) ? noted.value.names : []));

/** @param of the draft's config as it was saved: another one by now has none of them */
export function noteSaved(of: Config | undefined, names: readonly string[]): void {
  const before = isSame(noted.value.of, of) ? noted.value.names : [];
  noted.value = { of, names: [...new Set([...before, ...names])] };
}
