// Keeps a page as a list of changes wants it: the only code that edits a page.
//
// Promises: changes land before their elements are painted; what the page takes back is put back, within a
// budget; nothing the page owns is detached, moved, wrapped or rewritten, but what `move` moves and puts back;
// `show([])` leaves the page as without us; nothing is thrown. Works under strict CSP and Trusted Types, before
// <body>, and on hostile pages.
//
// One pass does everything (round.ts), whenever the page may have changed.

import { inLanguage } from '../grammar/words-for.ts';
import type { ApplierOptions } from './applier-options.ts';
import type { Edit, Placement } from './claim.ts';
import { wantCopy } from './copy.ts';
import { createEdit, guard } from './edit.ts';
import { isPageEdited } from './editable.ts';
import { wantHtmlRootless } from './html-rootless.ts';
import { isFree, noteArrivals } from './hydrate.ts';
import { mine } from './mine.ts';
import { findAll, MutationObserver } from './native.ts';
import { isOwned } from './owned.ts';
import { createPatience } from './patience.ts';
import { findStrays, leaveToPage, settleStray } from './relocated.ts';
import { lendToDeclared, shareRoots } from './root.ts';
import { wantRootless } from './rootless.ts';
import { runRound } from './round.ts';
import { createShown } from './shown.ts';
import { release } from './take-claims.ts';
import { readLanguage } from './translated.ts';
import { flush, type Root, watchLists } from './wear.ts';

export type { ApplierOptions } from './applier-options.ts';
export type { Placement } from './claim.ts';

export interface Applier {
  /** Makes the page show exactly these changes; the earlier wins where two want the same. */
  show(placements: Placement[]): void;
  /** Reverts everything and lets go of the page. */
  stop(): void;
}

const releaseAll = (edits: Iterable<Edit>): void => {
  for (const { claims } of edits) for (const of of claims.values()) release(of);
};

/** Takes away what is not the applier's, though it looks so: the page's copies of what it showed. */
function clearStrays(): void {
  for (const node of findAll(document, '[data-selvedge]')) if (!mine.has(node)) node.remove();
  for (const element of findStrays()) guard(() => settleStray(element));
}

/** Those that may be shown now; of a page that somebody edits (designMode) none. */
function findLive(edits: Edit[]): Edit[] {
  if (!isPageEdited()) return edits.filter((edit) => !edit.isBad);
  for (const edit of edits) edit.problem('target', 'the page is being edited');
  releaseAll(edits);
  return [];
}

export function createApplier(options: ApplierOptions): Applier {
  let wanted: Placement[] = [];
  let edits: Edit[] = [];
  /** The page's, for which the words were chosen. */
  let language = '';
  /** What we did in the last pass: it may have made others match. */
  let ours: MutationRecord[] = [];

  /** What the page did since we had our turn. */
  const hear = (records: MutationRecord[], those: Edit[]) => {
    noteArrivals(records);
    for (const { claims } of those) for (const of of claims.values()) leaveToPage(of, records);
  };
  const run = (records: MutationRecord[]) =>
    guard(() => {
      hear(records, edits);
      if (records[0] && records.every(({ attributeName }) => attributeName === 'style')) return;
      if (readLanguage() !== language) show(wanted);
      patience.begin();
      clearStrays();
      const live = findLive(edits);
      runRound(live, records[0] && [...ours, ...records], { ...round, records });
      ours = observer.takeRecords();
      // once more where something is moved: other changes show in its copy too
      if (ours[0] && live.some(({ change }) => 'to' in change)) {
        runRound(live, ours, round);
        ours.push(...observer.takeRecords());
      }
      flush();
      patience.end();
    });
  const pass = () => run([]);
  const observer = new MutationObserver(run);
  const watch = (root: Root) =>
    observer.observe(root, { childList: true, subtree: true, characterData: true, attributes: true });
  const again = (root?: ShadowRoot) =>
    queueMicrotask(() => {
      if (root) watch(root);
      pass();
    });
  const patience = createPatience(pass);
  const shown = createShown(options.shown);
  const round = {
    options,
    patience,
    shown,
    records: [],
    isFree,
    isOwned: options.isBlind ? () => true : isOwned,
    lendToDeclared,
    wantRootless,
    wantHtmlRootless,
    wantCopy,
    watch,
    later: pass,
  };

  const show = (placements: Placement[]) => {
    const before = edits;
    const left = new Set(before);
    wanted = placements;
    language = readLanguage();
    edits = placements.flatMap((placement) => {
      const change = inLanguage(placement.change, language);
      return change === undefined ? [] : createEdit({ ...placement, change }, options, left, again, pass);
    });
    // the same as before: what the page does meanwhile is seen to by the observer
    if (!left.size && edits.every((edit, i) => edit === before[i])) return shown.repeat();
    shown.clear();
    hear(observer.takeRecords(), before);
    observer.disconnect();
    releaseAll(left);
    options.adopt?.(edits);
    pass();
  };

  guard(shareRoots);
  guard(watchLists);
  guard(() => document.addEventListener('DOMContentLoaded', pass));
  return { show, stop: () => show([]) };
}
