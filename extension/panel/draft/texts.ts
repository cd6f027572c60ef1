// Names, descriptions and what else of a draft is one text that is saved as one types: each letter is noted until the draft
// holds it.

import * as z from 'zod/mini';
import type { Change } from '../../../shared/schema/change.ts';
import type { Config } from '../../../shared/schema/config.ts';
import type { Experience, Variant } from '../../../shared/schema/experience.ts';
import type { Undo } from '../../wire/browser.ts';
import { fromLocal } from '../kit/from-local.ts';
import type { createEdits } from './edits.ts';
import { forget, note, restoring } from './noted.ts';
import { QuestionSpot, writeQuestion } from './write-question.ts';

const text = z.string();
const Spot = z.union([
  z.object({ of: z.enum(['experience', 'segment', 'goal', 'persona']), id: text, field: z.literal('name') }),
  z.object({ of: z.literal('segment'), id: text, field: z.literal('description') }),
  QuestionSpot,
  z.object({ of: z.literal('experience'), id: text, field: z.enum(['pages', 'from', 'to']) }),
  z.object({
    of: z.literal('variant'),
    experience: text,
    id: text,
    field: z.enum(['name', 'css', 'redirect', 'weight']),
  }),
]);
/** Where in a draft the text is. */
export type Spot = z.infer<typeof Spot>;
const Note = z.object({ spot: Spot, what: text, text });
type Note = z.infer<typeof Note>;

/** The one change of this kind that a variant can have; without a text it goes. */
function writeOne(variant: Variant, kind: 'css' | 'redirect', text: string): void {
  const next: Change | undefined =
    text.trim() === '' ? undefined : kind === 'css' ? { kind, value: text } : { kind, url: text.trim() };
  const index = variant.changes.findIndex((one) => one.kind === kind);
  const old = variant.changes[index];
  if (!next) {
    if (old) variant.changes.splice(index, 1);
  } else if (old) Object.assign(old, next);
  else variant.changes.push(next);
}

/** "/shoes/*, !/cart" */
export const readPages = (text: string): string[] =>
  text
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean);
export const readWeight = (text: string): number => Math.max(0, Number(text) || 0);

/** What is no moment is no limit. */
function writeSchedule(experience: Experience, end: 'from' | 'to', text: string): void {
  const next = { ...experience.schedule };
  const at = fromLocal(text);
  if (at) next[end] = at;
  else delete next[end];
  if (Object.keys(next).length) experience.schedule = next;
  else delete experience.schedule;
}

/** Edits in place, for immer. Gone meanwhile: nothing happens. */
export function writeText(config: Config, spot: Spot, text: string): void {
  const byId = <T extends { id: string }>(all: readonly T[] | undefined) =>
    all?.find(({ id }) => id === spot.id);
  switch (spot.of) {
    case 'experience': {
      const one = byId(config.experiences);
      if (!one) return;
      if (spot.field === 'name') one.name = text;
      else if (spot.field === 'pages') one.pages = readPages(text);
      else writeSchedule(one, spot.field, text);
      return;
    }
    case 'goal': {
      const one = byId(config.goals);
      if (one) one.name = text;
      return;
    }
    case 'persona': {
      // the segment that says the same is called the same
      const all = [byId(config.personas?.groups), byId(config.segments)];
      for (const one of all) if (one) one.name = text;
      return;
    }
    case 'question':
      writeQuestion(config, spot, text);
      return;
    case 'segment': {
      const one = byId(config.segments);
      if (!one) return;
      if (spot.field === 'name') one.name = text;
      else if (text.trim()) one.description = text;
      else delete one.description;
      return;
    }
    case 'variant': {
      const one = byId(config.experiences.find(({ id }) => id === spot.experience)?.variants);
      if (!one) return;
      if (spot.field === 'name') one.name = text;
      else if (spot.field === 'weight') one.weight = readWeight(text);
      else writeOne(one, spot.field, text);
    }
  }
}

const prefixOf = (origin: string): string => `words:${origin} `;

export function createTexts({
  origin,
  draft,
  editSoon,
}: Pick<ReturnType<typeof createEdits>, 'editSoon'> & {
  origin: { readonly value: string | undefined; peek(): string | undefined };
  draft: { readonly value: unknown };
}) {
  /** @param what in words, for undo */
  function typeText(spot: Spot, what: string, typed: string): void {
    const at = origin.peek();
    if (at === undefined) return;
    const name = prefixOf(at) + JSON.stringify(spot);
    const said = JSON.stringify({ spot, what, text: typed } satisfies Note);
    note(name, said);
    editSoon(
      name,
      what,
      (config) => writeText(config, spot, typed),
      () => forget(name, said),
    );
  }

  const restoreTexts = (): Undo =>
    restoring({ origin, draft, editSoon }, prefixOf, Note, (config, last) =>
      writeText(config, last.spot, last.text),
    );
  return { typeText, restoreTexts };
}
