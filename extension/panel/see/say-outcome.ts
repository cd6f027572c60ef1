// Says what a visitor gets of one experience, and which findings explain it.

import type { Assignment } from '../../../shared/engine/assign.ts';
import { HELD_OUT } from '../../../shared/engine/assign-unless-held-out.ts';
import type { Finding } from '../../../shared/engine/decide.ts';
import type { Experience, Trigger } from '../../../shared/schema/experience.ts';
import { t } from '../../../shared/words/t.ts';
import type { Tone } from '../kit/chip.tsx';
import { saySpan } from '../kit/say-test.ts';
import { toName } from '../kit/to-name.ts';
import type { SegmentAnswer } from '../site/insight.ts';

export function sayOutcome(
  experience: Experience,
  assignment: Assignment | undefined,
): { tone: Tone; text: string } {
  if (!assignment) return { tone: 'warn', text: t`Cannot be decided` };
  const { outcome, reason, variant } = assignment;
  if (outcome === 'holdout' || reason === HELD_OUT) return { tone: 'accent', text: t`Held out` };
  if (reason === 'draft') return { tone: 'plain', text: t`Not shown yet` };
  if (outcome === 'original') return { tone: 'plain', text: t`Original` };
  const found = experience.variants.find(({ id }) => id === variant);
  return { tone: 'good', text: found?.name || (variant ? toName(variant) : t`Variant`) };
}

export function sayTrigger(trigger: {
  kind: string;
  event?: string | undefined;
  share?: number | undefined;
  after?: string | undefined;
}): string {
  switch (trigger.kind as Trigger['kind']) {
    case 'event':
      return t`until “${trigger.event}” happens`;
    case 'scroll':
      return t`until ${Math.round((trigger.share ?? 0) * 100)} % of the page were scrolled`;
    case 'time':
      return t`for ${saySpan(trigger.after)}`;
    case 'exit':
      return t`until the pointer leaves towards the top`;
    case 'idle':
      return t`until nothing was done for ${saySpan(trigger.after)}`;
    default:
      return t`for nothing`;
  }
}

/** A sentence, and the findings of the segments that decided. */
export function findWhy(
  experience: Experience,
  assignment: Assignment | undefined,
  segments: SegmentAnswer[],
): { text: string; findings: Finding[] } {
  const of = (ids: string[]) =>
    segments.flatMap(({ id, finding }) =>
      ids.includes(id) && finding
        ? [
            finding.condition.kind === 'segment'
              ? finding
              : { ...finding, condition: { kind: 'segment' as const, id }, of: [finding] },
          ]
        : [],
    );
  const nameOf = (id: string) => segments.find((segment) => segment.id === id)?.name ?? id;
  if (!assignment) return { text: t`A rule of this experience cannot be read.`, findings: [] };
  const { outcome, reason, variant } = assignment;
  const own = [...new Set(experience.variants.map(({ segment }) => segment))];
  const wait =
    experience.trigger && experience.trigger.kind !== 'load'
      ? ` ${t`It waits ${sayTrigger(experience.trigger)}.`}`
      : '';
  if (outcome === 'variant') {
    const segment = experience.variants.find(({ id }) => id === variant)?.segment ?? 'everyone';
    return segment === 'everyone'
      ? { text: t`Everyone gets it.${wait}`, findings: [] }
      : { text: t`Because this browser is in “${nameOf(segment)}”.${wait}`, findings: of([segment]) };
  }
  if (outcome === 'holdout') {
    const share = Math.round((experience.holdout ?? 0) * 100);
    return {
      text: t`This browser belongs to the ${share} % that always see the original and are counted.`,
      findings: [],
    };
  }
  switch (reason) {
    case 'draft':
      return { text: t`It is not shown yet: nobody gets it before it is published.`, findings: [] };
    case 'paused':
      return { text: t`This experience is paused.`, findings: [] };
    case 'schedule':
      return { text: t`It is not its time: the schedule says when.`, findings: [] };
    case 'frequency':
      return { text: t`It was shown as often as it may be.`, findings: [] };
    case HELD_OUT:
      return {
        text: t`This browser belongs to those that get the original everywhere, to tell whether all of it helps.`,
        findings: [],
      };
    case 'no weight':
      return { text: t`None of its variants has a weight.`, findings: [] };
    default:
      return { text: t`This browser is in none of its segments.`, findings: of(own) };
  }
}
