// Ids that two authors made of the same name for two things: ours gets another, as theirs may be live by now, where
// placement and counts hang on it.

import type { Config } from '../../../shared/schema/config.ts';
import { createId } from './create-id.ts';
import { isSame } from './is-same.ts';
import { eachReference, type Listed } from './references.ts';

type Named = { id: string };

/** Renames in place what is new on both sides and not the same. @returns old ids with their new ones */
function part(base: readonly Named[], ours: Named[], theirs: readonly Named[]): Map<string, string> {
  const renamed = new Map<string, string>();
  for (const one of ours) {
    const other = theirs.find(({ id }) => id === one.id);
    if (!other || isSame(one, other) || base.some(({ id }) => id === one.id)) continue;
    const id = createId(one.id, [...base, ...ours, ...theirs], one.id);
    renamed.set(one.id, id);
    one.id = id;
  }
  return renamed;
}

/** @returns ours, with what it names still named */
export function partIds(base: Config, ours: Config, theirs: Config): Config {
  const next = structuredClone(ours);
  const renamed: Record<Listed, Map<string, string>> = {
    segments: part(base.segments, next.segments, theirs.segments),
    goals: part(base.goals ?? [], next.goals ?? [], theirs.goals ?? []),
    questions: part(base.questions ?? [], next.questions ?? [], theirs.questions ?? []),
    experiences: part(base.experiences, next.experiences, theirs.experiences),
  };
  for (const one of next.experiences) {
    const find = ({ experiences }: Config) => experiences.find(({ id }) => id === one.id)?.variants;
    part(find(base) ?? [], one.variants, find(theirs) ?? []);
  }
  eachReference(next, (list, id) => renamed[list].get(id) ?? id);
  return next;
}
