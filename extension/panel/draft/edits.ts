// Every way to change the draft of the site in front, and what went wrong with the last one.
//
// The store (panel/draft/store.ts) is the truth; this asks it to change and shows what it says. A change that cannot
// be saved says so in `trouble` and leaves the draft as it was. What is typed waits a moment for more; whatever is
// changed meanwhile takes it along, so that nothing overtakes it. What was begun for one site is done to that site's draft,
// whichever is in front by then.

import { type Signal, signal } from '@preact/signals';
import type { Config } from '../../../shared/schema/config.ts';
import type { Experience, Variant } from '../../../shared/schema/experience.ts';
import { t } from '../../../shared/words/t.ts';
import { messageOf } from '../../wire/message-of.ts';
import type { Draft } from './draft.ts';
import { draftOf } from './store.ts';

/** What makes steps and takes them back: the panel opens without it. */
const loadSteps = () => import('./steps.ts');
export type Steps = Awaited<ReturnType<typeof loadSteps>>;

/** How long what is typed waits for more before it is stored and shown on the page. */
const WAIT_MS = 150;

interface Typed {
  origin: string;
  what: string;
  change(config: Config): void;
  isStored(): void;
}

/** Later than what it came from, whatever the clock does: so a panel knows old news when it hears them. */
const stamp = (next: Draft, before: Draft | undefined): Draft =>
  before && next !== before ? { ...next, changedAt: Math.max(next.changedAt, before.changedAt + 1) } : next;

/** @param edit as `createEdits` has it */
function createPartEdits(edit: (what: string, change: (config: Config) => void) => Promise<void>) {
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
  return { editVariant, editExperience };
}

/** @param origin of the site in front @param draft shows what is stored */
export function createEdits(origin: { value: string | undefined }, draft: Signal<Draft | undefined>) {
  const trouble = signal('');
  /** What is typed and not stored yet, by the name of what it is about. */
  const waiting = new Map<string, Typed>();
  let isTimed = false;

  function takeTyped(at: string): Typed[] {
    const mine = [...waiting].filter(([, typed]) => typed.origin === at);
    for (const [name] of mine) waiting.delete(name);
    return mine.map(([, typed]) => typed);
  }

  /**
   * Changes what is stored for a site, a draft or none; what was typed there goes first. Never throws.
   *
   * @returns what is stored by then; undefined where it could not be
   */
  async function storeAt(
    at: string,
    change: (before: Draft | undefined, steps: Steps) => Draft,
  ): Promise<Draft | undefined> {
    trouble.value = '';
    const typed = takeTyped(at);
    try {
      const steps = await loadSteps();
      const next = await draftOf(at).update((before) => {
        const written =
          before &&
          typed.reduce((all, one) => steps.editDraft(all, one.what, one.change, Date.now(), true), before);
        return stamp(change(written, steps), before);
      });
      // news of what another window wrote since may have come first
      if (origin.value === at && (draft.peek()?.changedAt ?? 0) < next.changedAt) draft.value = next;
      for (const one of typed) one.isStored();
      return next;
    } catch (error) {
      trouble.value = messageOf(error);
      return undefined;
    }
  }
  async function store(
    change: (before: Draft | undefined, steps: Steps) => Draft,
    at = origin.value,
  ): Promise<void> {
    if (at !== undefined) await storeAt(at, change);
  }
  const needDraft = (before: Draft | undefined): Draft => {
    if (!before) throw new Error(t`the draft is gone; begin a new one`);
    return before;
  };
  /** Changes the stored draft. Never throws. @param at the site for which it was begun, where that took a while */
  const changeDraft = (
    change: (before: Draft, now: number, steps: Steps) => Draft,
    at?: string,
  ): Promise<void> => store((before, steps) => change(needDraft(before), Date.now(), steps), at);
  /** @param what in words, for undo: "Headline text" @param at as `changeDraft` */
  const edit = (
    what: string,
    change: (config: Config) => void,
    isTyping = false,
    at?: string,
  ): Promise<void> =>
    changeDraft((before, now, { editDraft }) => editDraft(before, what, change, now, isTyping), at);
  /** The draft of a site once all is stored that was changed and typed until now. */
  const readStored = (at: string): Promise<Draft | undefined> => storeAt(at, needDraft);
  const undo = (): Promise<void> => changeDraft((before, now, { undoDraft }) => undoDraft(before, now));
  const redo = (): Promise<void> => changeDraft((before, now, { redoDraft }) => redoDraft(before, now));

  /**
   * Changes the draft in a moment, with all that is typed until then; of one name only what comes last counts.
   *
   * @param isStored called once it is
   */
  function editSoon(
    name: string,
    what: string,
    change: (config: Config) => void,
    isStored: () => void,
  ): void {
    if (origin.value === undefined) return;
    waiting.set(name, { origin: origin.value, what, change, isStored });
    if (isTimed) return;
    isTimed = true;
    setTimeout(() => {
      isTimed = false;
      for (const at of new Set([...waiting.values()].map((typed) => typed.origin)))
        void storeAt(at, needDraft);
    }, WAIT_MS);
  }

  return { trouble, store, changeDraft, readStored, edit, editSoon, undo, redo, ...createPartEdits(edit) };
}
