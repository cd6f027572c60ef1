// Puts two drafts of the same beginning together. What only one side changed is taken; what both changed differently
// is a conflict that the author decides, and ours stays until they do.
//
// Three-way, by id: whole segments, goals and variants are the smallest units, fields of an experience and of the
// site are units of their own. So a merge never mixes half of one rule with half of another.

import type { Config } from '../../../shared/schema/config.ts';
import type { Experience } from '../../../shared/schema/experience.ts';
import { isSame } from './is-same.ts';
import { keysOf } from './keys-of.ts';

export interface Conflict {
  /** such as "segment loyal" or "experience hero, pages" */
  what: string;
  /** answers the config with their side taken */
  takeTheirs(config: Config): Config;
}
export interface Merged {
  config: Config;
  conflicts: Conflict[];
}

type Named = { id: string };

/** Ours, theirs or undecided. */
function choose(base: unknown, ours: unknown, theirs: unknown): 'ours' | 'theirs' | 'conflict' {
  if (isSame(ours, theirs) || isSame(theirs, base)) return 'ours';
  return isSame(ours, base) ? 'theirs' : 'conflict';
}

function mergeLists<T extends Named>(
  base: T[],
  ours: T[],
  theirs: T[],
  meet: (id: string, theirs: T | undefined) => void,
  mergeOne?: (base: T, ours: T, theirs: T) => T,
): T[] {
  const find = (list: T[], id: string) => list.find((one) => one.id === id);
  const merged: T[] = [];
  for (const one of ours) {
    const before = find(base, one.id);
    const other = find(theirs, one.id);
    if (before && one && other && mergeOne) {
      merged.push(mergeOne(before, one, other));
      continue;
    }
    const chosen = choose(before, one, other);
    if (chosen === 'conflict') meet(one.id, other);
    if (chosen !== 'theirs') merged.push(one);
    else if (other) merged.push(other);
  }
  theirs.forEach((other, at) => {
    if (find(ours, other.id)) return;
    const before = find(base, other.id);
    const chosen = choose(before, undefined, other);
    if (chosen === 'conflict') meet(other.id, other);
    if (chosen === 'theirs') merged.splice(Math.min(at, merged.length), 0, other);
  });
  return merged;
}

/** Puts `value` where the thing with this id stands; takes it out when undefined. */
function put<T extends Named>(list: T[], id: string, value: T | undefined): T[] {
  if (!value) return list.filter((one) => one.id !== id);
  return list.some((one) => one.id === id)
    ? list.map((one) => (one.id === id ? value : one))
    : [...list, value];
}

/** The names of the fields of all of these. */
const namesOf = <T extends object>(...all: T[]): Set<keyof T> => new Set(all.flatMap(keysOf));

/** Gives a field the value it has elsewhere; what is missing there is taken away. */
function take<T extends object>(key: keyof T, from: T, into: T): void {
  if (from[key] === undefined) Reflect.deleteProperty(into, key);
  else into[key] = from[key];
}

/** @param base what both drafts began from */
export function mergeConfigs(base: Config, ours: Config, theirs: Config): Merged {
  const conflicts: Conflict[] = [];
  const mergeExperience = (before: Experience, mine: Experience, other: Experience): Experience => {
    const merged = { ...mine };
    for (const key of namesOf(before, mine, other)) {
      if (key === 'variants') continue;
      const chosen = choose(before[key], mine[key], other[key]);
      if (chosen === 'theirs') take(key, other, merged);
      else if (chosen === 'conflict')
        conflicts.push({
          what: `experience ${mine.name || mine.id}, ${key}`,
          takeTheirs: (config) => ({
            ...config,
            experiences: config.experiences.map((one) => {
              if (one.id !== mine.id) return one;
              const next = { ...one };
              take(key, other, next);
              return next;
            }),
          }),
        });
    }
    merged.variants = mergeLists(before.variants, mine.variants, other.variants, (id, value) =>
      conflicts.push({
        what: `experience ${mine.name || mine.id}, variant ${value?.name || id}`,
        takeTheirs: (config) => ({
          ...config,
          experiences: config.experiences.map((one) =>
            one.id === mine.id ? { ...one, variants: put(one.variants, id, value) } : one,
          ),
        }),
      }),
    );
    return merged;
  };
  const config = { ...ours };
  for (const key of namesOf(base, ours, theirs)) {
    if (key === 'segments' || key === 'experiences' || key === 'goals' || key === 'revision') continue;
    const chosen = choose(base[key], ours[key], theirs[key]);
    if (chosen === 'theirs') take(key, theirs, config);
    else if (chosen === 'conflict')
      conflicts.push({ what: `site, ${key}`, takeTheirs: (one) => ({ ...one, [key]: theirs[key] }) });
  }
  config.segments = mergeLists(base.segments, ours.segments, theirs.segments, (id, value) =>
    conflicts.push({
      what: `segment ${value?.name || id}`,
      takeTheirs: (one) => ({ ...one, segments: put(one.segments, id, value) }),
    }),
  );
  const goals = mergeLists(base.goals ?? [], ours.goals ?? [], theirs.goals ?? [], (id, value) =>
    conflicts.push({
      what: `goal ${value?.name || id}`,
      takeTheirs: (one) => ({ ...one, goals: put(one.goals ?? [], id, value) }),
    }),
  );
  if (goals.length || ours.goals) config.goals = goals;
  config.experiences = mergeLists(
    base.experiences,
    ours.experiences,
    theirs.experiences,
    (id, value) =>
      conflicts.push({
        what: `experience ${value?.name || id}`,
        takeTheirs: (one) => ({ ...one, experiences: put(one.experiences, id, value) }),
      }),
    mergeExperience,
  );
  config.revision = Math.max(ours.revision, theirs.revision);
  return { config, conflicts };
}
