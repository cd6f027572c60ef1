// Long lists are drawn a part at a time, between what the author does: hundreds of entries at once hold the panel up.

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

/** So many entries more than fill the panel, and are drawn well within 50 ms. */
const PART = 60;

/** @returns the entries that are drawn by now; all of them soon */
export function useGrowing<T>(all: readonly T[]): readonly T[] {
  const drawn = useSignal(PART);
  const isWhole = drawn.value >= all.length;
  useEffect(() => {
    if (isWhole) return undefined;
    const asked = requestIdleCallback(() => {
      drawn.value += PART;
    });
    return () => cancelIdleCallback(asked);
  }, [isWhole, drawn.value]);
  return isWhole ? all : all.slice(0, drawn.value);
}
