// What differs between two configs, as sentences an author can check before it goes live.
//
// Things are told apart by id, changes by what they edit; so "changed" is said as from … to …, and a new order as
// a new order. Compares what both sides can hold: a config out of a tag has no names.

import diff from 'microdiff';
import { EVERYTHING } from '../../../shared/engine/held-out.ts';
import { whyAnew } from '../../../shared/publish/rounds.ts';
import type { Config, Segment } from '../../../shared/schema/config.ts';
import type { Experience, Variant } from '../../../shared/schema/experience.ts';
import { t } from '../../../shared/words/t.ts';
import { sayMade } from '../kit/say-made.ts';
import { compareChanges } from './compare-changes.ts';
import { compareLists, type Difference } from './compare-lists.ts';
import { isSame } from './is-same.ts';
import { keysOf } from './keys-of.ts';
import { sayAnew, withoutRound } from './say-anew.ts';
import { sayCaptures } from './say-captures.ts';
import { compareQuestion, sayQuestion } from './say-question.ts';
import { sayValue } from './say-value.ts';

export type { Difference };

/** As an author counts: what is in something new, not the thing that holds it. What is only begun is none. */
export const countChanges = (all: readonly Difference[]): number =>
  all.reduce((sum, { of }) => sum + (of?.length ?? 1), 0);

/** Fields that are said as from … to …; the others have sentences of their own. */
const FIELDS: Record<Exclude<keyof Experience, 'id' | 'name' | 'status' | 'round' | 'variants'>, string> = {
  pages: t`pages`,
  trigger: t`moment`,
  frequency: t`how often`,
  schedule: t`schedule`,
  holdout: t`holdout`,
  goal: t`goal`,
  live: t`deciding while the page is open`,
};

/** Said otherwise: list by list, or not at all, as no visitor notices it. */
type Otherwise = 'segments' | 'experiences' | 'goals' | 'capture' | 'questions';
type Unnoticed = '$schema' | 'version' | 'site' | 'revision' | 'needs' | 'learned';

/** What a config says of the site as a whole. */
const OF_SITE: Record<Exclude<keyof Config, Otherwise | Unnoticed>, string> = {
  measure: 'measure',
  privacy: t`privacy`,
  topics: t`topics`,
  interests: t`interests`,
  rfm: t`classes of buyers (RFM)`,
  personas: t`groups of buyers`,
  value: t`what is expected of buyers`,
  items: t`what goes together`,
  models: t`chances of goals`,
  buyer: t`what the site knows of buyers`,
  hosts: t`hosts`,
  quiet: t`pop-ups and slide-ins`,
};

/** Of an experience's fields only the goal can be null. */
const sayField = (value: unknown): string => (value === null ? t`“nothing to count”` : sayValue(value));

const STATUS: Record<Experience['status'], string> = {
  live: t`live`,
  draft: t`not shown yet`,
  paused: t`paused`,
};

const compareSegment = (a: Segment, b: Segment): Difference[] => [
  ...(a.name && b.name && a.name !== b.name
    ? [{ kind: 'changed', text: t`Segment ${a.name} is now called ${b.name}.` } as const]
    : []),
  ...(isSame(a.when, b.when)
    ? []
    : [
        {
          kind: 'changed',
          text: t`Segment ${b.name || b.id}: the rule changed${sayPaths(a.when, b.when)}.`,
        } as const,
      ]),
];

/** As authors read them. */
const nameSegments = (config: Config): Config => ({
  ...config,
  segments: config.segments.map((one) => ({ ...one, name: sayMade(one.name) })),
});

/** Every difference, in the order of the config; empty when nothing a visitor could notice differs. */
export function sayDifferences(was: Config | undefined, is: Config): Difference[] {
  const [before, after] = [was && nameSegments(was), nameSegments(is)];
  const old: Config = before ?? {
    ...after,
    segments: [],
    experiences: [],
    goals: [],
    capture: [],
    topics: [],
  };
  const nameOf = (id: string): string =>
    id === 'everyone'
      ? t`Everyone`
      : (after.segments.find((one) => one.id === id) ?? old.segments.find((one) => one.id === id))?.name ||
        id;
  const compareVariant = (a: Variant, b: Variant): Difference[] => {
    const who = nameOf(b.segment);
    const found = compareChanges(who, a.changes, b.changes, [old, after]);
    if (a.segment !== b.segment)
      found.unshift({
        kind: 'changed',
        text: t`${b.name || b.id} is now for ${who} instead of ${nameOf(a.segment)}.`,
      });
    if ((a.weight ?? 1) !== (b.weight ?? 1))
      found.push({
        kind: 'changed',
        text: t`${who}: weight changed from ${a.weight ?? 1} to ${b.weight ?? 1}.`,
      });
    return found;
  };
  const sayVariant = ({ segment, changes }: Variant): Difference[] =>
    compareChanges(nameOf(segment), [], changes, [old, after]);
  const compareExperience = (a: Experience, b: Experience): Difference[] => {
    const name = b.name || a.name || b.id;
    const found: Difference[] = [];
    if (a.status !== b.status)
      found.push({ kind: 'changed', text: t`${name}: ${STATUS[b.status]}; before: ${STATUS[a.status]}.` });
    for (const field of keysOf(FIELDS))
      if (!isSame(a[field], b[field]))
        found.push({
          kind: 'changed',
          text: t`${name}: ${FIELDS[field]} changed from ${sayField(a[field])} to ${sayField(b[field])}.`,
        });
    found.push(...sayAnew(name, a, b, whyAnew(old, after, b.id)));
    found.push(
      ...compareLists(
        a.variants,
        b.variants,
        (variant) =>
          variant.changes.length === 1
            ? t`${name} for ${nameOf(variant.segment)}, 1 change`
            : t`${name} for ${nameOf(variant.segment)}, ${variant.changes.length} changes`,
        compareVariant,
        sayVariant,
      ),
    );
    if (
      !found.length &&
      !isSame(
        a.variants.map(({ id }) => id),
        b.variants.map(({ id }) => id),
      )
    )
      found.push({ kind: 'changed', text: t`${name}: the variants are in another order.` });
    return found;
  };
  const found = [
    ...compareLists(old.segments, after.segments, (one) => t`segment ${one.name || one.id}`, compareSegment),
    ...compareLists(
      old.experiences,
      after.experiences,
      (one) => t`experience ${one.name || one.id}${one.status === 'live' ? '' : `, ${STATUS[one.status]}`}`,
      compareExperience,
      ({ variants }) => variants.flatMap(sayVariant),
    ),
    ...compareLists(
      old.goals ?? [],
      after.goals ?? [],
      (one) => t`goal ${one.name || one.id}`,
      (a, b) =>
        isSame({ ...a, name: '' }, { ...b, name: '' })
          ? []
          : [{ kind: 'changed', text: t`Goal ${b.name || b.id} changed.` }],
    ),
  ];
  found.push(...compareLists(old.questions ?? [], after.questions ?? [], sayQuestion, compareQuestion));
  found.push(...sayCaptures(old.capture ?? [], after.capture ?? []));
  found.push(...saySite(old, after));
  found.push(
    ...sayAnew(t`All of it`, old.measure ?? {}, after.measure ?? {}, whyAnew(old, after, EVERYTHING)),
  );
  const shared = (list: Experience[], other: Experience[]) => {
    const known = new Set(other.map(({ id }) => id));
    return list.map(({ id }) => id).filter((id) => known.has(id));
  };
  if (!isSame(shared(old.experiences, after.experiences), shared(after.experiences, old.experiences)))
    found.push({ kind: 'changed', text: t`The experiences are in another order of priority.` });
  return found;
}

/** Numbers that no author reads one by one. */
const LEARNED: readonly (keyof Config)[] = ['rfm', 'personas', 'value', 'items', 'models'];

function sayLearnt(what: string, was: unknown, is: unknown): string {
  if (was === undefined) return t`Site: new: ${what}.`;
  return is === undefined ? t`Site: no longer: ${what}.` : t`Site: learned anew: ${what}.`;
}

const sayCounting = ({ measure }: Config): string =>
  measure?.ping ? t`Site: what helps is counted from now on.` : t`Site: what helps is not counted any more.`;

/** What is of no experience and no segment. */
function saySite(old: Config, after: Config): Difference[] {
  const partOf = (one: Config, field: keyof typeof OF_SITE) =>
    field === 'measure' ? withoutRound(one.measure) : one[field];
  return keysOf(OF_SITE).flatMap((field) => {
    const [was, is] = [partOf(old, field), partOf(after, field)];
    if (isSame(was ?? [], is ?? []) || isSame(was, is)) return [];
    if (field === 'measure' && !old.measure?.ping !== !after.measure?.ping)
      return [{ kind: 'changed', text: sayCounting(after) }];
    const what = OF_SITE[field];
    const text = LEARNED.includes(field)
      ? sayLearnt(what, was, is)
      : t`Site: ${what} changed${sayPaths(was ?? {}, is ?? {})}.`;
    return [{ kind: 'changed', text }];
  });
}

/** Where two values differ, at most two places: " (is.$gte from 3 to 5)". */
function sayPaths(a: unknown, b: unknown): string {
  const places = diff(a as Record<string, unknown>, b as Record<string, unknown>).slice(0, 2);
  if (!places.length) return '';
  const list = places.map((one) =>
    one.type === 'CHANGE'
      ? t`${one.path.join('.')} from ${sayValue(one.oldValue)} to ${sayValue(one.value)}`
      : `${one.path.join('.')} ${one.type === 'CREATE' ? t`added` : t`taken out`}`,
  );
  return ` (${list.join('; ')})`;
}
