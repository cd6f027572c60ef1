// What this browser is on this site: replayed from its own events by the engine, so the panel and the page agree.

import type { Assignment } from '../../../shared/engine/assign.ts';
import { assignUnlessHeldOut } from '../../../shared/engine/assign-unless-held-out.ts';
import { type Finding, find } from '../../../shared/engine/decide.ts';
import { matchesPages } from '../../../shared/engine/pattern.ts';
import type { Facts, Truth, View } from '../../../shared/engine/view.ts';
import { readRules } from '../../../shared/page/read-rules.ts';
import type { Config } from '../../../shared/schema/config.ts';
import type { Experience } from '../../../shared/schema/experience.ts';
import { messageOf } from '../../wire/message-of.ts';
import { replay } from '../../wire/scene.ts';
import type { Look, Memory } from '../../wire/stage-shapes.ts';
import { toFields } from '../kit/say-event.ts';
import { sayMade } from '../kit/say-made.ts';
import { toName } from '../kit/to-name.ts';

export interface SegmentAnswer {
  id: string;
  name: string;
  description: string | undefined;
  value: Truth;
  finding: Finding | undefined;
  /** where the rule cannot be read */
  trouble: string | undefined;
}

/** One visitor at one moment; `view` is what the engine decides on. */
export function createView(
  config: Config,
  memory: Memory,
  facts: Facts,
  now: number,
  doubt: View['doubt'],
): View {
  const program = readRules(config);
  const profile = replay(program, memory.events);
  Object.assign(profile.traits, memory.traits);
  profile.prunedAt = memory.prunedAt;
  return { program, profile, facts, now, doubt };
}

/** Whether the whole memory is in doubt: consent is awaited. Without the tag nobody is there to consent to. */
export function findDoubt({ consent, tags }: Look, config: Config, isInstalled: boolean): View['doubt'] {
  if (!isInstalled) return undefined;
  if (consent === 'granted' || consent === 'implied') return undefined;
  const said = tags.find((tag) => tag.consent !== undefined)?.consent ?? config.privacy?.consent;
  return said === 'implied' || said === 'granted' ? undefined : 'waiting';
}

export function answerSegments(view: View): SegmentAnswer[] {
  return view.program.config.segments.map((one) => {
    const { id, when } = one;
    const [name, description] = [
      sayMade(one.name) || toName(id),
      one.description && sayMade(one.description),
    ];
    try {
      const finding = find(when, view);
      return { id, name, description, value: finding.value, finding, trouble: undefined };
    } catch (error) {
      const trouble = messageOf(error);
      return { id, name, description, value: 'unknown', finding: undefined, trouble };
    }
  });
}

export interface ExperienceAnswer {
  experience: Experience;
  name: string;
  assignment: Assignment | undefined;
}

/** The experiences of this address and what this browser gets of each. */
export function answerExperiences(view: View, url: string, seed: string): ExperienceAnswer[] {
  return view.program.config.experiences
    .filter(({ pages }) => matchesPages(pages, url))
    .map((experience) => {
      const name = experience.name || toName(experience.id);
      try {
        return { experience, name, assignment: assignUnlessHeldOut(experience, view, seed) };
      } catch {
        return { experience, name, assignment: undefined };
      }
    });
}

/** Interests by share, the strongest first. */
export function readInterests(
  config: Config,
  memory: Memory,
  now: number,
): { topic: string; share: number }[] {
  const topics = new Set<string>();
  for (const { props } of memory.events) {
    const { topics: many, topic, item_category: own, items } = props;
    const ofItems = Array.isArray(items) ? items.map((item) => toFields(item).item_category) : [];
    for (const one of [many, topic, own, ofItems].flat()) if (typeof one === 'string' && one) topics.add(one);
  }
  const segments = [...topics].map((topic) => ({
    id: topic,
    name: topic,
    when: { kind: 'interest' as const, topic, share: { $gte: 0 } },
  }));
  const view = createView({ ...config, segments, experiences: [] }, memory, {}, now, undefined);
  return segments
    .map(({ id, when }) => {
      const figure = find(when, view).figure as { share?: number } | undefined;
      return { topic: id, share: figure?.share ?? 0 };
    })
    .filter(({ share }) => share > 0)
    .sort((a, b) => b.share - a.share);
}
