// Makes a browser a known visitor of the shop: somebody who is in a segment, written into the site's own storage as
// the tag would have left it.

import type { Page } from '@playwright/test';
import { compile } from '../../shared/engine/compile.ts';
import { decide, type Facts } from '../../shared/engine/decide.ts';
import type { VisitorEvent } from '../../shared/engine/event.ts';
import { record } from '../../shared/engine/fold.ts';
import { pack } from '../../shared/engine/pack.ts';
import { place } from '../../shared/engine/place.ts';
import { createProfile, type Profile } from '../../shared/engine/profile.ts';
import { createRandom } from '../../shared/lint/random.ts';
import { createRecipe } from '../../shared/lint/recipe.ts';
import { satisfy } from '../../shared/lint/witness.ts';
import { trimConfig } from '../../shared/publish/bundle.ts';
import type { Config } from '../../shared/schema/config.ts';
import type { Props } from '../../shared/schema/props.ts';

export interface Seeded {
  profile: Profile;
  events: VisitorEvent[];
  seed: string;
}

/** A seed that no experience holds out. */
function findSeed(config: Config): string {
  for (let number = 1; ; number++) {
    const seed = number.toString(16).padStart(32, '0');
    if (config.experiences.every(({ id, holdout = 0 }) => place(seed, `${id}/holdout`) >= holdout))
      return seed;
  }
}

/** @throws Error when nobody could be found who is in it */
export function makeVisitor(full: Config, segment: string, now: number): Seeded {
  const config = trimConfig(full);
  const program = compile(config);
  const rule = config.segments.find(({ id }) => id === segment)!;
  for (let chance = 1; chance <= 60; chance++) {
    const recipe = createRecipe();
    satisfy(rule.when, true, recipe, config, createRandom(chance));
    const profile = createProfile(program);
    Object.assign(profile.traits, recipe.traits);
    const events = recipe.acts
      .toSorted((a, b) => b.agoMs - a.agoMs)
      .flatMap(({ name, agoMs, props }) => {
        const isVisit = name === 'visit_start';
        return record(
          program,
          profile,
          isVisit ? 'page_view' : name,
          (isVisit ? { path: '/' } : props) as Props,
          now - agoMs,
          isVisit ? { ...recipe.arrival, ...props } : recipe.arrival,
        );
      });
    events.push(...record(program, profile, 'page_view', { path: '/' }, now, recipe.arrival, true));
    const view = { program, profile, facts: recipe.facts as Facts, now };
    if (decide(rule.when, view).value === true) return { profile, events, seed: findSeed(config) };
  }
  throw new Error(`Nobody could be made up who is in "${segment}".`);
}

/** Call on a page of the site's origin on which the tag does not run. */
export async function writeVisitor(page: Page, { profile, events, seed }: Seeded): Promise<void> {
  const consent = 'implied';
  const snapshot = JSON.stringify({ consent, rev: 1, seed, profile: pack(profile), acts: [] });
  const state = { rev: 1, upTo: events.length, consent, seed, profile };
  await page.evaluate(
    async ({ snapshot, state, events }) => {
      localStorage.setItem('selvedge', snapshot);
      const opening = indexedDB.open('selvedge', 1);
      opening.onupgradeneeded = () => {
        opening.result.createObjectStore('events', { keyPath: 'id', autoIncrement: true });
        opening.result.createObjectStore('state');
      };
      await new Promise((resolve) => {
        opening.onsuccess = resolve;
      });
      const write = opening.result.transaction(['events', 'state'], 'readwrite');
      for (const event of events) write.objectStore('events').add(event);
      write.objectStore('state').put(state, 'visitor');
      await new Promise((resolve) => {
        write.oncomplete = resolve;
      });
      opening.result.close();
    },
    { snapshot, state, events },
  );
}
