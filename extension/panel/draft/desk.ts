// The draft of the site in front, as signals: what it holds. How it is changed is in edits.ts, where the author is in
// places.ts.

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
import { createPlaces } from './places.ts';
import { createReading } from './reading.ts';
import { createRuleNotes } from './rule-notes.ts';
import { createTexts } from './texts.ts';

/** What is live, to go on from. What a newer release made is looked at, never built on. */
const findBase = (live: FoundConfig) => (live.kind === 'ok' && live.newer === undefined ? live : undefined);

export function createDesk(page: Pick<Page, 'look' | 'pageConfig' | 'ownDraft' | 'wantedSide'>) {
  const draft = signal<Draft | undefined>(undefined);
  const origin = computed(() => (page.look.value ? new URL(page.look.value.url).origin : undefined));

  const { found, followChecks, ...reading } = createReading(draft);
  const edits = createEdits(origin, draft);
  const places = createPlaces(edits);
  const noting = { origin, draft, editSoon: edits.editSoon };
  const { typeText, restoreTexts } = createTexts(noting);
  const { noteRule, restoreRules } = createRuleNotes(noting);

  const { follow, ...kept } = createKept({
    origin,
    draft,
    trouble: edits.trouble,
    arrived() {
      page.wantedSide.value = undefined;
      places.place.value = { kind: 'home' };
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
  async function startChange(segment?: string): Promise<void> {
    const url = page.look.value?.url;
    if (url === undefined) return;
    if (!draft.value) await beginDraft(findBase(page.pageConfig.value) ? 'live' : 'nothing');
    await places.editAndOpen(t`Something to change`, (next) => ({
      kind: 'variant',
      ...beginChange(next, url, segment),
      picks: true,
    }));
  }

  /** Once all that was changed and typed until now is in the draft, and the views show it. */
  async function whenWritten(): Promise<void> {
    if (origin.value === undefined || !draft.value) return;
    await edits.readStored(origin.value);
    await reading.whenChecked();
  }

  return {
    whenWritten,
    ...edits,
    ...reading,
    ...kept,
    ...places,
    draft,
    origin,
    beginDraft,
    startChange,
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
  readStored,
  whenWritten,
  edit,
  editAndOpen,
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
