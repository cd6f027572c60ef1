// All that is known of the page in front, as signals that views read, and what follows from it.

import { computed, signal } from '@preact/signals';
import type { Tab } from '../../wire/browser.ts';
import type { Side } from '../../wire/preview-state.ts';
import type { Look, Memory } from '../../wire/stage-shapes.ts';
import { sayMade } from '../kit/say-made.ts';
import { toName } from '../kit/to-name.ts';
import type { FoundConfig } from './found-config.ts';
import { answerExperiences, answerSegments, createView, findDoubt, readInterests } from './insight.ts';
import { createLastStatus } from './last-status.ts';
import { lendNames } from './lend-names.ts';
import type { Refusal } from './refusal.ts';
import { isShop, SHOP_NAME } from './tour.ts';

/** A draft that is still read is none, and not yet known to be none. */
export interface OwnDraft {
  readonly isRead: { readonly value: boolean };
  readonly found: { readonly value: FoundConfig };
}
const NO_DRAFT: OwnDraft = { isRead: { value: true }, found: { value: { kind: 'none' } } };

const NO_MEMORY: Memory = { events: [], traits: {}, prunedAt: null };

export function createKnown() {
  const seen = {
    tab: signal<Tab | undefined>(undefined),
    refusal: signal<Refusal | undefined>(undefined),
    isLooking: signal(true),
    look: signal<Look | undefined>(undefined),
    /** What `window.selvedge.version` says. The page may lie: it is shown, never believed. */
    tagVersion: signal<string | undefined>(undefined),
    /** Whether a file of ours was read on the page: else only the page says that the tag is there. */
    isTagSeen: signal(false),
    pageConfig: signal<FoundConfig>({ kind: 'none' }),
    /** A config that the author opened for this site. */
    openConfig: signal<FoundConfig>({ kind: 'none' }),
    /** The author's draft of this site: the desk says which it is, and it is judged when somebody asks. */
    ownDraft: signal<OwnDraft>(NO_DRAFT),
    /** Which of them the author asked for; nothing before they did. */
    wantedSide: signal<Side | undefined>(undefined),
    memory: signal<Memory | undefined>(undefined),
    ...createLastStatus(),
  };
  const { look, pageConfig, openConfig, ownDraft, wantedSide, memory } = seen;

  /** Which one the views show: what was asked for, where there is one; the author's own work before a file. */
  const side = computed((): Side => {
    const isThere = {
      draft: ownDraft.value.found.value.kind !== 'none',
      file: openConfig.value.kind === 'ok',
      live: true,
    };
    const wanted = wantedSide.value;
    if (wanted !== undefined && isThere[wanted]) return wanted;
    return isThere.draft ? 'draft' : isThere.file ? 'file' : 'live';
  });
  /** What is live, called as in the author's draft. */
  const live = computed(() => lendNames(pageConfig.value, ownDraft.value.found.value));
  /** What all views show, as it was found. */
  const shown = computed(
    (): FoundConfig => ({ draft: ownDraft.value.found, file: openConfig, live })[side.value].value,
  );
  /** The config that the views work with. */
  const config = computed(() => (shown.value.kind === 'ok' ? shown.value : undefined));
  /** Whether the tag is on the page, as far as the page shows or says. */
  const isInstalled = computed(
    () => (look.value?.tags.length ?? 0) > 0 || seen.tagVersion.value !== undefined,
  );
  /** Whether the page in front is the tour's shop, which is no site. */
  const isTour = computed(() => isShop(look.value?.url));
  const host = computed(() => {
    if (isTour.value) return SHOP_NAME;
    return look.value ? new URL(look.value.url).host : '';
  });

  /** Published configs leave out what only authors read: an id then has to do, said like a name. */
  const nameOfSegment = (id: string): string =>
    sayMade(config.value?.config.segments.find((segment) => segment.id === id)?.name ?? '') || toName(id);

  /** This browser as the engine sees it now; undefined where there is no config. */
  const view = computed(() => {
    const at = look.value;
    const found = config.value;
    if (!at || !found) return undefined;
    return createView(
      found.config,
      memory.value ?? NO_MEMORY,
      at.facts,
      Date.now(),
      findDoubt(at, found.config, isInstalled.value),
    );
  });
  const segments = computed(() => (view.value ? answerSegments(view.value) : []));
  const experiences = computed(() => {
    const at = look.value;
    return view.value && at ? answerExperiences(view.value, at.url, memory.value?.seed ?? '') : [];
  });
  const interests = computed(() =>
    config.value ? readInterests(config.value.config, memory.value ?? NO_MEMORY, Date.now()) : [],
  );

  function forget(): void {
    look.value = memory.value = seen.status.value = seen.tagVersion.value = undefined;
    pageConfig.value = openConfig.value = { kind: 'none' };
    seen.isTagSeen.value = false;
  }

  return {
    ...seen,
    side,
    shown,
    isInstalled,
    config,
    isTour,
    host,
    nameOfSegment,
    view,
    segments,
    experiences,
    interests,
    forget,
  };
}
