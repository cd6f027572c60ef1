// Where a question is asked, what speaks of its answer, and what goes with it when it is removed. Pure.

import { matchesPages } from '../../../../shared/engine/pattern.ts';
import type { ChangeOf } from '../../../../shared/schema/change.ts';
import type { Config, Segment } from '../../../../shared/schema/config.ts';
import type { Experience, Variant } from '../../../../shared/schema/experience.ts';
import { walk } from '../../../../shared/schema/parts.ts';
import type { Question } from '../../../../shared/schema/question.ts';
import { eachReference } from '../../draft/references.ts';

export interface Asking {
  experience: Experience;
  variant: Variant;
  change: ChangeOf<'ask'>;
}

/** Each variant that asks it. */
export const findAskings = ({ experiences }: Config, id: string): Asking[] =>
  experiences.flatMap((experience) =>
    experience.variants.flatMap((variant) =>
      variant.changes.flatMap((change) =>
        change.kind === 'ask' && change.question === id ? [{ experience, variant, change }] : [],
      ),
    ),
  );

/** The variant to be shown while the question is edited: one of this page first. */
export function findAsking(
  config: Config | undefined,
  id: string,
  url: string | undefined,
): { experience: string; id: string } | undefined {
  const all = config ? findAskings(config, id) : [];
  const here = all.find(({ experience }) => url !== undefined && matchesPages(experience.pages, url));
  const { experience, variant } = here ?? all[0] ?? {};
  return experience && variant && { experience: experience.id, id: variant.id };
}

const holds = (part: unknown, text: string): boolean => (JSON.stringify(part) ?? '').includes(text);

/** Those that ask for its answer, or whether it was answered. */
export const findSegments = ({ segments }: Config, { id, trait }: Question): Segment[] =>
  segments.filter(({ when }) =>
    walk(when, []).some(
      ({ value }) =>
        (value.kind === 'trait' && value.key === trait) ||
        ('event' in value && value.event === 'question_answered' && holds(value, JSON.stringify(id))),
    ),
  );

/** Those that write its answer into the page. */
export const findTokens = ({ experiences }: Config, { trait }: Question): Experience[] =>
  experiences.filter(({ variants }) =>
    [`{{trait.${trait}}}`, `{{trait.${trait}|`].some((token) => holds(variants, token)),
  );

/** Nothing but this question. */
const asksOnly = ({ variants }: Experience, id: string): boolean =>
  variants.every(({ changes }) => changes.every((one) => one.kind === 'ask' && one.question === id));

/** The experiences that only ask it, and that nothing speaks of: they go with it. */
export function findOnlyAsking(config: Config, id: string): Experience[] {
  const named = new Set<string>();
  eachReference(config, (list, one) => {
    if (list === 'experiences') named.add(one);
    return one;
  });
  const askings = new Set(findAskings(config, id).map(({ experience }) => experience));
  return [...askings].filter((one) => asksOnly(one, id) && !named.has(one.id));
}

/** Edits the config in place, as immer has it: nobody is asked any more, and what did nothing else is gone. */
export function removeQuestion(config: Config, id: string): void {
  const gone = new Set(findOnlyAsking(config, id).map((one) => one.id));
  config.experiences = config.experiences.filter((one) => !gone.has(one.id));
  for (const { variants } of config.experiences)
    for (const variant of variants)
      variant.changes = variant.changes.filter((one) => one.kind !== 'ask' || one.question !== id);
  const left = (config.questions ?? []).filter((one) => one.id !== id);
  if (left.length) config.questions = left;
  else delete config.questions;
}
