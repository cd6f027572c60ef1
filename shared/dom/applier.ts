// Keeps a page as a list of changes wants it: the only code that edits a page.
//
// Promises: changes land before their elements are painted; what the page takes back is put back, within a
// budget; nothing the page owns is detached, moved, wrapped or rewritten; `show([])` leaves the page as without
// us; nothing is thrown. Works under strict CSP and Trusted Types, before <body>, and on hostile pages.
//
// One pass does everything, whenever the page may have changed: find each change's elements, claim them,
// let the kind say what it wants there (claim.ts). A pass that finds all as it should be writes nothing.
import type { ChangeOf } from '../schema/change.ts';
import type { Target } from '../schema/target.ts';
import { findAspects } from './aspects.ts';
import {
  type Claim,
  createClaim,
  type Edit,
  isLost,
  mark,
  mine,
  type PageChange,
  type Placement,
  render,
} from './claim.ts';
import { html, text } from './content.ts';
import { findElements, findRoots } from './find.ts';
import { noteArrivals } from './hydrate.ts';
import { isLayered } from './layer.ts';
import { contains, findAll, MutationObserver, matches, wait } from './native.ts';
import type { Problem } from './page-problem.ts';
import { insert, move } from './place.ts';
import { prepare } from './prepare.ts';
import { REFUSED } from './safe.ts';
import type { SanitizeOptions } from './sanitize.ts';
import { dress, flush } from './sheet.ts';
import { canTake } from './takes.ts';
import { attribute, classes, image, link } from './write.ts';

export type { Placement } from './claim.ts';

/** `hosts`: foreign hosts that images and CSS may load from. `fill` replaces tokens by text. */
export interface ApplierOptions extends SanitizeOptions {
  window: Window & typeof globalThis;
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

export function createApplier(options: ApplierOptions): Applier {
  const { fill, report, shown } = options;
  let edits: Edit[] = [];
  let seen = new Set<string>();
  let isWaiting = false;
  /** How often in a row something waited for its framework. */
  let turns = 0;

  /** Runs one thing so that its failure stays its own. */
  const guard = (act: () => void, edit?: Edit) => {
    try {
      act();
    } catch (error) {
      if (!edit) return;
      edit.isBad = /Syntax/.test(`${error}`);
      edit.problem(edit.isBad ? 'selector' : 'failed', `${error}`);
    }
  };

  const tell = (experience: string) => guard(() => shown(experience));
  const take = ({ experience }: Edit) => {
    if (!seen.has(experience)) tell(experience);
    seen.add(experience);
  };

  const release = (claim: Claim) => {
    const { edit, element } = claim;
    edit.claims.delete(element);
    guard(() => render(claim), edit);
  };

  /** Finds an edit's elements and gives them to it, unless earlier ones `owned` all that it wants there. */
  const claim = (edit: Edit, records: MutationRecord[], owned: Map<Element, string[]>) => {
    const { change, claims, dry } = edit;
    if (change.kind === 'css') {
      watch(document);
      edit.isFound = true;
      if (!dry) dress(document, edit);
      return;
    }
    const roots = findRoots(change.target, watch, pass);
    const all = findElements(roots, change.target, edit);
    const found = all.filter((element) => !matches(element, REFUSED) && canTake(change, element));
    if (found.length < all.length) edit.problem('target');
    edit.isFound = !!found[0];
    if (dry) return;
    for (const root of roots) dress(root, edit);
    // the selector alone would say too much
    if (all.length > 99 && !edit.isMarked) {
      edit.isMarked = true;
      prepare(edit, options, pass);
    }
    const wanted = findAspects(change);
    let isTaken = false;
    for (const element of new Set([...claims.keys(), ...found])) {
      const of = claims.get(element);
      // no longer found: because the page changed it, or because we did?
      const isPage = () =>
        !isLayered(element) &&
        records.some(
          ({ type, target }) =>
            contains(element, target) || (type[0] === 'a' && !of?.nodes[0] && contains(target, element)),
        );
      const isGone = !element.isConnected || (!found.includes(element) && isPage());
      const others = owned.get(element) ?? [];
      const aspects = wanted.filter((aspect) => !others.includes(aspect));
      if (!isGone && aspects.length < wanted.length) edit.problem('collision');
      if (isGone || (wanted[0] && !aspects[0])) {
        if (of) {
          isTaken ||= isGone && isShown(of);
          release(of);
        }
        continue;
      }
      owned.set(element, [...others, ...aspects]);
      if (of) of.aspects = aspects;
      else claims.set(element, createClaim(edit, element, aspects));
    }
    // thrown away and re-created faster than frames come: the page answers us, and would for ever
    if (isTaken && isLost(edit, 20, 100, edit)) {
      edit.isBad = true;
      for (const of of claims.values()) release(of);
    }
  };

  const isShown = ({ root, nodes, layers }: Claim) => !!(root || nodes[0] || layers.size);

  const dressed = (claim: Claim) => {
    if (claim.edit.isMarked) mark(claim, claim.element, claim.edit.mark);
  };

  const kinds: { [K in PageChange['kind']]?: (claim: Claim, change: ChangeOf<K>, isStale: boolean) => void } =
    {
      text,
      html,
      attribute,
      class: classes,
      image,
      link,
      insert,
      move: (claim, change, isStale) =>
        move(
          claim,
          change,
          findElements(findRoots(change.to, watch, pass), change.to, claim.edit)[0],
          isStale,
        ),
      style: dressed,
      hide: dressed,
    };

  const apply = (edit: Edit, records: MutationRecord[]) => {
    const { change, claims } = edit;
    if (edit.isFound && (edit.dry || change.kind === 'css')) take(edit);
    for (const [element, of] of claims) {
      guard(() => {
        const isStale = records.some(({ target }) => contains(element, target));
        // a lost fight: text still has the rule, all else yields to the original
        const most = /^(text|html)$/.test(change.kind) ? 2 : 1;
        let lost: number;
        do {
          lost = of.lost;
          render(of, lost < most ? () => kinds[change.kind]?.(of, change as never, isStale) : undefined);
        } while (of.lost > lost);
        if (edit.css || isShown(of)) take(edit);
        if (of.isPending && !isWaiting) {
          isWaiting = true;
          // React says nothing when it is done; an island may wait for as long as nobody looks at it
          wait(pass, Math.min(50 + 5 * turns++, 1000));
        }
      }, edit);
    }
  };

  const run = (records: MutationRecord[]) => {
    noteArrivals(records);
    if (records[0] && records.every(({ attributeName }) => attributeName === 'style')) return;
    isWaiting = false;
    guard(() => {
      for (const node of findAll(document, '[data-selvedge]')) if (!mine.has(node)) node.remove();
      const live = edits.filter((edit) => !edit.isBad);
      // once more where something is moved: other changes show in its copy too
      for (const since of [records, ...(edits.some(({ change }) => 'to' in change) ? [[]] : [])]) {
        const owned = new Map<Element, string[]>();
        for (const edit of live) guard(() => claim(edit, since, owned), edit);
        for (const edit of live) guard(() => apply(edit, since), edit);
      }
      flush();
      if (!isWaiting) turns = 0;
      observer.takeRecords();
    });
  };
  const pass = () => run([]);
  const observer = new MutationObserver(run);
  const watch = (root: Node) =>
    observer.observe(root, { childList: true, subtree: true, characterData: true, attributes: true });

  const show = (placements: Placement[]) => {
    const before = edits;
    const left = new Set(before);
    edits = placements.map((placement) => {
      const { experience, variant, index, dry } = placement;
      // what is no object is no change either: `prepare` says so
      const change: PageChange = Object(placement.change);
      const { value, html, target } = change as { value?: string | null; html?: string; target?: Target };
      let text = '';
      guard(() => {
        text = fill(value ?? html ?? '');
      });
      const key = [experience, variant, index, dry, text, JSON.stringify(change)].join();
      for (const old of left) if (old.key === key && left.delete(old)) return old;
      const told = new Set<string>();
      const edit: Edit = {
        ...placement,
        change,
        key,
        mark: `data-selvedge-${++count}`,
        isMarked: target?.text !== undefined,
        css: '',
        text,
        claims: new Map(),
        rounds: 0,
        since: 0,
        problem(code, why) {
          if (told.has(code)) return;
          told.add(code);
          const message = `${change.kind} ${target?.css}: ${why ?? code}`;
          guard(() => report({ code, message, experience, change: index }));
        },
      };
      guard(() => prepare(edit, options, pass), edit);
      return edit;
    });
    // the same as before: what the page does meanwhile is seen to by the observer
    if (!left.size && edits.every((edit, i) => edit === before[i])) return void [...seen].forEach(tell);
    seen = new Set();
    noteArrivals(observer.takeRecords());
    observer.disconnect();
    for (const edit of left) for (const claim of edit.claims.values()) release(claim);
    pass();
  };

  return { show, stop: () => show([]) };
}
