// Made-up visitors, and which segments each of them is in. The engine itself decides, so advice and the page
// agree.
import { compile } from '../engine/compile.ts';
import { find } from '../engine/decide.ts';
import { record } from '../engine/fold.ts';
import { createProfile } from '../engine/profile.ts';
import type { View } from '../engine/view.ts';
import type { Config } from '../schema/config.ts';
import { createRandom, type Random } from './random.ts';
import { createRecipe, type Recipe } from './recipe.ts';
import { satisfy } from './witness.ts';

export interface Crowd {
  size: number;
  /** by segment id: the numbers of the visitors in it; of segments that were not tried there is none */
  members: Map<string, Set<number>>;
}

/** Tries for each segment and each wish (in, out, in together with another). */
const MOST_TRIES = 6;
/** So many more where nobody got in. */
const MORE_TRIES = 60;
/** With many segments each gets fewer tries, so that a check stays quick. */
const CROWD = 3000;
/** Of so many segments all are tried; the time goes with their square, and nobody writes for more. */
const MOST_SEGMENTS = 300;

/** @param config one that checkConfig found fit */
export function simulate(config: Config): Crowd {
  const random = createRandom(1);
  const segments = config.segments.slice(0, MOST_SEGMENTS);
  const members = new Map<string, Set<number>>(segments.map(({ id }) => [id, new Set()]));
  const program = compile({ ...config, experiences: [] });
  const tries = Math.max(1, Math.min(MOST_TRIES, Math.floor(CROWD / 3 / segments.length)));
  let size = 0;
  const enter = (recipe: Recipe) => {
    const view = visit(recipe, program);
    for (const [id, inside] of members)
      if (find({ kind: 'segment', id }, view).value === true) inside.add(size);
    size++;
  };
  enter(createRecipe());
  for (const segment of segments) {
    for (let i = 0; i < tries; i++) {
      enter(make([segment], config, random, true));
      if (tries === 1) continue; // so many segments are their own outsiders
      enter(make([segment], config, random, false));
      const other = random.pick(segments);
      if (other) enter(make([segment, other], config, random, true));
    }
    for (let i = 0; i < MORE_TRIES && members.get(segment.id)?.size === 0; i++) {
      const recipe = make([segment], config, random, true);
      // parts of a rule get in each other's way: chance may find the way round
      if (i > MORE_TRIES / 4) vary(recipe, random);
      enter(recipe);
    }
  }
  return { size, members };
}

function make(wished: Config['segments'], config: Config, random: Random, isWanted: boolean): Recipe {
  const recipe = createRecipe();
  for (const { when } of wished) satisfy(when, isWanted, recipe, config, random);
  return recipe;
}

/** Does some of it more often, less often, or at another time. */
function vary(recipe: Recipe, random: Random): void {
  recipe.acts = recipe.acts.flatMap((one) => {
    const chance = random.next();
    if (chance < 0.2) return [];
    if (chance < 0.4) return [one, { ...one, agoMs: one.agoMs * random.next() }];
    return chance < 0.6 ? [{ ...one, agoMs: one.agoMs * 2 * random.next() }] : [one];
  });
}

function visit(recipe: Recipe, program: ReturnType<typeof compile>): View {
  const { hour, weekday, arrival, facts, traits } = recipe;
  const now = new Date(2026, 5, weekday, hour).getTime(); // 1 June 2026 is a Monday
  const profile = createProfile(program);
  Object.assign(profile.traits, traits);
  const acts = [...recipe.acts].sort((a, b) => b.agoMs - a.agoMs);
  for (const { name, agoMs, props } of acts) {
    // A visit begins with a page view; how it came is what `visit_start` says.
    const isVisit = name === 'visit_start';
    record(
      program,
      profile,
      isVisit ? 'page_view' : name,
      isVisit ? { path: '/' } : props,
      now - agoMs,
      isVisit ? { ...arrival, ...props } : arrival,
    );
  }
  const path = typeof facts.path === 'string' ? facts.path : '/';
  record(program, profile, 'page_view', { path }, now, arrival, true);
  return { program, profile, facts, now };
}
