// The page in front and all that is known of it: one place that looks, and signals that views read.
//
// Follows the tab in front of this window, or the one tab that `?tab=ID` names. Every look is numbered; a slow
// answer about a page that is gone is dropped.

import { batch } from '@preact/signals';
import { t } from '../../../shared/words/t.ts';
import { findActiveTab, findTab, inject, watchPermissions, watchTabs } from '../../wire/browser.ts';
import { callStage } from '../../wire/calls.ts';
import { hear } from '../../wire/news.ts';
import { whenOver } from '../kit/when-over.ts';
import { findConfig, judgeFile } from './found-config.ts';
import { createKnown } from './known.ts';
import { openedConfig } from './opened-config.ts';
import { readVersion } from './read-version.ts';
import { refuse } from './refusal.ts';
import { isShop } from './tour.ts';

/** When the page is asked once more what it remembers, ms: the tag writes it a moment after the page is there. */
const LATER_MS = [1000, 3000, 8000];

export function createPage() {
  const known = createKnown();
  let turn = 0;
  let fixed: number | undefined;

  /** @param mine the look that it belongs to */
  async function readMemoryAgain(id: number, mine: number): Promise<void> {
    try {
      const before = await callStage(id, 'look', {});
      const remembered = await callStage(id, 'readMemory', {});
      const seen = await callStage(id, 'look', {});
      // the page may have gone on in between: what the next one remembers is not to be told of this
      if (before.status.documentAt !== seen.status.documentAt) return;
      if (mine !== turn || JSON.stringify(remembered) === JSON.stringify(known.memory.value)) return;
      batch(() => {
        known.memory.value = remembered;
        known.look.value = seen;
      });
    } catch {
      // the page is gone: the next look tells
    }
  }

  /** Looks at the page in front, anew. Never throws: what went wrong becomes `refusal`. */
  async function lookAgain(): Promise<void> {
    const mine = ++turn;
    known.isLooking.value = true;
    const found = fixed === undefined ? await findActiveTab() : await findTab(fixed);
    if (mine !== turn) return;
    if (found?.id !== known.tab.value?.id) known.forget();
    known.tab.value = found;
    try {
      if (!found) throw new Error('no tab');
      // a browser may let us into files; what a config does is for websites
      if (found.url !== undefined && !/^https?:/.test(found.url) && !isShop(found.url))
        throw new Error(t`no website: ${found.url}`);
      await inject(found.id, 'stage.js');
      const seen = await callStage(found.id, 'look', {});
      if (mine !== turn) return;
      // at once: what is previewed while the rest is still read is newer
      known.takeStatus(seen.status);
      const version = seen.version ?? (await readVersion(found.id));
      const [published, remembered, opened] = await Promise.all([
        findConfig(found.id, seen, version !== undefined),
        callStage(found.id, 'readMemory', {}),
        openedConfig(new URL(seen.url).origin).read(),
      ]);
      const own = opened ? await judgeFile(opened.text, opened.name) : ({ kind: 'none' } as const);
      if (mine !== turn) return;
      // at once: nothing of one page is ever told of another
      batch(() => {
        known.refusal.value = undefined;
        known.pageConfig.value = published.config;
        known.isTagSeen.value = published.isTagSeen;
        known.openConfig.value = own;
        known.tagVersion.value = version;
        known.memory.value = remembered;
        known.look.value = seen;
      });
      for (const ms of LATER_MS) setTimeout(() => mine === turn && void readMemoryAgain(found.id, mine), ms);
    } catch (error) {
      if (mine !== turn) return;
      known.forget();
      known.refusal.value = refuse(found, error);
    } finally {
      if (mine === turn) known.isLooking.value = false;
    }
  }

  /** Looks anew where the tab has gone on to another page by now: the news of that may still be on their way. */
  async function catchUp(): Promise<void> {
    const { tab, look } = known;
    const url = tab.value && (await findTab(tab.value.id))?.url;
    if (url !== undefined && url !== look.value?.url) await lookAgain();
  }

  /** @param tabId look at this tab only (the panel is open as a tab itself) */
  function start(tabId: number | undefined, signal: AbortSignal): void {
    fixed = tabId;
    const inFront = () => known.tab.value?.id;
    whenOver(
      signal,
      watchTabs((id, what) => {
        if (what === 'front') {
          if (fixed === undefined) void lookAgain();
        } else if (id === known.tab.value?.id && what !== 'loading') void lookAgain();
      }),
      watchPermissions(() => void lookAgain()),
      hear('opened', inFront, (id) => {
        if (fixed === undefined || id === fixed) void lookAgain();
      }),
      hear('status', inFront, known.takeStatus),
      // a look that is under way is about nothing any more
      () => void turn++,
    );
    void lookAgain();
  }

  return { ...known, catchUp, lookAgain, start };
}
export type Page = ReturnType<typeof createPage>;

/** The panel's own; `main` starts it. */
export const page = createPage();
export const {
  tab,
  refusal,
  isLooking,
  look,
  tagVersion,
  isTagSeen,
  pageConfig,
  openConfig,
  ownDraft,
  wantedSide,
  side,
  shown,
  isInstalled,
  memory,
  status,
  takeStatus,
  config,
  isTour,
  host,
  nameOfSegment,
  view,
  segments,
  experiences,
  interests,
  catchUp,
  lookAgain,
} = page;
