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
import { type Claim, type Edit, mine, type PageChange, type Placement, put, render } from './claim.ts';
import { html, text } from './content.ts';
import { findElements, findRoots } from './find.ts';
import { isLayered } from './layer.ts';
import { Image, MutationObserver, matches, wait } from './native.ts';
import { insert, move } from './place.ts';
import { isAttributeAllowed, isImageAllowed, isLinkAllowed, isSrcsetAllowed, REFUSED } from './safe.ts';
import { type Purify, sanitize } from './sanitize.ts';
import { flush, makeRule, makeRules, type Root, setRule } from './sheet.ts';
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

export interface ApplierOptions {
  window: Window & typeof globalThis;
  /** Foreign hosts that images and CSS may load from. */
  hosts: string[];
  /** Replaces tokens by text. */
  fill(template: string): string;
  /** Called once per change and code. */
  report(problem: Problem): void;
  /** The first time since `show` that a change of the experience took effect, or its target was found. */
  shown(experience: string): void;
  /** Sanitizes where the browser has no `setHTML`. */
  purify?: Purify;
}

export interface Applier {
  /** Makes the page show exactly these changes; the earlier wins where two want the same. */
  show(placements: Placement[]): void;
  /** Reverts everything and lets go of the page. */
  stop(): void;
}

/** What two changes of one element can want both: never both get it. */
function findAspects(change: PageChange): string[] {
  switch (change.kind) {
    case 'text':
    case 'html':
      return ['content'];
    case 'attribute':
      return [`attribute ${change.name}`];
    case 'class':
      return [...(change.add ?? []), ...(change.remove ?? [])].map((name) => `class ${name}`);
    case 'style':
      return Object.keys(change.properties).map((name) => `style ${change.media} ${name}`);
    case 'insert':
    case 'css':
      return [];
    default:
      return [change.kind];
  }
}

let count = 0;

export function createApplier(options: ApplierOptions): Applier {
  const { hosts } = options;
  const owners = new WeakMap<Element, Map<string, Edit>>();
  const reported = new Set<string>();
  let edits: Edit[] = [];
  let seen = new Set<string>();
  let timer = false;

  const problem = ({ experience, variant, index, change }: Edit, code: string, why: string) => {
    const place = `${experience} ${variant} ${index} ${code}`;
    if (reported.has(place)) return;
    reported.add(place);
    const target = 'target' in change ? ` ${change.target?.css}` : '';
    guard(undefined, () =>
      options.report({ code, message: `${change.kind}${target}: ${why}`, experience, change: index }),
    );
  };

  const guard = (edit: Edit | undefined, act: () => void) => {
    try {
      act();
    } catch (error) {
      if (!edit) return;
      const isSelector = (error as Error | undefined)?.name === 'SyntaxError';
      if (isSelector) edit.bad = true;
      problem(edit, isSelector ? 'selector' : 'failed', `${error}`);
    }
  };

  const take = (edit: Edit) => {
    if (seen.has(edit.experience)) return;
    seen.add(edit.experience);
    guard(undefined, () => options.shown(edit.experience));
  };

  const refuse = (edit: Edit) => {
    edit.bad = true;
    problem(edit, 'value', 'not allowed, or not something the browser understands');
  };

  /** Judges a change once and prepares what it shows. */
  const prepare = (edit: Edit) => {
    const { change } = edit;
    const isAllowed = () => {
      switch (change.kind) {
        case 'attribute':
          return isAttributeAllowed(change.name);
        case 'link':
          return isLinkAllowed(change.href);
        case 'image':
          return isImageAllowed(change.src, hosts) && isSrcsetAllowed(change.srcset ?? '', hosts);
        default:
          return change.kind === 'css' || change.kind in kinds;
      }
    };
    if (!isAllowed()) return refuse(edit);
    if (change.kind === 'css') {
      const { css, refused } = makeRules(change.value, hosts);
      if (refused) problem(edit, 'value', 'rules that load from elsewhere are left out');
      edit.text = css;
    }
    if (edit.dry) return;
    if (change.kind === 'image') {
      // asked for now, so that it is there when the element is
      edit.picture = new Image();
      if (change.srcset) edit.picture.srcset = change.srcset;
      edit.picture.src = change.src;
    }
    const source = change.kind === 'html' ? change.value : change.kind === 'insert' ? change.html : undefined;
    if (source !== undefined) parse(edit, source, 'div');
  };

  const parse = (edit: Edit, source: string, parent: string) =>
    sanitize(source, parent, options, (root) => {
      edit.html = root;
      if (options.purify) schedule();
    });

  /** The rule of a `style` or `hide`: by the target's own selector, or by a mark where that says too much. */
  const dress = (edit: Edit, roots: Root[], isMarked: boolean) => {
    const { change } = edit;
    if (change.kind !== 'style' && change.kind !== 'hide') return;
    edit.isMarked = isMarked;
    const css = makeRule(
      isMarked ? `[${edit.mark}]` : change.target.css,
      change.kind === 'style' ? change.properties : { display: 'none' },
      hosts,
    );
    if (!css) return refuse(edit);
    const media = change.kind === 'style' && change.media;
    for (const root of roots) {
      edit.roots.add(root);
      setRule(root, edit, edit.order, media ? `@media ${matchMedia(media).media}{${css}}` : css);
    }
  };

  const release = (edit: Edit, element: Element) => {
    const claim = edit.claims.get(element);
    edit.claims.delete(element);
    if (!claim) return;
    const owned = owners.get(element);
    for (const aspect of claim.aspects) owned?.delete(aspect);
    guard(edit, () => render(claim));
  };

  const drop = (edit: Edit) => {
    for (const element of [...edit.claims.keys()]) release(edit, element);
    for (const root of edit.roots) setRule(root, edit, 0, '');
  };

  const claim = (edit: Edit, element: Element): Claim | undefined => {
    const held = edit.claims.get(element);
    if (held) return held;
    const owned = owners.get(element) ?? new Map<string, Edit>();
    owners.set(element, owned);
    const wanted = findAspects(edit.change);
    const aspects = wanted.filter((aspect) => {
      const owner = owned.get(aspect);
      if (owner && owner.order < edit.order) return false;
      if (owner) release(owner, element);
      return true;
    });
    if (aspects.length < wanted.length) problem(edit, 'collision', 'an earlier change wants the same here');
    if (wanted.length && !aspects.length) return;
    for (const aspect of aspects) owned.set(aspect, edit);
    const fresh: Claim = {
      edit,
      element,
      aspects,
      layers: new Set(),
      nodes: [],
      css: '',
      root: undefined,
      rounds: 0,
      since: 0,
      lost: 0,
      pending: false,
      stale: false,
      problem: (code, why) => problem(edit, code, why),
    };
    edit.claims.set(element, fresh);
    return fresh;
  };

  const mark = (of: Claim) => {
    if (of.edit.isMarked) put(of, of.element, of.edit.mark, () => '');
  };

  const kinds: Record<string, (claim: Claim) => void> = {
    text,
    html,
    attribute,
    class: classes,
    image,
    link,
    insert,
    move: (of) => {
      const { change } = of.edit;
      if (change.kind !== 'move') return;
      move(of, findElements(findRoots(change.to, schedule), change.to, () => false)[0]);
    },
    style: mark,
    hide: mark,
  };

  const find = (edit: Edit): Element[] => {
    const { change } = edit;
    if (change.kind === 'css') return [];
    const roots = findRoots(change.target, schedule);
    for (const root of roots) watch(root);
    const all = findElements(
      roots,
      change.target,
      (copy) => change.kind !== 'move' && copy.matches('[data-selvedge=copy]'),
    );
    const found = all.filter((element) => !matches(element, REFUSED));
    if (found.length < all.length) problem(edit, 'target', 'scripts, frames and secrets are never changed');
    if (!edit.dry) dress(edit, roots, change.target.text !== undefined || all.length > 99);
    return found;
  };

  const apply = (edit: Edit, found: Element[], records: MutationRecord[]) => {
    const { change, claims } = edit;
    if (change.kind === 'css') {
      if (!edit.dry) {
        edit.roots.add(document);
        setRule(document, edit, -1, edit.text);
      }
      return take(edit);
    }
    if (edit.dry) {
      if (found[0]) take(edit);
      return;
    }
    for (const element of claims.keys()) {
      if (found.includes(element)) continue;
      // no longer found: because the page changed it, or because we did?
      const isPage = records.some(
        ({ type, target }) => element.contains(target) || (type === 'attributes' && target.contains(element)),
      );
      if (!element.isConnected || (isPage && !isLayered(element))) release(edit, element);
    }
    for (const element of found) claim(edit, element);
    for (const of of [...claims.values()]) {
      guard(edit, () => {
        if (records.some(({ target }) => of.element.contains(target))) of.stale = true;
        const was = of.lost;
        const kind = () =>
          of.lost > (change.kind === 'text' || change.kind === 'html' ? 1 : 0)
            ? undefined
            : kinds[change.kind];
        render(of, kind());
        if (of.lost > was) render(of, kind());
        if (!of.pending || of.css) take(edit);
        if (of.pending)
          if (!timer) {
            timer = true;
            wait(pass, 50);
          }
      });
    }
  };

  const pass = (records: MutationRecord[] = []) => {
    timer = false;
    guard(undefined, () => {
      for (const copy of document.querySelectorAll('[data-selvedge]')) if (!mine.has(copy)) copy.remove();
      const live = edits.filter((edit) => !edit.bad);
      const found = live.map((edit) => {
        let elements: Element[] = [];
        guard(edit, () => {
          elements = find(edit);
        });
        return elements;
      });
      live.forEach((edit, at) => guard(edit, () => apply(edit, found[at] ?? [], records)));
      flush();
      observer.takeRecords();
    });
  };

  const observer = new MutationObserver((records) => pass(Array.isArray(records) ? records : []));
  const schedule = () => pass();

  let filter: string[] = [];
  const watch = (root: Root) =>
    observer.observe(root, { childList: true, subtree: true, characterData: true, attributeFilter: filter });

  const show = (placements: Placement[]) => {
    guard(undefined, () => {
      seen = new Set();
      observer.disconnect();
      const left = new Map(edits.map((edit) => [edit.key, edit]));
      edits = placements.map((placement, order) => {
        const { experience, variant, index, change, dry } = placement;
        const filled =
          change.kind === 'text' || (change.kind === 'attribute' && change.value)
            ? options.fill(`${change.value}`)
            : '';
        const key = JSON.stringify([experience, variant, index, dry, change, filled]);
        const old = left.get(key);
        left.delete(key);
        if (old) {
          old.order = order;
          return old;
        }
        return {
          ...placement,
          key,
          order,
          mark: `data-selvedge-${++count}`,
          claims: new Map(),
          roots: new Set(),
          text: filled,
        };
      });
      for (const edit of left.values()) drop(edit);
      for (const edit of edits) if (!edit.claims.size && !edit.roots.size) guard(edit, () => prepare(edit));
      if (edits.length) {
        const names = JSON.stringify(edits.map((edit) => edit.change)).matchAll(/\[\s*([\w-]+)/g);
        filter = [
          'class',
          'id',
          'href',
          'src',
          'srcset',
          'alt',
          'target',
          'data-selvedge',
          'data-selvedge-off',
        ];
        for (const [, name] of names) if (name) filter.push(name);
        for (const { change, mark } of edits) {
          filter.push(mark, `${mark}-text`);
          if (change.kind === 'attribute') filter.push(change.name);
        }
        watch(document);
        pass();
      } else flush();
    });
  };

  return { show, stop: () => show([]) };
}
