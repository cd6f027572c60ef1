// The part of a config that one segment is decided by: with hundreds of segments the whole of it takes seconds where
// every segment, or every made-up visitor, is asked about one by one.

import type { Config } from '../../../shared/schema/config.ts';
import { walk } from '../../../shared/schema/parts.ts';

/** The segment and those that its rule names, and theirs; no experience. Empty where there is no such segment. */
export function narrowTo(config: Config, segment: string): Config {
  const wanted = new Set([segment]);
  // what is added while it is walked is walked, too
  for (const id of wanted) {
    const rule = config.segments.find((one) => one.id === id);
    if (!rule) continue;
    for (const { value } of walk(rule.when, [])) if (value.kind === 'segment') wanted.add(value.id);
  }
  return { ...config, experiences: [], segments: config.segments.filter(({ id }) => wanted.has(id)) };
}
