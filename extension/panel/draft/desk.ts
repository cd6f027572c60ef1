// The draft of the site in front, as signals: where the author is in it and what it holds. How it is changed is in
// edits.ts.

import { computed, effect, signal } from '@preact/signals';
import type { Config } from '../../../shared/schema/config.ts';
import { t } from '../../../shared/words/t.ts';
import { whenOver } from '../kit/when-over.ts';
import type { FoundConfig } from '../site/found-config.ts';
import { type Page, page } from '../site/page.ts';
import { beginChange } from './begin-change.ts';
import { type Draft, emptyConfig, startDraft } from './draft.ts';
import { createEdits } from './edits.ts';
import { giveNames } from './give-names.ts';
import { createKept } from './kept.ts';
import { createReading } from './reading.ts';
import { createRuleNotes } from './rule-notes.ts';
import { createTexts } from './texts.ts';

export type Place =
  | { kind: 'home' }
  | { kind: 'gallery'; variant?: { experience: string; variant: string } }
  | { kind: 'segment'; id: string }
  | { kind: 'goal'; id: string }
  /** `variant`: what is chosen is asked there, not in an experience of its own */
  | { kind: 'questions'; variant?: { experience: string; id: string } }
  | { kind: 'question'; id: string }
  | { kind: 'playbooks' }
  | { kind: 'experience'; id: string }
  /** `picks`: the author came to change something, so picking begins by itself */
  | { kind: 'variant'; experience: string; id: string; picks?: true }
  | { kind: 'publish' }
  | { kind: 'results' }
  | { kind: 'learn' }
  | { kind: 'history' };

/** The panel's views, in the order of their tabs. */
export const VIEWS = ['here', 'visitor', 'preview', 'people', 'sheet', 'checks', 'make'] as const;
export type ViewName = (typeof VIEWS)[number];

/** What is live, to go on from. What a newer release made is looked at, never built on. */
const findBase = (live: FoundConfig) => (live.kind === 'ok' && live.newer === undefined ? live : undefined);

export function createDesk(page: Pick<Page, 'look' | 'pageConfig' | 'ownDraft' | 'wantedSide'>) {
  const openView = signal<ViewName>('here');
  const place = signal<Place>({ kind: 'home' });
  const draft = signal<Draft | undefined>(undefined);
  const origin = computed(() => (page.look.value ? new URL(page.look.value.url).origin : undefined));

  const { found, followChecks, ...reading } = createReading(draft);
  const edits = createEdits(origin, draft);
  const noting = { origin, draft, editSoon: edits.editSoon };
  const { typeText, restoreTexts } = createTexts(noting);
  const { noteRule, restoreRules } = createRuleNotes(noting);

  const { follow, ...kept } = createKept({
    origin,
    draft,
    trouble: edits.trouble,
    arrived() {
      page.wantedSide.value = undefined;
      place.value = { kind: 'home' };
    },
  });

  /** For the views: what the draft holds is known, or that there is none. */
  const isKnown = signal(false);
  const followKnown = () => {
    if (!kept.isDraftRead.value) isKnown.value = false;
    else if (!draft.value || reading.checked.value) isKnown.value = true;
  };

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
    await edits.edit(t`Something to change`, (next) => {
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

  return {
    ...edits,
    ...reading,
    ...kept,
    openView,
    place,
    draft,
    origin,
    beginDraft,
    startChange,
    goToPlace,
    typeText,
    noteRule,
    start(signal: AbortSignal): void {
      page.ownDraft.value = { isRead: isKnown, found };
      whenOver(signal, effect(follow), followChecks(), effect(followKnown), restoreTexts(), restoreRules());
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
  fit,
  differences,
  unpublished,
  changeDraft,
  edit,
  editSoon,
  typeText,
  noteRule,
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
