// Makes up somebody who is in a segment: a history they could have lived, and what is known of them here and now.
//
// Found by the same search that `selvedge check` uses to see whether anybody can get into a segment (shared/lint);
// the engine has the last word, so whoever is found is in it. Pure: the tests seed real browsers with them too.

import { find } from '../../../shared/engine/decide.ts';
import { record } from '../../../shared/engine/fold.ts';
import { createProfile, type TraitValue } from '../../../shared/engine/profile.ts';
import type { View } from '../../../shared/engine/view.ts';
import { createRandom } from '../../../shared/lint/random.ts';
import { createRecipe, type Recipe } from '../../../shared/lint/recipe.ts';
import { satisfy } from '../../../shared/lint/witness.ts';
import { readRules } from '../../../shared/page/read-rules.ts';
import type { Config } from '../../../shared/schema/config.ts';
import { sayMade } from '../kit/say-made.ts';
import { toName } from '../kit/to-name.ts';
import { createView } from '../site/insight.ts';
import { narrowTo } from '../site/narrow-to.ts';
import { findAhead, type Life } from './live-through.ts';
import type { Person } from './person.ts';

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

function live(recipe: Recipe, config: Config, now: number, aheadMs: number): Life {
  const program = readRules(config);
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
        isVisit ? { path: '/' } : props,
        theirNow - agoMs,
        isVisit ? { ...recipe.arrival, ...props } : recipe.arrival,
      );
    });
  events.push(...record(program, profile, 'page_view', { path: '/' }, theirNow, recipe.arrival, true));
  return { events, facts: recipe.facts, aheadMs };
}

const asMemory = (life: Life, traits: Walker['traits']) => ({
  events: life.events,
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
export function findSomebody(all: Config, segment: string, now: number): Walker | undefined {
  const config = narrowTo(all, segment);
  const rule = config.segments.find(({ id }) => id === segment);
  if (!rule) return undefined;
  for (let seed = 1; seed <= TRIES; seed++) {
    const recipe = createRecipe();
    satisfy(rule.when, true, recipe, config, createRandom(seed));
    const { traits, weekday, hour } = recipe;
    const path = String(recipe.facts.path ?? '/');
    // by our own clock, if the rule does not ask for a certain time of the week
    for (const aheadMs of [0, findAhead({ weekday, hour }, now)]) {
      const life = live(recipe, config, now, aheadMs);
      if (find(rule.when, viewOf(config, life, traits, path, now)).value === true)
        return { id: `ready:${segment}`, name: sayMade(rule.name) || toName(segment), life, traits };
    }
  }
  return undefined;
}
