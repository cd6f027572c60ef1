// The made-up visitors of the site in front: those the author made and kept, and ready ones, one for each segment.
//
// A ready one is found by the same search that `selvedge check` uses to see whether anybody can get into a segment
// (shared/lint); the engine has the last word, so whoever is listed under a segment is in it.

import { computed, effect, signal } from '@preact/signals';
import { compile } from '../../../shared/engine/compile.ts';
import { find, type View } from '../../../shared/engine/decide.ts';
import type { VisitorEvent } from '../../../shared/engine/event.ts';
import { record } from '../../../shared/engine/fold.ts';
import { createProfile, type TraitValue } from '../../../shared/engine/profile.ts';
import { createRandom } from '../../../shared/lint/random.ts';
import { createRecipe, type Recipe } from '../../../shared/lint/recipe.ts';
import { satisfy } from '../../../shared/lint/witness.ts';
import type { Config } from '../../../shared/schema/config.ts';
import type { Props } from '../../../shared/schema/props.ts';
import { markLesson } from '../../lib/lessons.ts';
import { findAhead, type Life, liveThrough } from '../../lib/live-through.ts';
import { type Person, people } from '../../lib/person.ts';
import type { As } from '../../lib/preview-state.ts';
import { toName } from '../words/to-name.ts';
import { createView } from './insight.ts';
import { config, look } from './page.ts';
import { preview } from './preview.ts';

/** Somebody who can walk the site. */
export interface Walker {
  id: string;
  name: string;
  life: Life;
  traits: Record<string, TraitValue>;
  /** as the author wrote it; ready ones have none */
  person?: Person;
}

const TRIES = 60;

function live(recipe: Recipe, config: Config, now: number): Life {
  const aheadMs = findAhead({ weekday: recipe.weekday, hour: recipe.hour }, now);
  const program = compile({ ...config, experiences: [] });
  const profile = createProfile(program);
  const theirNow = now + aheadMs;
  const events = recipe.acts
    .toSorted((a, b) => b.agoMs - a.agoMs)
    .flatMap(({ name, agoMs, props }) => {
      const isVisit = name === 'visit_start';
      return record(
        program,
        profile,
        isVisit ? 'page_view' : name,
        (isVisit ? { path: '/' } : props) as Props,
        theirNow - agoMs,
        isVisit ? { ...recipe.arrival, ...props } : recipe.arrival,
      );
    });
  events.push(...record(program, profile, 'page_view', { path: '/' }, theirNow, recipe.arrival, true));
  return { events, facts: recipe.facts as Life['facts'], aheadMs };
}

const asMemory = (life: Life, traits: Walker['traits']) => ({
  events: life.events as never,
  traits,
  prunedAt: null,
});

/** How the engine sees somebody on a page. */
export function viewOf(
  config: Config,
  life: Life,
  traits: Walker['traits'],
  path: string,
  now: number,
): View {
  return createView(config, asMemory(life, traits), { ...life.facts, path }, now + life.aheadMs, undefined);
}

/** Somebody who is in this segment; undefined when nobody could be found. */
export function findSomebody(config: Config, segment: string, now: number): Walker | undefined {
  const rule = config.segments.find(({ id }) => id === segment);
  if (!rule) return undefined;
  for (let seed = 1; seed <= TRIES; seed++) {
    const recipe = createRecipe();
    satisfy(rule.when, true, recipe, config, createRandom(seed));
    const life = live(recipe, config, now);
    const { traits } = recipe;
    const path = String(recipe.facts.path ?? '/');
    if (find(rule.when, viewOf(config, life, traits, path, now)).value === true)
      return { id: `ready:${segment}`, name: rule.name || toName(segment), life, traits };
  }
  return undefined;
}

export const kept = signal<Person[]>([]);
const origin = computed(() => (look.value ? new URL(look.value.url).origin : undefined));

effect(() => {
  const of = origin.value;
  if (of === undefined) return;
  void people(of)
    .read()
    .then((list) => {
      kept.value = list ?? [];
    });
  return people(of).watch((list) => {
    kept.value = list ?? [];
  });
});

export const ready = computed((): Walker[] => {
  const found = config.value;
  if (!found) return [];
  const now = Date.now();
  return found.config.segments.flatMap(({ id }) => findSomebody(found.config, id, now) ?? []);
});
export const mine = computed((): Walker[] => {
  const found = config.value;
  if (!found) return [];
  const now = Date.now();
  return kept.value.map((person) => ({
    id: person.id,
    name: person.name,
    life: liveThrough(person, found.config, now),
    traits: person.traits,
    person,
  }));
});

/** Who walks the site now, with the history they have by now. */
export const walking = computed((): (As & { kind: 'visitor' }) | undefined => {
  const as = preview.value?.as;
  return as?.kind === 'visitor' ? as : undefined;
});

export const toAs = ({ id, name, life, traits }: Walker): As => ({
  kind: 'visitor',
  id,
  name,
  events: life.events as VisitorEvent[],
  traits,
  facts: Object.fromEntries(
    Object.entries(life.facts).filter(([key, value]) => value !== undefined && key !== 'path'),
  ) as Record<string, string>,
  aheadMs: life.aheadMs,
});

export async function keep(person: Person): Promise<void> {
  if (origin.value === undefined) return;
  await people(origin.value).update((before = []) =>
    before.some(({ id }) => id === person.id)
      ? before.map((one) => (one.id === person.id ? person : one))
      : [...before, person],
  );
  void markLesson('invented');
}

export async function drop(id: string): Promise<void> {
  if (origin.value !== undefined)
    await people(origin.value).update((before = []) => before.filter((one) => one.id !== id));
}
