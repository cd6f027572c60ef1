// A list of recommended items that an earlier page has made ready for this one: it stands there in the first frame, and the
// page's own is never seen. Without one nothing is shown before the rest is there, as nobody here can choose.

import type { Claim } from '../../shared/dom/claim.ts';
import { insert } from '../../shared/dom/insert.ts';
import { growKept } from '../../shared/dom/recommend/grow-kept.ts';
import { RULE } from '../../shared/dom/recommend/list-rule.ts';
import type { Wanted } from '../../shared/dom/wanted.ts';
import { type KeptLists, keyOnPage } from '../../shared/engine/lines/kept-lists.ts';
import type { Decided } from './decided.ts';
import { leave } from './leave.ts';
import type { PaintDriver } from './paint-parts.ts';
import type { Paintable, PaintEdit } from './paintable.ts';

let lists: KeptLists = {};
/** ms since the visitor did something. */
let age = 0;

/** Called with what was decided, before it is shown: of whom nothing may be known nothing is kept, either. */
export function know({ remembered, at }: Decided): void {
  lists = remembered.lists ?? {};
  age = at - remembered.newestAt;
}

/** The same where the page may be left for another one. */
export function leaveKnowing(decided: Decided, table: string): void {
  know(decided);
  leave(decided, table);
}

/** Whether the page's list is still made as it was when the other was made of it: a script may have given it more classes. */
const isSameKind = (list: Element, own: Element): boolean =>
  list.localName === own.localName && [...own.classList].every((name) => list.classList.contains(name));

export function keptList(claim: Claim<PaintEdit>, change: Paintable, driver: PaintDriver): Wanted {
  const { edit, element } = claim;
  if (change.kind !== 'recommend') return {};
  // over one of them, as whoever chooses does it
  const [first] = edit.claims.keys();
  const [, tree] = lists[keyOnPage(change.of, location.pathname)] ?? [];
  if (element !== first || !tree || age > change.most) return {};
  const html = edit.html ?? growKept(tree, change.hosts ?? []);
  if (!html?.firstElementChild || !isSameKind(html.firstElementChild, element)) return {};
  edit.html = html;
  return { ...insert(claim, { kind: 'insert', position: 'before' }, driver), css: RULE };
}
