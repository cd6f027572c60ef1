// Keeps a page as a list of changes wants it: the only code that edits a page.
//
// Promises: changes land as the parser delivers elements, before they are painted; what the page takes
// back is put back, within a budget; nothing the page owns is detached, moved, wrapped or rewritten;
// `show([])` leaves what the page would be without us; one bad change never stops another and nothing
// is thrown. Constraints: ships in the snippet (small, no dependencies), works under strict CSP and
// Trusted Types, before <body> exists, and on pages that patch the browser's own functions.
//
// One pass does everything, whenever the page may have changed: find each change's elements, claim them,
// let the kind say what it wants there (claim.ts). A pass that finds all as it should be writes nothing.
import type { ChangeOf } from '../schema/change.ts';
import type { Target } from '../schema/target.ts';
import { findAspects } from './aspects.ts';
import { type Claim, type Edit, mark, mine, type PageChange, type Placement, render } from './claim.ts';
import { html, text } from './content.ts';
import { findElements, findRoots } from './find.ts';
import { isLayered } from './layer.ts';
import { contains, findAll, MutationObserver, matches, wait } from './native.ts';
import { insert, move } from './place.ts';
import { prepare } from './prepare.ts';
import { REFUSED } from './safe.ts';
import type { SanitizeOptions } from './sanitize.ts';
import { dress, flush, undress } from './sheet.ts';
import { attribute, classes, image, link } from './write.ts';

export type { Placement } from './claim.ts';

export interface Problem {
  /** `selector` `target` `value` `collision` `fight` `failed` */
  code: string;
  message: string;
  experience: string;
  /** Index of the change in its variant. */
  change?: number;
}

/** `hosts`: foreign hosts that images and CSS may load from. `fill` replaces tokens by text. */
export interface ApplierOptions extends SanitizeOptions {
  window: Window & typeof globalThis;
  /** Called once per change and code. */
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
  const owners = new WeakMap<Element, Map<string, Claim>>();
  const reported = new Set<string>();
  let edits: Edit[] = [];
  let seen = new Set<string>();
  let isWaiting = false;

  /** Runs one thing so that its failure stays its own. */
  const guard = (edit: Edit | undefined, act: () => void) => {
    try {
      act();
    } catch (error) {
      const isSelector = /Syntax/.test(`${error}`);
      if (isSelector && edit) edit.isBad = true;
      edit?.problem(isSelector ? 'selector' : 'failed', `${error}`);
    }
  };

  const take = ({ experience }: Edit) => {
    if (seen.has(experience)) return;
    seen.add(experience);
    guard(undefined, () => shown(experience));
  };

  const release = (claim: Claim) => {
    const { edit, element, aspects } = claim;
    edit.claims.delete(element);
    for (const aspect of aspects) owners.get(element)?.delete(aspect);
    guard(edit, () => render(claim));
  };

  /** Gives an element to an edit, unless earlier ones own all that it wants there. */
  const claim = (edit: Edit, element: Element) => {
    if (edit.claims.has(element)) return;
    const owned = owners.get(element) ?? new Map<string, Claim>();
    owners.set(element, owned);
    const wanted = findAspects(edit.change);
    const aspects = wanted.filter((aspect) => (owned.get(aspect)?.edit.order ?? edit.order) >= edit.order);
    if (aspects.length < wanted.length) edit.problem('collision', 'an earlier change has it');
    if (wanted[0] && !aspects[0]) return;
    const fresh: Claim = {
      edit,
      element,
      aspects,
      layers: new Set(),
      nodes: [],
      rounds: 0,
      since: 0,
      lost: 0,
    };
    for (const aspect of aspects) {
      const loser = owned.get(aspect);
      if (loser) release(loser);
      owned.set(aspect, fresh);
    }
    edit.claims.set(element, fresh);
  };

  const locate = (target: Target, edit: Edit) => {
    const roots = findRoots(target, watch, pass);
    if (!edit.dry) for (const root of roots) dress(root, edit);
    return findElements(roots, target, edit);
  };

  const find = (edit: Edit) => {
    const { change } = edit;
    if (change.kind === 'css') {
      watch(document);
      return edit.dry || dress(document, edit);
    }
    const all = locate(change.target, edit);
    edit.found = all.filter((element) => !matches(element, REFUSED));
    if (edit.found.length < all.length) edit.problem('target', 'is never changed');
    // the selector alone would say too much
    if (all.length > 99 && !edit.isMarked) {
      edit.isMarked = true;
      prepare(edit, options, pass);
    }
  };

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
      move: (claim, change, isStale) => move(claim, change, locate(change.to, claim.edit)[0], isStale),
      style: dressed,
      hide: dressed,
    };

  const apply = (edit: Edit, records: MutationRecord[]) => {
    const { change, claims, found, dry } = edit;
    if (dry || change.kind === 'css') {
      if (!dry || found[0] || change.kind === 'css') take(edit);
      return;
    }
    for (const [element, of] of claims) {
      // no longer found: because the page changed it, or because we did?
      const isPage = () =>
        !isLayered(element) &&
        records.some(
          ({ type, target }) =>
            contains(element, target) || (type[0] === 'a' && !of.nodes[0] && contains(target, element)),
        );
      if (!element.isConnected || (!found.includes(element) && isPage())) release(of);
    }
    for (const element of found) claim(edit, element);
    for (const [element, of] of claims) {
      guard(edit, () => {
        const isStale = records.some(({ target }) => contains(element, target));
        // a lost fight: text still has the rule, all else yields to the original
        const most = /^(text|html)$/.test(change.kind) ? 2 : 1;
        const once = () =>
          render(of, of.lost < most ? () => kinds[change.kind]?.(of, change as never, isStale) : undefined);
        const { lost } = of;
        once();
        if (of.lost > lost) once();
        if (edit.css || of.root || of.nodes[0] || of.layers.size) take(edit);
        if (of.isPending && !isWaiting) {
          isWaiting = true;
          wait(pass, 50);
        }
      });
    }
  };

  const run = (records: MutationRecord[]) => {
    if (records[0] && records.every(({ attributeName }) => attributeName === 'style')) return;
    isWaiting = false;
    guard(undefined, () => {
      for (const node of findAll(document, '[data-selvedge]')) if (!mine.has(node)) node.remove();
      const live = edits.filter((edit) => !edit.isBad);
      for (const edit of live) guard(edit, () => find(edit));
      for (const edit of live) guard(edit, () => apply(edit, records));
      flush();
      observer.takeRecords();
    });
  };
  const pass = () => run([]);
  const observer = new MutationObserver(run);
  const watch = (root: Node) =>
    observer.observe(root, { childList: true, subtree: true, characterData: true, attributes: true });

  const show = (placements: Placement[]) => {
    seen = new Set();
    observer.disconnect();
    const left = edits;
    edits = [];
    placements.forEach((placement, order) => {
      guard(undefined, () => {
        const { experience, variant, index, change, dry } = placement;
        const template = change.kind === 'text' || change.kind === 'attribute' ? change.value : '';
        const filled = template && fill(template);
        const key = [experience, variant, index, dry, filled, JSON.stringify(change)].join();
        const at = left.findIndex((edit) => edit.key === key);
        const [old] = at < 0 ? [] : left.splice(at, 1);
        const edit: Edit = old ?? {
          ...placement,
          key,
          order,
          mark: `data-selvedge-${++count}`,
          css: '',
          text: filled ?? '',
          found: [],
          claims: new Map(),
          problem(code, why) {
            const at = [experience, variant, index, code].join();
            if (reported.has(at)) return;
            reported.add(at);
            const where = 'target' in change ? change.target.css : '';
            guard(undefined, () =>
              report({ code, message: `${change.kind} ${where}: ${why}`, experience, change: index }),
            );
          },
        };
        edit.order = order;
        edit.isMarked ??= 'target' in change && change.target.text !== undefined;
        edits.push(edit);
        if (!old) guard(edit, () => prepare(edit, options, pass));
      });
    });
    for (const edit of left) {
      for (const claim of edit.claims.values()) release(claim);
      undress(edit);
    }
    pass();
  };

  return { show, stop: () => show([]) };
}
