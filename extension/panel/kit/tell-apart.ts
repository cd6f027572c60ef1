// Names that stand beside each other, to be told apart where two read the same.

import { t } from '../../../shared/words/t.ts';

/** "Seen lately", "Seen lately" → "Seen lately (1)", "Seen lately (2)"; others stay as they are. */
export function tellApart(names: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return names.map((name) => {
    const at = (seen.get(name) ?? 0) + 1;
    seen.set(name, at);
    return names.filter((one) => one === name).length > 1 ? t`${name} (${at})` : name;
  });
}
