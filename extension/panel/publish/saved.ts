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

export function noteSaved(...names: string[]): void {
  noted.value = { of: config.value, names: [...new Set([...savedNames.value, ...names])] };
}
