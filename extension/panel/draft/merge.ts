// Puts two drafts of the same beginning together. What only one side changed is taken; what both changed differently
// is a conflict that the author decides, and ours stays until they do.
//
// Three-way, by id: whole segments, goals and variants are the smallest units, fields of an experience and of the
// site are units of their own. So a merge never mixes half of one rule with half of another. Nothing goes without a
// word: two things of one id are both kept, the order of a list is a unit too, and what one side uses stays.

import type { Config } from '../../../shared/schema/config.ts';
import type { Experience } from '../../../shared/schema/experience.ts';
import { t } from '../../../shared/words/t.ts';
import { sayMade } from '../kit/say-made.ts';
import { emptyConfig } from './draft.ts';
import { isSame } from './is-same.ts';
import { type KeptPart, keepUsed } from './keep-used.ts';
import { keysOf } from './keys-of.ts';
import { mergeOrder, orderAs, putInOrder } from './merge-order.ts';
import { partIds } from './part-ids.ts';

export interface Conflict {
  /** such as "segment loyal" or "experience hero, pages" */
  what: string;
  /** answers the config with their side taken; missing where there is nothing to decide, only to know */
  takeTheirs?(config: Config): Config;
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

/** @param dispute told where both changed the order, each otherwise: ours stays */
function mergeLists<T extends Named>(
  base: T[],
  ours: T[],
  theirs: T[],
  meet: (id: string, theirs: T | undefined) => void,
  { mergeOne, dispute }: { mergeOne?(base: T, ours: T, theirs: T): T; dispute?(): void } = {},
): T[] {
  const find = (list: T[], id: string) => list.find((one) => one.id === id);
  const order = mergeOrder(base, ours, theirs);
  if (order.isDisputed) dispute?.();
  const merged: T[] = [];
  for (const id of order.ids) {
    const [before, mine, other] = [find(base, id), find(ours, id), find(theirs, id)];
    if (before && mine && other && mergeOne) {
      merged.push(mergeOne(before, mine, other));
      continue;
    }
    const chosen = choose(before, mine, other);
    if (chosen === 'conflict') meet(id, other);
    const taken = chosen === 'theirs' ? other : mine;
    if (taken) merged.push(taken);
  }
  return merged;
}

/** Puts `value` where they have the thing with this id; takes it out when undefined. */
function put<T extends Named>(list: T[], id: string, value: T | undefined, theirs: T[]): T[] {
  if (!value) return list.filter((one) => one.id !== id);
  return list.some((one) => one.id === id)
    ? list.map((one) => (one.id === id ? value : one))
    : putInOrder([...list, value], mergeOrder([], theirs, list).ids);
}

/** Of lists without ids, such as what is recorded: theirs and ours, without what either took out; undefined: a conflict. */
function mergeSets(base: unknown, ours: unknown, theirs: unknown): unknown[] | undefined {
  if (![base ?? [], ours, theirs].every(Array.isArray)) return undefined;
  const [before, mine, other] = [base ?? [], ours, theirs] as [unknown[], unknown[], unknown[]];
  const has = (list: unknown[], one: unknown) => list.some((each) => isSame(each, one));
  const isGone = (one: unknown) => !has(mine, one) && !has(other, one);
  // both may have made another thing of it
  if (before.some(isGone)) return undefined;
  return [
    ...mine.filter((one) => has(other, one) || !has(before, one)),
    ...other.filter((one) => !has(mine, one) && !has(before, one)),
  ];
}

/** The names of the fields of all of these. */
const namesOf = <T extends object>(...all: T[]): Set<keyof T> => new Set(all.flatMap(keysOf));

/** Gives a field the value it has elsewhere; what is missing there is taken away. */
function take<T extends object>(key: keyof T, from: T, into: T): void {
  if (from[key] === undefined) Reflect.deleteProperty(into, key);
  else into[key] = from[key];
}

const SAY = {
  segments: (name: string) => t`segment ${sayMade(name)}`,
  goals: (name: string) => t`goal ${name}`,
  questions: (name: string) => t`question ${name}`,
} as const;

function sayKept({ list, name, isOurs }: KeptPart): string {
  const part = SAY[list](name);
  return isOurs
    ? t`${part} stays: you took it out, and they use it now`
    : t`${part} stays: they took it out, and you use it`;
}

/** One experience that both have gone on with. */
function mergeExperience(
  before: Experience,
  mine: Experience,
  other: Experience,
  conflicts: Conflict[],
): Experience {
  const name = mine.name || mine.id;
  const meet = (what: string, act: (experience: Experience) => Experience) =>
    conflicts.push({
      what: t`experience ${name}, ${what}`,
      takeTheirs: (config) => ({
        ...config,
        experiences: config.experiences.map((one) => (one.id === mine.id ? act(one) : one)),
      }),
    });
  const merged = { ...mine };
  for (const key of namesOf(before, mine, other)) {
    if (key === 'variants') continue;
    const chosen = choose(before[key], mine[key], other[key]);
    if (chosen === 'theirs') take(key, other, merged);
    else if (chosen === 'conflict')
      meet(key, (one) => {
        const next = { ...one };
        take(key, other, next);
        return next;
      });
  }
  merged.variants = mergeLists(
    before.variants,
    mine.variants,
    other.variants,
    (id, value) =>
      meet(t`variant ${value?.name || id}`, (one) => ({
        ...one,
        variants: put(one.variants, id, value, other.variants),
      })),
    {
      dispute: () =>
        meet(t`the order of its variants`, (one) => ({
          ...one,
          variants: orderAs(one.variants, other.variants),
        })),
    },
  );
  return merged;
}

/** These are put together item by item. */
const LISTS: ReadonlySet<keyof Config> = new Set(['segments', 'experiences', 'goals', 'questions']);

/** What is about the site as a whole, into `config`. */
function mergeSite(base: Config, ours: Config, theirs: Config, config: Config, conflicts: Conflict[]): void {
  for (const key of namesOf(base, ours, theirs)) {
    if (LISTS.has(key) || key === 'revision') continue;
    const chosen = choose(base[key], ours[key], theirs[key]);
    if (chosen === 'theirs') take(key, theirs, config);
    if (chosen !== 'conflict') continue;
    const both = mergeSets(base[key], ours[key], theirs[key]);
    if (both) Object.assign(config, { [key]: both });
    else conflicts.push({ what: t`site, ${key}`, takeTheirs: (one) => ({ ...one, [key]: theirs[key] }) });
  }
}

/** A list that a config need not have, into `config`. */
function mergeOptional<K extends 'goals' | 'questions'>(
  key: K,
  base: Config,
  ours: Config,
  theirs: Config,
  config: Config,
  conflicts: Conflict[],
): void {
  type Item = NonNullable<Config[K]>[number];
  const read = (one: Config): Item[] => one[key] ?? [];
  const merged = mergeLists<Item>(read(base), read(ours), read(theirs), (id, value) =>
    conflicts.push({
      what: SAY[key](value?.name || id),
      takeTheirs: (one) => ({ ...one, [key]: put<Item>(read(one), id, value, read(theirs)) }),
    }),
  );
  if (merged.length || ours[key]) Object.assign(config, { [key]: merged });
}

/** @param beginning what both drafts began from; undefined: then two things of one id are taken for one */
export function mergeConfigs(beginning: Config | undefined, own: Config, theirs: Config): Merged {
  const conflicts: Conflict[] = [];
  const base = beginning ?? emptyConfig(own.site);
  const ours = beginning ? partIds(beginning, own, theirs) : own;
  const config = { ...ours };
  mergeSite(base, ours, theirs, config, conflicts);
  config.segments = mergeLists(base.segments, ours.segments, theirs.segments, (id, value) =>
    conflicts.push({
      what: SAY.segments(value?.name || id),
      takeTheirs: (one) => ({ ...one, segments: put(one.segments, id, value, theirs.segments) }),
    }),
  );
  for (const list of ['goals', 'questions'] as const)
    mergeOptional(list, base, ours, theirs, config, conflicts);
  config.experiences = mergeLists(
    base.experiences,
    ours.experiences,
    theirs.experiences,
    (id, value) =>
      conflicts.push({
        what: t`experience ${value?.name || id}`,
        takeTheirs: (one) => ({ ...one, experiences: put(one.experiences, id, value, theirs.experiences) }),
      }),
    {
      mergeOne: (before, mine, other) => mergeExperience(before, mine, other, conflicts),
      dispute: () =>
        conflicts.push({
          what: t`the order of the experiences`,
          takeTheirs: (one) => ({ ...one, experiences: orderAs(one.experiences, theirs.experiences) }),
        }),
    },
  );
  config.revision = Math.max(ours.revision, theirs.revision);
  conflicts.push(...keepUsed(config, ours, theirs).map((one) => ({ what: sayKept(one) })));
  return { config, conflicts };
}
