// All parts of the first-paint script, for what is compared with one that has only those it needs.

import { ALL_CHANNELS } from '../../shared/publish/channels-of.ts';
import type { Pieces, Wanted } from '../../shared/publish/compose.ts';
import { FACTS } from '../../shared/publish/parts-of.ts';
import { KINDS } from '../../shared/publish/parts-of-changes.ts';

const named = (names: string[]): Wanted => Object.fromEntries(names.map((name) => [name, name]));

export function allParts({ names }: Pieces): Wanted {
  const others = [FACTS, KINDS, ALL_CHANNELS.utm, ALL_CHANNELS.hosts].flatMap((wanted) =>
    Object.values(wanted),
  );
  const rest = Object.keys(names).filter((name) => !/^(begin|start)/.test(name) && !others.includes(name));
  return {
    ...named(rest.filter((name) => name[0] !== '$')),
    operators: named(rest.filter((name) => name[0] === '$')),
    // parameters are named by configs: one for all
    facts: { ...FACTS, 'query.gclid': 'readParam' },
    channels: ALL_CHANNELS,
    kinds: KINDS,
  };
}
