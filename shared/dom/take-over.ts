// Goes on from what a first paint has left on the page (painted.ts): an applier that has done all of it itself.
//
// Promises: what is to be shown still, and is shown as it is to be, is not written again, neither on the page's nodes nor
// on ours; what is shown otherwise, or no more, changes in the task of the first `show`, so that no frame shows the page's
// original in between; what the page has written since the paint is its own from then on. In the end `stop` leaves the
// page as without either.
//
// A first paint tells of its work by change and element. Each change that is to be shown gets its claims back with what
// they hold, before anything is looked for: a changed class or address may have taken the element out of its own selector.
// Layers are not told apart by change, as one may be several changes'. An heir holds them all while the changes lay theirs
// over the same values, and then lets go: what none of them wants falls back to the page's own.
import { type Applier, createApplier, type Placement } from './applier.ts';
import type { ApplierOptions } from './applier-options.ts';
import { type Claim, clear, copies, createClaim, type Edit } from './claim.ts';
import { guard, skipMarks } from './edit.ts';
import { noteFree } from './hydrate.ts';
import { inherit, lift } from './layer.ts';
import { findLayer } from './layers.ts';
import { mine } from './mine.ts';
import { contains, findIn, isText, make, removeNode } from './native.ts';
import { noteDown } from './note-down.ts';
import type { ChangeId, Notes, Painted, PaintedClaim } from './painted.ts';
import { guests } from './place.ts';
import { goHome, MOVED, noteHome } from './relocated.ts';
import { leaveRoot } from './root.ts';
import { noteWritten } from './text.ts';
import { takeOff } from './wear.ts';

const keyOf = ({ experience, variant, index }: ChangeId): string => `${experience}\n${variant}\n${index}`;

const numberIn = (name: string): number => Number(/\d+$/.exec(name)?.[0] ?? 0);

/** Makes known as ours what is, before anybody takes it for the page's copies of such. */
function recognize({ roots, nodes, moves, claims }: Notes): void {
  for (const { root, text } of roots) {
    mine.add(root);
    if (text !== undefined) noteWritten(root, text);
  }
  for (const node of nodes.flatMap((of) => of.nodes)) {
    mine.add(node);
    for (const inner of findIn(node, '[data-selvedge]')) mine.add(inner);
  }
  for (const { element, home } of moves) {
    mine.add(home);
    guests.add(element);
    noteHome(element, home, numberIn(home.data));
  }
  for (const { mark } of claims) if (mark) skipMarks(numberIn(mark));
}

const wordsOf = (nodes: Element[]): string =>
  nodes
    .map(({ textContent }) => textContent)
    .join('')
    .replace(/\s/g, '');

/** Whether nodes say what the change says: its tokens may have come to be filled otherwise. A translator's words do. */
const isSaid = (nodes: Element[], { html }: Edit): boolean =>
  !html || wordsOf(nodes) === wordsOf([html]) || nodes.some((node) => findIn(node, 'font')[0]);

/** What was painted of a change, read back: until a browser without a sanitizer of its own has got one, it is all there is. */
function readHtml([first, ...others]: Element[], root: ShadowRoot | undefined): Element {
  const html = make('div');
  const isWrapped = first?.localName === 'selvedge-html';
  const shown = isWrapped ? [...first.childNodes] : first ? [first, ...others] : root?.firstChild?.childNodes;
  for (const node of shown ?? []) html.append(node.cloneNode(true));
  return html;
}

/** The rules that were in force for the element count on, under the name that it is marked with. */
function inheritRules(edit: Edit, { mark, css }: PaintedClaim): void {
  const { kind } = edit.change;
  // a list that was kept, as whoever draws it has still to come
  if (kind === 'block') edit.css = css;
  if (!mark) return;
  edit.css = edit.css.replaceAll(`[${edit.mark}]`, `[${mark}]`);
  edit.mark = mark;
  // made of what the element looked like under its own rules, which are not in force where these are
  if (kind === 'text' || kind === 'html') edit.css ||= css;
}

/** Where nodes were edited, they may be: that was asked before it was done. */
function inheritFreedom({ element, nodes, home }: Claim, { layers }: Notes): void {
  if (nodes[0] || home) noteFree(element);
  for (const { node } of layers) {
    if (!isText(node) || !contains(element, node)) continue;
    for (let at = node.parentElement; at; at = at === element ? null : at.parentElement) noteFree(at);
  }
}

/** Gives a change on an element what was painted for it there. */
function give(claim: Claim, painted: Notes): void {
  const { edit, element } = claim;
  const isIts = (of: { change: ChangeId; element: Element }) =>
    of.element === element && keyOf(of.change) === keyOf(edit);
  const { root } = painted.roots.find(isIts) ?? {};
  const { home, beside } = painted.moves.find(isIts) ?? {};
  const { kind } = edit.change;
  claim.nodes = painted.nodes.find(isIts)?.nodes ?? [];
  claim.root = root;
  claim.home = home;
  if (beside) claim.beside = beside;
  if (kind === 'move') for (const node of claim.nodes) copies.set(node, edit);
  if (!isSaid(claim.nodes, edit)) clear(claim);
  if (kind === 'html' || kind === 'insert' || (kind === 'block' && claim.nodes[0]))
    edit.html ??= readHtml(claim.nodes, root);
  inheritFreedom(claim, painted);
}

/** Gives all changes what was painted for them, and takes away what was painted for none of them. */
function divide(edits: Edit[], painted: Notes, heir: object): void {
  const claims: Claim[] = [];
  for (const of of painted.claims) {
    const { element, change } = of;
    const edit = edits.find((one) => keyOf(one) === keyOf(change));
    if (!edit || edit.isBad || edit.dry || !element.isConnected) continue;
    const claim = createClaim(edit, element, []);
    edit.claims.set(element, claim);
    inheritRules(edit, of);
    give(claim, painted);
    claims.push(claim);
  }
  for (const { root } of painted.roots) if (!claims.some((claim) => claim.root === root)) leaveRoot(root);
  for (const { nodes } of painted.nodes)
    if (!claims.some((claim) => claim.nodes === nodes)) nodes.forEach(removeNode);
  // the last first: an older place may be in what was moved since
  const moves = painted.moves.filter((move) => !claims.some(({ home }) => home === move.home));
  moves.sort((a, b) => numberIn(b.home.data) - numberIn(a.home.data));
  for (const move of moves)
    guard(() => {
      goHome({ ...move });
      // who is at home and still says so is taken for a page's copy
      const said = findLayer(move.element, MOVED);
      if (said) lift(heir, said);
    });
}

/** @param options as `createApplier` takes them @returns an applier, to be told what to show in this same task */
export function takeOver(options: ApplierOptions, first: Painted): Applier {
  first.stop();
  const painted = noteDown(first);
  recognize(painted);
  const heir = {};
  const layers = painted.layers.map((layer) => inherit(heir, layer));
  let isDivided = false;
  const adopt = (edits: Edit[]) => {
    if (isDivided) return;
    isDivided = true;
    guard(() => divide(edits, painted, heir));
  };
  const applier = createApplier({ ...options, adopt });
  const show = (placements: Placement[]) => {
    applier.show(placements);
    adopt([]);
    // ours are in force: these say nothing more
    for (const { root, sheet } of painted.sheets.splice(0)) takeOff(root, sheet);
    for (const layer of layers.splice(0)) guard(() => lift(heir, layer));
  };
  return { show, stop: () => show([]) };
}
