// The draft of the site in front, as signals: where the author is in it, what it holds, and every way to change it.
//
// The store (panel/draft/store.ts) is the truth; this asks it to change and shows what it says. A change that cannot
// be saved says so in `trouble` and leaves the draft as it was.

import { computed, effect, signal } from '@preact/signals';
import { checkConfig } from '../../../shared/schema/check.ts';
import type { Config } from '../../../shared/schema/config.ts';
import type { Experience, Variant } from '../../../shared/schema/experience.ts';
import { toName } from '../kit/to-name.ts';
import { look, pageConfig } from '../site/page.ts';
import { type Draft, editDraft, emptyConfig, redoDraft, startDraft, undoDraft } from './draft.ts';
import { stripNotes } from './notes.ts';
import { sayDifferences } from './say-difference.ts';
import { draftOf } from './store.ts';

export type Place =
  | { kind: 'home' }
  | { kind: 'gallery'; variant?: { experience: string; variant: string } }
  | { kind: 'segment'; id: string }
  | { kind: 'experience'; id: string }
  | { kind: 'variant'; experience: string; id: string }
  | { kind: 'publish' }
  | { kind: 'history' };

export const place = signal<Place>({ kind: 'home' });
export const draft = signal<Draft | undefined>(undefined);
export const isDraftRead = signal(false);
export const trouble = signal('');
export const origin = computed(() => (look.value ? new URL(look.value.url).origin : undefined));

export const config = computed(() => draft.value?.config);
/** What would go out: without what is turned off. */
export const publishable = computed(() => draft.value && stripNotes(draft.value.config));
export const checked = computed(() => (publishable.value ? checkConfig(publishable.value) : undefined));
export const differences = computed(() =>
  publishable.value ? sayDifferences(draft.value?.base, publishable.value) : [],
);

let shownOrigin: string | undefined;
effect(() => {
  const at = origin.value;
  if (at === undefined) return;
  if (at !== shownOrigin) {
    shownOrigin = at;
    draft.value = undefined;
    isDraftRead.value = false;
    place.value = { kind: 'home' };
  }
  const store = draftOf(at);
  void store.read().then((found) => {
    if (origin.peek() !== at) return;
    draft.value = found;
    isDraftRead.value = true;
  });
  return store.watch((next) => {
    draft.value = next;
  });
});

/** Changes the stored draft. Never throws. */
export async function changeDraft(change: (before: Draft, now: number) => Draft): Promise<void> {
  const at = origin.value;
  if (at === undefined) return;
  trouble.value = '';
  try {
    draft.value = await draftOf(at).update((before) => {
      if (!before) throw new Error('the draft is gone; begin a new one');
      return change(before, Date.now());
    });
  } catch (error) {
    trouble.value = (error as Error).message;
  }
}
/** @param what in words, for undo: "Headline text" */
export const edit = (what: string, change: (config: Config) => void, isTyping = false): Promise<void> =>
  changeDraft((before, now) => editDraft(before, what, change, now, isTyping));
export const undo = (): Promise<void> => changeDraft(undoDraft);
export const redo = (): Promise<void> => changeDraft(redoDraft);

/** Published configs leave names out; an author needs some. */
export function giveNames(config: Config): Config {
  return {
    ...config,
    segments: config.segments.map((one) => ({ ...one, name: one.name || toName(one.id) })),
    ...(config.goals && { goals: config.goals.map((one) => ({ ...one, name: one.name || toName(one.id) })) }),
    experiences: config.experiences.map((one) => ({
      ...one,
      name: one.name || toName(one.id),
      variants: one.variants.map((variant) => ({ ...variant, name: variant.name || toName(variant.id) })),
    })),
  };
}

/** Begins a draft: from what is live here, from a config the author opened, or from nothing. */
export async function beginDraft(from: 'live' | 'nothing' | Config): Promise<void> {
  const at = origin.value;
  if (at === undefined) return;
  const found = pageConfig.value;
  // what a newer release made is looked at, never built on
  const live = found.kind === 'ok' && found.newer === undefined ? found : undefined;
  const base = live && giveNames(live.config);
  const start = from === 'live' ? base : from === 'nothing' ? emptyConfig(new URL(at).host) : from;
  if (!start) return;
  trouble.value = '';
  try {
    draft.value = await draftOf(at).update(
      (before) =>
        before ?? {
          ...startDraft(structuredClone(start), base, Date.now()),
          ...(live?.from === 'tag' && { isTrimmed: true }),
        },
    );
  } catch (error) {
    trouble.value = (error as Error).message;
  }
}

export async function dropDraft(): Promise<void> {
  const at = origin.value;
  if (at === undefined) return;
  await draftOf(at).remove();
  draft.value = undefined;
  place.value = { kind: 'home' };
}

export const findExperience = (id: string): Experience | undefined =>
  config.value?.experiences.find((one) => one.id === id);
export const findVariant = (experience: string, id: string): Variant | undefined =>
  findExperience(experience)?.variants.find((one) => one.id === id);
export const sayWho = (id: string): string =>
  id === 'everyone' ? 'everyone' : (config.value?.segments.find((one) => one.id === id)?.name ?? toName(id));

/** Edits one variant; gone meanwhile: nothing happens. */
export const editVariant = (
  at: { experience: string; id: string },
  what: string,
  change: (variant: Variant) => void,
): Promise<void> =>
  edit(what, (next) => {
    const variant = next.experiences
      .find(({ id }) => id === at.experience)
      ?.variants.find(({ id }) => id === at.id);
    if (variant) change(variant);
  });
export const editExperience = (
  id: string,
  what: string,
  change: (experience: Experience) => void,
): Promise<void> =>
  edit(what, (next) => {
    const found = next.experiences.find((one) => one.id === id);
    if (found) change(found);
  });

/** An id made of a name that no other of the list has. */
export function createId(name: string, taken: readonly { id: string }[], fallback: string): string {
  const plain =
    name
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 40) || fallback;
  let id = plain === 'everyone' ? 'everyone-segment' : plain;
  for (let count = 2; taken.some((one) => one.id === id); count++) id = `${plain}-${count}`;
  return id;
}

/** Moves an item of a list in place. */
export function moveItem(list: unknown[], from: number, to: number): void {
  if (to < 0 || to >= list.length) return;
  const [item] = list.splice(from, 1);
  list.splice(to, 0, item);
}
