// What a previewed visitor gets on one page: the engine's own decisions over forced segments or a made-up history.
//
// Pure. "In exactly these segments" is said in the rules themselves (shared/page/for-everybody.ts), so `assign` decides
// as it does for real visitors. Holdout and frequency are left out, because they would show the original at random;
// everything else (order, schedule, weights) counts.

import type { Placement } from '../../shared/dom/claim.ts';
import { readPath } from '../../shared/engine/address.ts';
import { type Assignment, assign } from '../../shared/engine/assign.ts';
import { segments as findSegments } from '../../shared/engine/decide.ts';
import type { VisitorEvent } from '../../shared/engine/event.ts';
import { fold } from '../../shared/engine/fold.ts';
import { matchesPages } from '../../shared/engine/pattern.ts';
import { createProfile, type Profile } from '../../shared/engine/profile.ts';
import type { Facts, Program, View } from '../../shared/engine/view.ts';
import { askAsBlocks } from '../../shared/page/ask-as-block.ts';
import { forceSegments, withoutChance } from '../../shared/page/for-everybody.ts';
import { listsAsBlocks } from '../../shared/page/list-as-block.ts';
import { placeVariant } from '../../shared/page/placements.ts';
import { readRules } from '../../shared/page/read-rules.ts';
import type { Config } from '../../shared/schema/config.ts';
import type { Experience, Trigger, Variant } from '../../shared/schema/experience.ts';
import type { PreviewState } from './preview-state.ts';

/** One experience of this page and what the previewed visitor gets of it. */
export interface Shown {
  experience: string;
  outcome: Assignment['outcome'];
  variant?: string;
  reason: string;
  /** the other variants of a split that this visitor could have got as well */
  split?: string[];
  /** it waits for this; nothing shows until then */
  waits?: Trigger;
  /** visitors are sent on to this path */
  redirect?: string;
}
export interface Scene {
  segments: string[];
  shown: Shown[];
  placements: Placement[];
  view: View;
  as: PreviewState['as'];
}

export function replay(program: Program, events: VisitorEvent[]): Profile {
  const profile = createProfile(program);
  for (const event of events) fold(program, profile, event);
  return profile;
}

/** Neighbouring variants of the same segment: visitors share them by weight. */
function findSplit({ variants }: Experience, chosen: string): Variant[] {
  const at = variants.findIndex(({ id }) => id === chosen);
  const segment = variants[at]?.segment;
  let from = at;
  let to = at;
  while (from > 0 && variants[from - 1]?.segment === segment) from--;
  while (variants[to + 1]?.segment === segment && to + 1 < variants.length) to++;
  return variants.slice(from, to + 1);
}

/**
 * @param fired experiences whose trigger has fired on this page
 * @param now ms since epoch, the device's clock
 */
export function decideScene(
  state: PreviewState,
  url: URL,
  facts: Facts,
  now: number,
  fired: ReadonlySet<string>,
): Scene {
  const { as, drafts, seed, choices } = state;
  const experiences = state.config.experiences
    .map(withoutChance)
    .map((one): Experience => (drafts && one.status === 'draft' ? { ...one, status: 'live' } : one));
  const base: Config = { ...state.config, experiences };
  const isVisitor = as.kind === 'visitor';
  const config = isVisitor ? base : forceSegments(base, as.kind === 'segments' ? as.ids : []);
  const program = readRules(config);
  const profile = isVisitor ? replay(program, as.events) : createProfile(program);
  Object.assign(profile.traits, isVisitor ? as.traits : state.traits);
  const view: View = {
    program,
    profile,
    facts: isVisitor ? { ...facts, ...as.facts, path: readPath(url) } : facts,
    now: isVisitor ? now + as.aheadMs : now,
  };
  const placements: Placement[] = [];
  const shown: Shown[] = [];
  if (as.kind !== 'original') {
    for (const experience of experiences) {
      if (!matchesPages(experience.pages, url)) continue;
      const { id, variants, trigger } = experience;
      const { outcome, variant: given, reason } = assign(experience, view, seed);
      const split = given === undefined ? [] : findSplit(experience, given);
      const choice = split.find((one) => one.id === choices[id])?.id;
      const variant = variants.find((one) => one.id === (choice ?? given));
      const waits = trigger && trigger.kind !== 'load' && !fired.has(id) ? trigger : undefined;
      const placed = variant && placeVariant(experience, listsAsBlocks(config, askAsBlocks(config, variant)));
      const [redirect] = placed?.redirects ?? [];
      shown.push({
        experience: id,
        outcome,
        reason,
        ...(outcome === 'variant' && variant && { variant: variant.id }),
        ...(split.length > 1 && { split: split.map((one) => one.id) }),
        ...(outcome === 'variant' && waits && { waits }),
        ...(outcome === 'variant' && redirect && { redirect: redirect.url }),
      });
      if (outcome === 'variant' && placed && !waits) placements.push(...placed.placements);
    }
  }
  const segments = as.kind === 'segments' ? as.ids : isVisitor ? findSegments(view) : [];
  return { segments, shown, placements, view, as };
}
