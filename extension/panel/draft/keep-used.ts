// What one author took out while the other goes on using it: it stays.

import type { Config } from '../../../shared/schema/config.ts';
import { eachReference } from './references.ts';

export interface KeptPart {
  list: 'segments' | 'goals' | 'questions';
  name: string;
  /** whether it was us who took it out */
  isOurs: boolean;
}

/** Puts back in place, at the end of its list, what `config` names and no longer has. */
export function keepUsed(config: Config, ours: Config, theirs: Config): KeptPart[] {
  const kept: KeptPart[] = [];
  const find = <T extends { id: string }>(id: string, mine: T[], other: T[]): [T, boolean] | undefined => {
    const [here, there] = [mine, other].map((list) => list.find((one) => one.id === id));
    return here ? [here, false] : there && [there, true];
  };
  let isAll = false;
  const look = (list: string, id: string): string => {
    if (list === 'segments' && !config.segments.some((one) => one.id === id)) {
      const [one, isOurs] = find(id, ours.segments, theirs.segments) ?? [];
      if (one) {
        config.segments = [...config.segments, structuredClone(one)];
        kept.push({ list, name: one.name || id, isOurs: isOurs === true });
        isAll = false;
      }
    }
    if (list === 'goals' && !config.goals?.some((one) => one.id === id)) {
      const [one, isOurs] = find(id, ours.goals ?? [], theirs.goals ?? []) ?? [];
      if (one) {
        config.goals = [...(config.goals ?? []), structuredClone(one)];
        kept.push({ list, name: one.name || id, isOurs: isOurs === true });
      }
    }
    if (list === 'questions' && !config.questions?.some((one) => one.id === id)) {
      const [one, isOurs] = find(id, ours.questions ?? [], theirs.questions ?? []) ?? [];
      if (one) {
        config.questions = [...(config.questions ?? []), structuredClone(one)];
        kept.push({ list, name: one.name || id, isOurs: isOurs === true });
      }
    }
    return id;
  };
  // a segment that is put back may name others
  while (!isAll) {
    isAll = true;
    eachReference(config, look);
  }
  return kept;
}
