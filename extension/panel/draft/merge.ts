// Puts two drafts of the same beginning together. What only one side changed is taken; what both changed differently
// is a conflict that the author decides, and ours stays until they do.
//
// Three-way, by id: whole segments, goals and variants are the smallest units, fields of an experience and of the
// site are units of their own. So a merge never mixes half of one rule with half of another.

import type { Config } from '../../../shared/schema/config.ts';
import type { Experience } from '../../../shared/schema/experience.ts';
import { isSame } from './is-same.ts';

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

/** @param base what both drafts began from */
export function mergeConfigs(base: Config, ours: Config, theirs: Config): Merged {
  const conflicts: Conflict[] = [];
  const mergeExperience = (before: Experience, mine: Experience, other: Experience): Experience => {
    const merged: Record<string, unknown> = { ...mine };
    for (const key of new Set([...Object.keys(before), ...Object.keys(mine), ...Object.keys(other)]) as Set<
      keyof Experience
    >) {
      if (key === 'variants') continue;
      const chosen = choose(before[key], mine[key], other[key]);
      const take = (into: Record<string, unknown>) => {
        if (other[key] === undefined) delete into[key];
        else into[key] = other[key];
      };
      if (chosen === 'theirs') take(merged);
      else if (chosen === 'conflict')
        conflicts.push({
          what: `experience ${mine.name || mine.id}, ${key}`,
          takeTheirs: (config) => ({
            ...config,
            experiences: config.experiences.map((one) => {
              if (one.id !== mine.id) return one;
              const next: Record<string, unknown> = { ...one };
              take(next);
              return next as unknown as Experience;
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
    return merged as unknown as Experience;
  };
  const config: Record<string, unknown> = { ...ours };
  for (const key of new Set([...Object.keys(base), ...Object.keys(ours), ...Object.keys(theirs)]) as Set<
    keyof Config
  >) {
    if (key === 'segments' || key === 'experiences' || key === 'goals' || key === 'revision') continue;
    const chosen = choose(base[key], ours[key], theirs[key]);
    if (chosen === 'theirs') config[key] = theirs[key];
    else if (chosen === 'conflict')
      conflicts.push({ what: `site, ${key}`, takeTheirs: (one) => ({ ...one, [key]: theirs[key] }) });
    if (config[key] === undefined) delete config[key];
  }
  const list = <K extends 'segments' | 'goals'>(key: K, word: string) =>
    mergeLists(
      (base[key] ?? []) as Named[],
      (ours[key] ?? []) as Named[],
      (theirs[key] ?? []) as Named[],
      (id, value) =>
        conflicts.push({
          what: `${word} ${(value as { name?: string } | undefined)?.name || id}`,
          takeTheirs: (one) => ({ ...one, [key]: put((one[key] ?? []) as Named[], id, value) }),
        }),
    );
  config.segments = list('segments', 'segment');
  const goals = list('goals', 'goal');
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
  return { config: config as unknown as Config, conflicts };
}
