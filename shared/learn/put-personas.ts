// Groups of buyers into a config that has those of an earlier run. Which is which is told by where they lie, never by
// their number: a rule that asks for a group goes on asking for the one that is like it.

import { readGroupDescription, readGroupName } from '../grammar/group-name.ts';
import type { Config, Segment } from '../schema/config.ts';
import type { Point } from './find-groups.ts';
import { moveCentre } from './persona-space.ts';
import { walk } from './walk-condition.ts';

type Groups = NonNullable<Config['personas']>;
type Group = Groups['groups'][number];
export type Before = Pick<Config, 'personas' | 'segments' | 'experiences'>;

/** So far from where one was, in standard deviations, it is another. */
const MOST_APART = 1;

const farOf = (a: Point, b: Point): number => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);

function nearestTo(point: Point, among: readonly Point[]): number {
  const far = among.map((one) => farOf(point, one));
  return far.indexOf(Math.min(...far));
}

/** @returns by group that was found: the earlier one that it is, where each is the other's nearest */
function matchGroups(known: Groups, found: Groups): (Group | undefined)[] {
  const then = known.groups.map(({ centre }) => moveCentre(centre, known, found));
  const now = found.groups.map(({ centre }) => centre);
  return now.map((centre, g) => {
    const at = nearestTo(centre, then);
    const place = then[at];
    const isIt = place && nearestTo(place, now) === g && farOf(centre, place) <= MOST_APART;
    return isIt ? known.groups[at] : undefined;
  });
}

/** A name that no earlier run, and nothing else, has. */
function freeId(id: string, taken: ReadonlySet<string>): string {
  if (!taken.has(id)) return id;
  let n = 1;
  while (taken.has(`persona-${n}`)) n++;
  return `persona-${n}`;
}

/** What an author called it stays; what an earlier run did goes with that run. */
const nameOf = (was: { name: string } | undefined, made: string): string =>
  was && !readGroupName(was.name) ? was.name : made;

/** Whether an earlier run made it, and no author has made it their own. */
const isMade = ({ id, description = '' }: Segment): boolean =>
  /^persona-\d+$/.test(id) && readGroupDescription(description) !== undefined;

function isUsed(id: string, { segments, experiences }: Before): boolean {
  return (
    experiences.some(({ variants }) => variants.some(({ segment }) => segment === id)) ||
    segments.some((one) => [...walk(one.when)].some((part) => part.kind === 'segment' && part.id === id))
  );
}

export interface PutPersonas {
  personas: Groups;
  segments: Segment[];
  /** segments of earlier groups that none is like now, by id: taken out, and left where something uses them */
  gone: string[];
  stay: string[];
}

/** @param anew the same groups as segments, where these can say them */
export function putPersonas(before: Before, found: Groups, anew: readonly Segment[]): PutPersonas {
  const { personas: known, segments } = before;
  const matched = known ? matchGroups(known, found) : [];
  // without groups of an earlier run its segments are in nobody's way, and an author's own are
  const taken = new Set(
    (known ? [...known.groups, ...segments] : segments.filter((one) => !isMade(one))).map(({ id }) => id),
  );
  const ids = new Map<string, string>();
  const groups = found.groups.map((group, g) => {
    const was = matched[g];
    const id = was?.id ?? freeId(group.id, taken);
    taken.add(id);
    ids.set(group.id, id);
    return { ...group, id, name: nameOf(was, group.name) };
  });
  const made = anew.map((one) => ({ ...one, id: ids.get(one.id) ?? one.id }));
  const stale = segments
    .filter(isMade)
    .map(({ id }) => id)
    .filter((id) => !made.some((one) => one.id === id));
  const gone = stale.filter((id) => !isUsed(id, before));
  const kept = segments
    .filter(({ id }) => !gone.includes(id))
    .map((one) => {
      const again = isMade(one) ? made.find(({ id }) => id === one.id) : undefined;
      return again ? { ...again, name: nameOf(one, again.name) } : one;
    });
  const added = made.filter(({ id }) => !segments.some((one) => one.id === id));
  return {
    personas: { ...found, groups },
    segments: [...kept, ...added],
    gone,
    stay: stale.filter((id) => !gone.includes(id)),
  };
}
