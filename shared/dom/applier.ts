// Keeps a page as a list of changes wants it: the only code that edits a page.
//
// Promises: changes land before their elements are painted; what the page takes back is put back, within a
// budget; nothing the page owns is detached, moved, wrapped or rewritten, but what `move` moves and puts back;
// `show([])` leaves the page as without us; nothing is thrown. Works under strict CSP and Trusted Types, before
// <body>, and on hostile pages.
//
// One pass does everything, whenever the page may have changed: find each change's elements (search.ts), claim them
// (take-claims.ts), let the kind say what it wants there (kinds.ts). One that finds all as it should be writes nothing.
import { toJson } from '../engine/native.ts';
import type { Target } from '../schema/target.ts';
import { type Edit, isShown, mine, type PageChange, type Placement } from './claim.ts';
import { isPageEdited } from './editable.ts';
import { findRoots } from './find.ts';
import { noteArrivals } from './hydrate.ts';
import { applyClaim, type Pass } from './kinds.ts';
import { findAll, MutationObserver, wait } from './native.ts';
import type { Problem } from './page-problem.ts';
import { prepare } from './prepare.ts';
import { findStrays, settleStray } from './relocated.ts';
import { shareRoots } from './root.ts';
import type { SanitizeOptions } from './sanitize.ts';
import { createSearch, type Search } from './search.ts';
import { release, takeClaims } from './take-claims.ts';
import { callTruce, isResting, TRUCE } from './truce.ts';
import { dress, flush, type Root, watchLists } from './wear.ts';

export type { Placement } from './claim.ts';

/** `hosts`: foreign hosts that images and CSS may load from. `fill` replaces tokens by text. */
export interface ApplierOptions extends SanitizeOptions {
  window: Window & typeof globalThis;
  /**
   * In an extension's own world, which sees nothing of what frameworks write on nodes: whether one owns an element
   * cannot be known there.
   */
  isBlind?: boolean;
  /** Called once per code for as long as a change is shown. */
  report(problem: Problem): void;
  /** The first time since `show` that a change of the experience took effect or, dry, found its target. */
  shown(experience: string): void;
}

export interface Applier {
  /** Makes the page show exactly these changes; the earlier wins where two want the same. */
  show(placements: Placement[]): void;
  /** Reverts everything and lets go of the page. */
  stop(): void;
}

let count = 0;

/** Runs one thing so that its failure stays its own. */
function guard(act: () => void, edit?: Edit) {
  try {
    act();
  } catch (error) {
    if (!edit) return;
    edit.isBad = /Syntax/.test(`${error}`);
    edit.problem(edit.isBad ? 'selector' : 'failed', `${error}`);
  }
}

/** Judges an edit. What cannot be filled or judged is not shown. */
function judge(edit: Edit, text: string | undefined, options: SanitizeOptions, later: () => void): void {
  try {
    if (text === undefined) throw new Error('its tokens cannot be filled');
    prepare(edit, options, later);
  } catch (error) {
    edit.isBad = true;
    edit.problem('failed', `${error}`);
  }
}

export function createApplier(options: ApplierOptions): Applier {
  const { fill, report, shown, isBlind } = options;
  let edits: Edit[] = [];
  let seen = new Set<string>();
  let isWaiting = false;
  /** How often in a row something waited for its framework. */
  let turns = 0;
  /** What we did in the last pass: it may have made others match. */
  let ours: MutationRecord[] = [];

  const tell = (experience: string) => guard(() => shown(experience));
  const take = ({ experience }: Edit) => {
    if (!seen.has(experience)) tell(experience);
    seen.add(experience);
  };

  /** Finds an edit's elements and gives them to it. @returns whether the page may only be answering us */
  const claim = (edit: Edit, search: Search, records: MutationRecord[], owned: Map<Element, string[]>) => {
    const { change, dry } = edit;
    if (change.kind === 'css') {
      watch(document);
      edit.isFound = true;
      if (!dry) dress(document, edit);
      return false;
    }
    const roots = findRoots(change.target, watch, pass);
    const found = search(edit, roots, change.target);
    edit.found = found;
    if (isResting(edit, found)) return false;
    if (!dry) for (const root of roots) dress(root, edit);
    // the selector alone would say too much
    if (found.length > 99 && !edit.isMarked && !dry) {
      edit.isMarked = true;
      prepare(edit, options, pass);
    }
    return takeClaims(edit, found, records, owned);
  };

  const apply = (edit: Edit, turn: Pass) => {
    if (edit.isFound && (edit.dry || edit.change.kind === 'css')) take(edit);
    for (const of of edit.claims.values()) {
      guard(() => {
        applyClaim(of, turn);
        if (edit.css || isShown(of)) take(edit);
        // React says nothing when it is done; an island may wait for as long as nobody looks at it
        if (of.isPending && !isWaiting) later(Math.min(50 + 5 * turns++, 1000));
      }, edit);
    }
  };

  const later = (ms: number) => {
    isWaiting = true;
    wait(pass, ms);
  };

  /** Brings the page to what the edits want. @param since what was changed since the last time, by us too */
  const round = (live: Edit[], records: MutationRecord[], since: MutationRecord[] | undefined) => {
    const owned = new Map<Element, string[]>();
    const search = createSearch(live, since);
    let isTried = false;
    for (const edit of live)
      guard(() => {
        isTried = claim(edit, search, records, owned) || isTried;
      }, edit);
    if (isTried) {
      callTruce(live);
      wait(pass, TRUCE);
    }
    const turn = { records, isBlind, watch, later: pass };
    for (const edit of live) if (!edit.truce) guard(() => apply(edit, turn), edit);
  };

  const run = (records: MutationRecord[]) =>
    guard(() => {
      noteArrivals(records);
      if (records[0] && records.every(({ attributeName }) => attributeName === 'style')) return;
      isWaiting = false;
      for (const node of findAll(document, '[data-selvedge]')) if (!mine.has(node)) node.remove();
      for (const element of findStrays()) guard(() => settleStray(element));
      const isLeft = isPageEdited();
      for (const edit of edits) if (isLeft) edit.problem('target', 'the page is being edited');
      for (const { claims } of edits) if (isLeft) for (const of of claims.values()) release(of);
      const live = edits.filter((edit) => !edit.isBad && !isLeft);
      round(live, records, records[0] && [...ours, ...records]);
      ours = observer.takeRecords();
      // once more where something is moved: other changes show in its copy too
      if (ours[0] && live.some(({ change }) => 'to' in change)) {
        round(live, [], ours);
        ours.push(...observer.takeRecords());
      }
      flush();
      if (!isWaiting) turns = 0;
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

  const createEdit = (placement: Placement, key: string, text: string | undefined): Edit => {
    const { experience, change, index } = placement;
    const { target }: { target?: Target } = Object(change);
    const told = new Set<string>();
    const edit: Edit = {
      ...placement,
      key,
      mark: `data-selvedge-${++count}`,
      isMarked: target?.text !== undefined,
      css: '',
      text: text ?? '',
      claims: new Map(),
      rounds: 0,
      since: 0,
      problem(code, why) {
        if (told.has(code)) return;
        told.add(code);
        const message = `${change.kind} ${target?.css}: ${why ?? code}`;
        guard(() => report({ code, message, experience, change: index }));
      },
      again,
      giveUp() {
        edit.isBad = true;
        edit.problem('fight');
        for (const of of edit.claims.values()) release(of);
        again();
      },
    };
    judge(edit, text, options, pass);
    return edit;
  };

  const show = (placements: Placement[]) => {
    const before = edits;
    const left = new Set(before);
    edits = placements.map((placement) => {
      const { experience, variant, index, dry } = placement;
      // what is no object is no change either: `prepare` says so
      const change: PageChange = Object(placement.change);
      const { value, html }: { value?: string | null; html?: string } = Object(placement.change);
      let text: string | undefined;
      guard(() => {
        text = fill(value ?? html ?? '');
      });
      const key = [experience, variant, index, dry, text, toJson(change)].join();
      for (const old of left) if (old.key === key && left.delete(old)) return old;
      return createEdit({ ...placement, change }, key, text);
    });
    // the same as before: what the page does meanwhile is seen to by the observer
    if (!left.size && edits.every((edit, i) => edit === before[i])) return void [...seen].forEach(tell);
    seen = new Set();
    noteArrivals(observer.takeRecords());
    observer.disconnect();
    for (const edit of left) for (const of of edit.claims.values()) release(of);
    pass();
  };

  guard(shareRoots);
  guard(watchLists);
  guard(() => document.addEventListener('DOMContentLoaded', pass));
  return { show, stop: () => show([]) };
}
