// Puts on the page what this visitor gets, as the parser brings its elements and before they are painted.
//
// Promises: the kinds of shared/dom say what is wanted, so the page becomes what the applier makes it; the earlier change
// wins where two want the same; what the page takes back is put back, up to a limit, as nobody here can tell a fight from
// an update; nothing is thrown. What must not be before hydration waits for whoever takes over (painted.ts).

import { mine } from '../../shared/dom/mine.ts';
import { MutationObserver } from '../../shared/dom/native.ts';
import type { Painted } from '../../shared/dom/painted.ts';
import { shareRoots } from '../../shared/dom/root.ts';
import type { Wanted } from '../../shared/dom/wanted.ts';
import type { Root } from '../../shared/dom/wear.ts';
import type { Given } from '../../shared/engine/lines/entry.ts';
import { claimElements } from './claim-elements.ts';
import { hear } from './hear.ts';
import { createEdit } from './paint-edit.ts';
import type { Fill, PaintDriver, PaintParts } from './paint-parts.ts';
import type { PaintEdit, Worn } from './paintable.ts';
import { readChanges } from './read-changes.ts';
import { refuse } from './refuse.ts';
import { settleWanted } from './settle-wanted.ts';
import { takeBack } from './take-back.ts';

/** So often the page may take something back, or make its elements anew. */
const MOST = 300;

/** Runs what one change does, so that its failure stays its own. */
function guard(edit: PaintEdit, act: () => void): void {
  try {
    act();
  } catch {
    edit.isBad = true;
  }
}

/** Those whose changes are shown, and these in the order in which they win. */
function createEdits(
  given: Given[],
  table: string,
  parts: PaintParts,
  fill: Fill,
  again: PaintEdit['again'],
  read: typeof readChanges,
): PaintEdit[] {
  const edits: PaintEdit[] = [];
  for (const one of given) {
    const { id: experience, variant = '' } = one;
    read(table, one).forEach((change, index) => {
      if (!change || change.kind === 'redirect') return;
      try {
        edits.push(createEdit({ experience, variant, index }, change, parts, fill, again));
      } catch {
        // the others are shown
      }
    });
  }
  return edits;
}

const wait = (): Wanted => ({ waits: true });

/** What is free stays it, though a module comes later: as for the applier. */
const free = new WeakSet<Element>();

/**
 * @param fill replaces tokens by text
 * @param read where words are by language, it chooses them
 */
export function paint(
  given: Given[],
  table: string,
  parts: PaintParts,
  fill: Fill,
  read = readChanges,
): Painted {
  const worn: Worn = new Map();
  let isStopped = false;
  let turns = 0;
  const run = (records: MutationRecord[]): void => {
    if (isStopped || (records[0] && records.every(({ attributeName }) => attributeName === 'style'))) return;
    driver.records = records;
    const owned = new Map<Element, string[]>();
    const live = edits.filter(({ isBad }) => !isBad);
    let isNew = false;
    for (const { claims } of live) for (const claim of claims.values()) parts.leaveToPage?.(claim, records);
    for (const edit of live)
      guard(edit, () => {
        isNew = claimElements(edit, owned, driver, parts) || isNew;
      });
    for (const edit of live)
      for (const claim of edit.claims.values()) guard(edit, () => settleWanted(claim, driver, parts));
    parts.wearRules?.(worn, live);
    // taken in any case: left there, what was moved here would count as moved by the page
    const [written] = observer.takeRecords();
    if ((isNew || written) && ++turns > MOST) stop();
  };
  const observer = new MutationObserver((records) => guardRun(records));
  const guardRun = (records: MutationRecord[] = []): void => {
    try {
      run(records);
    } catch {
      // never the page's problem
    }
  };
  const pass = (): void => guardRun();
  const watch = (root: Root): void =>
    observer.observe(root, { childList: true, subtree: true, characterData: true, attributes: true });
  const { isPlain = () => false, isCompared = refuse, wantRootless = wait, wantHtmlRootless = wait } = parts;
  const driver: PaintDriver = {
    records: [],
    isFree(element) {
      if (!free.has(element) && isPlain(element)) free.add(element);
      return free.has(element);
    },
    isOwned: isCompared,
    // one that stands behind words of the page's: whoever takes over sees to it
    lendToDeclared: () => false,
    wantRootless,
    wantHtmlRootless,
    wantCopy: wait,
    watch,
    later: () => queueMicrotask(pass),
  };
  const edits = createEdits(
    given,
    table,
    parts,
    fill,
    (root) => {
      if (root) watch(root);
      driver.later();
    },
    read,
  );
  const claims = () => edits.flatMap((edit) => [...edit.claims.values()]);
  const stop = (): void => {
    if (isStopped) return;
    isStopped = true;
    observer.disconnect();
    removeEventListener('DOMContentLoaded', pass, true);
    for (const claim of claims()) if (claim.root) mine.delete(claim.root);
  };
  const painted: Painted = {
    edits,
    worn,
    stop,
    undo() {
      stop();
      for (const claim of claims()) guard(claim.edit, () => takeBack(claim, parts));
      parts.takeOff?.(worn);
    },
  };
  if (!edits[0]) return painted;
  shareRoots();
  watch(document);
  hear('DOMContentLoaded', pass);
  pass();
  return painted;
}
