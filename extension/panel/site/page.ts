// The page in front and all that is known of it: one place that looks, and signals that views read.
//
// Follows the tab in front of this window, or the one tab that `?tab=ID` names. Every look is numbered; a slow
// answer about a page that is gone is dropped.

import { computed, signal } from '@preact/signals';
import {
  askPage,
  findActiveTab,
  findTab,
  inject,
  type Tab,
  watchPermissions,
  watchTabs,
} from '../../wire/browser.ts';
import { callStage } from '../../wire/calls.ts';
import { hear } from '../../wire/news.ts';
import type { Look, Memory, Status } from '../../wire/stage-shapes.ts';
import { toName } from '../kit/to-name.ts';
import { type FoundConfig, findConfig, judgeFile } from './found-config.ts';
import { answerExperiences, answerSegments, createView, findDoubt, readInterests } from './insight.ts';
import { openedConfig } from './opened-config.ts';
import { type Refusal, refuse } from './refusal.ts';

export const tab = signal<Tab | undefined>(undefined);
export const refusal = signal<Refusal | undefined>(undefined);
export const isLooking = signal(true);
export const look = signal<Look | undefined>(undefined);
/** What `window.selvedge.version` says. The page may lie: it is shown, never believed. */
export const tagVersion = signal<string | undefined>(undefined);
/** Whether a file of ours was read on the page: else only the page says that the tag is there. */
export const isTagSeen = signal(false);
export const pageConfig = signal<FoundConfig>({ kind: 'none' });
/** A config that the author opened for this site; it goes before the page's. */
export const openConfig = signal<FoundConfig>({ kind: 'none' });
export const memory = signal<Memory | undefined>(undefined);
export const status = signal<Status | undefined>(undefined);

/** The config that the panel works with. */
export const config = computed(() => {
  for (const found of [openConfig.value, pageConfig.value]) if (found.kind === 'ok') return found;
  return undefined;
});
export const host = computed(() => (look.value ? new URL(look.value.url).host : ''));

/** Published configs leave out what only authors read: an id then has to do, said like a name. */
export const nameOfSegment = (id: string): string =>
  config.value?.config.segments.find((segment) => segment.id === id)?.name || toName(id);

const NO_MEMORY: Memory = { events: [], traits: {}, prunedAt: null };
/** This browser as the engine sees it now; undefined where there is no config. */
export const view = computed(() => {
  const seen = look.value;
  const found = config.value;
  if (!seen || !found) return undefined;
  return createView(
    found.config,
    memory.value ?? NO_MEMORY,
    seen.facts,
    Date.now(),
    findDoubt(seen, found.config),
  );
});
export const segments = computed(() => (view.value ? answerSegments(view.value) : []));
export const experiences = computed(() => {
  const seen = look.value;
  return view.value && seen ? answerExperiences(view.value, seen.url, memory.value?.seed ?? '') : [];
});
export const interests = computed(() =>
  config.value ? readInterests(config.value.config, memory.value ?? NO_MEMORY, Date.now()) : [],
);

let turn = 0;
let fixed: number | undefined;

function forget(): void {
  look.value = memory.value = status.value = tagVersion.value = undefined;
  pageConfig.value = openConfig.value = { kind: 'none' };
  isTagSeen.value = false;
}

/** Answers the page's own word for its version, or undefined. */
async function readVersion(tabId: number): Promise<string | undefined> {
  const version = await askPage(tabId, () => {
    try {
      return String((window as { selvedge?: { version?: unknown } }).selvedge?.version ?? '');
    } catch {
      // what the page throws stays out of its console
      return '';
    }
  }).catch(() => undefined);
  return typeof version === 'string' && version ? version.slice(0, 40) : undefined;
}

/** When the page is asked once more what it remembers, ms: the tag writes it a moment after the page is there. */
const LATER_MS = [1000, 3000, 8000];

/** @param mine the look that it belongs to */
async function readMemoryAgain(id: number, mine: number): Promise<void> {
  try {
    const seen = await callStage(id, 'look', {});
    const remembered = await callStage(id, 'readMemory', {});
    if (mine !== turn || JSON.stringify(remembered) === JSON.stringify(memory.value)) return;
    memory.value = remembered;
    look.value = seen;
  } catch {
    // the page is gone: the next look tells
  }
}

/** Looks at the page in front, anew. Never throws: what went wrong becomes `refusal`. */
export async function lookAgain(): Promise<void> {
  const mine = ++turn;
  isLooking.value = true;
  const found = fixed === undefined ? await findActiveTab() : await findTab(fixed);
  if (mine !== turn) return;
  if (found?.id !== tab.value?.id) forget();
  tab.value = found;
  try {
    if (!found) throw new Error('no tab');
    // a browser may let us into files; what a config does is for websites
    if (found.url !== undefined && !/^https?:/.test(found.url)) throw new Error(`no website: ${found.url}`);
    await inject(found.id, 'stage.js');
    const seen = await callStage(found.id, 'look', {});
    const version = await readVersion(found.id);
    const [published, remembered, opened] = await Promise.all([
      findConfig(found.id, seen, version !== undefined),
      callStage(found.id, 'readMemory', {}),
      openedConfig(new URL(seen.url).origin).read(),
    ]);
    const own = opened ? await judgeFile(opened.text, opened.name) : ({ kind: 'none' } as const);
    if (mine !== turn) return;
    refusal.value = undefined;
    pageConfig.value = published.config;
    isTagSeen.value = published.isTagSeen;
    openConfig.value = own;
    tagVersion.value = version;
    memory.value = remembered;
    status.value = seen.status;
    look.value = seen;
    for (const ms of LATER_MS) setTimeout(() => mine === turn && void readMemoryAgain(found.id, mine), ms);
  } catch (error) {
    if (mine !== turn) return;
    forget();
    refusal.value = refuse(found, error);
  } finally {
    if (mine === turn) isLooking.value = false;
  }
}

/** @param tabId look at this tab only (the panel is open as a tab itself) */
export function begin(tabId: number | undefined): void {
  fixed = tabId;
  watchTabs((id, what) => {
    if (what === 'front') {
      if (fixed === undefined) void lookAgain();
    } else if (id === tab.value?.id && what !== 'loading') void lookAgain();
  });
  watchPermissions(() => void lookAgain());
  const inFront = () => tab.value?.id;
  hear('opened', inFront, (id) => {
    if (fixed === undefined || id === fixed) void lookAgain();
  });
  hear('status', inFront, (next) => {
    status.value = next;
  });
  void lookAgain();
}
