// Every way to change the draft of the site in front, and what went wrong with the last one.
//
// The store (panel/draft/store.ts) is the truth; this asks it to change and shows what it says. A change that cannot
// be saved says so in `trouble` and leaves the draft as it was.

import { type Signal, signal } from '@preact/signals';
import type { Config } from '../../../shared/schema/config.ts';
import type { Experience, Variant } from '../../../shared/schema/experience.ts';
import { messageOf } from '../../wire/message-of.ts';
import { type Draft, editDraft, redoDraft, undoDraft } from './draft.ts';
import { draftOf } from './store.ts';

/** @param origin of the site in front @param draft shows what is stored */
export function createEdits(origin: { value: string | undefined }, draft: Signal<Draft | undefined>) {
  const trouble = signal('');

  /** Changes what is stored, a draft or none. Never throws. */
  async function store(change: (before: Draft | undefined) => Draft): Promise<void> {
    const at = origin.value;
    if (at === undefined) return;
    trouble.value = '';
    try {
      draft.value = await draftOf(at).update(change);
    } catch (error) {
      trouble.value = messageOf(error);
    }
  }
  /** Changes the stored draft. Never throws. */
  const changeDraft = (change: (before: Draft, now: number) => Draft): Promise<void> =>
    store((before) => {
      if (!before) throw new Error('the draft is gone; begin a new one');
      return change(before, Date.now());
    });
  /** @param what in words, for undo: "Headline text" */
  const edit = (what: string, change: (config: Config) => void, isTyping = false): Promise<void> =>
    changeDraft((before, now) => editDraft(before, what, change, now, isTyping));
  const undo = (): Promise<void> => changeDraft(undoDraft);
  const redo = (): Promise<void> => changeDraft(redoDraft);

  /** Edits one variant; gone meanwhile: nothing happens. */
  const editVariant = (
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
  const editExperience = (
    id: string,
    what: string,
    change: (experience: Experience) => void,
  ): Promise<void> =>
    edit(what, (next) => {
      const found = next.experiences.find((one) => one.id === id);
      if (found) change(found);
    });

  return { trouble, store, changeDraft, edit, undo, redo, editVariant, editExperience };
}
