// What is kept for the site in front: its draft, followed from site to site, or what lies there instead of one.

import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { t } from '../../../shared/words/t.ts';
import type { Undo } from '../../wire/browser.ts';
import { messageOf } from '../../wire/message-of.ts';
import type { Draft } from './draft.ts';
import { type DraftStore, draftOf, type FoundDraft } from './store.ts';

interface Given {
  /** of the site in front */
  origin: ReadonlySignal<string | undefined>;
  draft: Signal<Draft | undefined>;
  trouble: Signal<string>;
  /** called for another site, and when its draft comes or goes by the author's own hand */
  arrived(): void;
}

/** News of an earlier one, heard after what this panel stored itself. */
const isOld = (heard: Draft | undefined, shown: Draft | undefined): boolean =>
  heard !== undefined && shown !== undefined && heard.changedAt < shown.changedAt;

export function createKept({ origin, draft, trouble, arrived }: Given) {
  const isDraftRead = signal(false);
  /** What lies there instead of a draft. */
  const leftOver = signal<Exclude<FoundDraft, { kind: 'draft' }>>({ kind: 'nothing' });

  let shownOrigin: string | undefined;
  /** Follows the draft of the site in front; another site begins at home. */
  function follow(): Undo | undefined {
    const at = origin.value;
    if (at === undefined) {
      // nobody hears of it meanwhile: the next time it is read anew before it counts
      isDraftRead.value = false;
      return undefined;
    }
    if (at !== shownOrigin) {
      shownOrigin = at;
      draft.value = undefined;
      isDraftRead.value = false;
      arrived();
    }
    const store = draftOf(at);
    const take = (kept: FoundDraft, why = '') => {
      if (origin.peek() !== at) return;
      const found = kept.kind === 'draft' ? kept.draft : undefined;
      if (!isOld(found, draft.peek())) draft.value = found;
      leftOver.value = kept.kind === 'draft' ? { kind: 'nothing' } : kept;
      trouble.value = why;
      isDraftRead.value = true;
    };
    const look = () =>
      store
        .find()
        .then(take, (error) =>
          take({ kind: 'nothing' }, t`Your draft could not be read (${messageOf(error)}).`),
        );
    void look();
    return store.watch((next) => {
      if (!next) void look();
      else if (!isOld(next, draft.peek())) draft.value = next;
    });
  }

  /** Has the store do something with what lies there. Never throws. */
  async function put(act: (store: DraftStore) => Promise<unknown>): Promise<void> {
    const at = origin.value;
    if (at === undefined) return;
    try {
      await act(draftOf(at));
      arrived();
    } catch (error) {
      trouble.value = messageOf(error);
    }
  }

  return {
    isDraftRead,
    leftOver,
    follow,
    throwDraftAway: () => put((store) => store.throwAway(Date.now())),
    bringDraftBack: () => put((store) => store.bringBack()),
    /** What cannot be read; for good. */
    removeLeftOver: () => put((store) => store.remove()),
  };
}
