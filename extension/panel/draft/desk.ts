// The draft of the site in front, as signals: where the author is in it and what it holds. How it is changed is in
// edits.ts.

import { computed, effect, signal } from '@preact/signals';
import type { Config } from '../../../shared/schema/config.ts';
import { messageOf } from '../../wire/message-of.ts';
import { whenOver } from '../kit/when-over.ts';
import type { FoundConfig } from '../site/found-config.ts';
import { type Page, page } from '../site/page.ts';
import { beginChange } from './begin-change.ts';
import { type Draft, emptyConfig, startDraft } from './draft.ts';
import { createEdits } from './edits.ts';
import { giveNames } from './give-names.ts';
import { createReading } from './reading.ts';
import { type DraftStore, draftOf, type FoundDraft } from './store.ts';

export type Place =
  | { kind: 'home' }
  | { kind: 'gallery'; variant?: { experience: string; variant: string } }
  | { kind: 'segment'; id: string }
  | { kind: 'goal'; id: string }
  | { kind: 'playbooks' }
  | { kind: 'experience'; id: string }
  /** `picks`: the author came to change something, so picking begins by itself */
  | { kind: 'variant'; experience: string; id: string; picks?: true }
  | { kind: 'publish' }
  | { kind: 'history' };

/** The panel's views, in the order of their tabs. */
export const VIEWS = ['here', 'visitor', 'preview', 'people', 'sheet', 'checks', 'make'] as const;
export type ViewName = (typeof VIEWS)[number];

/** What is live, to go on from. What a newer release made is looked at, never built on. */
const findBase = (live: FoundConfig) => (live.kind === 'ok' && live.newer === undefined ? live : undefined);

/** News of an earlier one, heard after what this panel stored itself. */
const isOld = (heard: Draft | undefined, shown: Draft | undefined): boolean =>
  heard !== undefined && shown !== undefined && heard.changedAt < shown.changedAt;

export function createDesk(page: Pick<Page, 'look' | 'pageConfig' | 'ownDraft' | 'wantedSide'>) {
  const openView = signal<ViewName>('here');
  const place = signal<Place>({ kind: 'home' });
  const draft = signal<Draft | undefined>(undefined);
  const isDraftRead = signal(false);
  /** What lies there instead of a draft. */
  const leftOver = signal<Exclude<FoundDraft, { kind: 'draft' }>>({ kind: 'nothing' });
  const origin = computed(() => (page.look.value ? new URL(page.look.value.url).origin : undefined));

  const { found, ...reading } = createReading(draft);
  const edits = createEdits(origin, draft);

  let shownOrigin: string | undefined;
  /** Follows the draft of the site in front; another site begins at home. */
  function follow(): (() => void) | undefined {
    const at = origin.value;
    if (at === undefined) return undefined;
    if (at !== shownOrigin) {
      shownOrigin = at;
      draft.value = undefined;
      isDraftRead.value = false;
      page.wantedSide.value = undefined;
      place.value = { kind: 'home' };
    }
    const store = draftOf(at);
    const take = (kept: FoundDraft, trouble = '') => {
      if (origin.peek() !== at) return;
      draft.value = kept.kind === 'draft' ? kept.draft : undefined;
      leftOver.value = kept.kind === 'draft' ? { kind: 'nothing' } : kept;
      edits.trouble.value = trouble;
      isDraftRead.value = true;
    };
    const look = () =>
      store
        .find()
        .then(take, (error) =>
          take({ kind: 'nothing' }, `Your draft could not be read (${messageOf(error)}).`),
        );
    void look();
    return store.watch((next) => {
      if (!next) void look();
      else if (!isOld(next, draft.peek())) draft.value = next;
    });
  }

  /** Begins a draft: from what is live here, from a config the author opened, or from nothing. */
  async function beginDraft(from: 'live' | 'nothing' | Config): Promise<void> {
    const at = origin.value;
    if (at === undefined) return;
    const live = findBase(page.pageConfig.value);
    const base = live && giveNames(live.config);
    const start = from === 'live' ? base : from === 'nothing' ? emptyConfig(new URL(at).host) : from;
    if (!start) return;
    page.wantedSide.value = 'draft';
    await edits.store(
      (before) =>
        before ?? {
          ...startDraft(structuredClone(start), base, Date.now()),
          ...(live?.from === 'tag' && { isTrimmed: true }),
        },
    );
  }

  /** Makes draft, experience and variant, where they are not there yet, and begins to pick on the page. */
  async function startChange(): Promise<void> {
    const url = page.look.value?.url;
    if (url === undefined) return;
    if (!draft.value) await beginDraft(findBase(page.pageConfig.value) ? 'live' : 'nothing');
    let at: { experience: string; id: string } | undefined;
    await edits.edit('Something to change', (next) => {
      at = beginChange(next, url);
    });
    // not kept: `trouble` says why
    if (at && reading.findVariant(at.experience, at.id)) goToPlace({ kind: 'variant', ...at, picks: true });
  }

  /** Opens a place of the draft, from whatever view. */
  function goToPlace(next: Place): void {
    place.value = next;
    openView.value = 'make';
  }

  /** Whatever the store is told to do with what lies there; never throws. */
  async function put(act: (store: DraftStore) => Promise<unknown>): Promise<void> {
    const at = origin.value;
    if (at === undefined) return;
    try {
      await act(draftOf(at));
      place.value = { kind: 'home' };
    } catch (error) {
      edits.trouble.value = messageOf(error);
    }
  }

  return {
    ...edits,
    ...reading,
    openView,
    place,
    draft,
    isDraftRead,
    origin,
    beginDraft,
    startChange,
    goToPlace,
    leftOver,
    throwDraftAway: () => put((store) => store.throwAway(Date.now())),
    bringDraftBack: () => put((store) => store.bringBack()),
    /** What cannot be read; for good. */
    removeLeftOver: () => put((store) => store.remove()),
    start(signal: AbortSignal): void {
      page.ownDraft.value = { isRead: isDraftRead, found };
      whenOver(signal, effect(follow));
    },
  };
}
export type Desk = ReturnType<typeof createDesk>;

/** The panel's own; `main` starts it. */
export const desk = createDesk(page);
export const {
  openView,
  place,
  draft,
  isDraftRead,
  trouble,
  origin,
  config,
  publishable,
  checked,
  differences,
  unpublished,
  changeDraft,
  edit,
  editSoon,
  undo,
  redo,
  editVariant,
  editExperience,
  beginDraft,
  startChange,
  goToPlace,
  leftOver,
  throwDraftAway,
  bringDraftBack,
  removeLeftOver,
  findExperience,
  findVariant,
  sayWho,
} = desk;
