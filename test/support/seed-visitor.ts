// Makes a browser a known visitor of the shop: somebody who is in a segment, written into the site's own storage as
// the tag would have left it.

import type { Page } from '@playwright/test';
import { findSomebody, viewOf } from '../../extension/panel/see/find-somebody.ts';
import type { VisitorEvent } from '../../shared/engine/event.ts';
import { pack } from '../../shared/engine/pack.ts';
import { place } from '../../shared/engine/place.ts';
import type { Profile } from '../../shared/engine/profile.ts';
import { trimConfig } from '../../shared/publish/bundle.ts';
import type { Config } from '../../shared/schema/config.ts';

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

/** @throws Error when nobody could be found who is in it, or only at another time of the week */
export function makeVisitor(full: Config, segment: string, now: number): Seeded {
  const config = trimConfig(full);
  const found = findSomebody(config, segment, now);
  if (!found || found.life.aheadMs > 0)
    throw new Error(`Nobody could be made up who is in "${segment}" by now.`);
  const { life, traits } = found;
  const { profile } = viewOf(config, life, traits, '/', now);
  return { profile, events: life.events, seed: findSeed(config) };
}

/** Call on a page of the site's origin on which the tag does not run. */
export async function writeVisitor(page: Page, { profile, events, seed }: Seeded): Promise<void> {
  const consent = 'implied';
  const snapshot = JSON.stringify({ consent, rev: 1, seed, profile: pack(profile), acts: [] });
  const stored: object[] = events;
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
    { snapshot, state, events: stored },
  );
}
