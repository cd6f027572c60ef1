// The change of what an element says: `text`.
//
// Shown over the original in a shadow root where the element may have one: the page's own nodes stay
// untouched underneath. Elsewhere its text nodes are edited in place (a framework keeps updating them
// and each update is covered again); until that is safe, or when the page fights it, a rule shows the
// text as generated content. See docs/CHANGES.md, "How text is shown", and docs/notes/show-over.md.
import type { Claim, Said } from './claim.ts';
import type { Driver } from './driver.ts';
import { isText } from './native.ts';
import { findRoot } from './root.ts';
import { findWrap } from './translated.ts';
import type { Wanted } from './wanted.ts';

/** What is written in a root; what a translator made of it stays. */
const written = new WeakMap<ShadowRoot, string>();

/** Takes for written what somebody else has written in a root. */
export function noteWritten(root: ShadowRoot, text: string): void {
  written.set(root, text);
}

function showInRoot(root: ShadowRoot, text: string) {
  if (written.get(root) === text && root.firstChild?.nodeName === '#text') return;
  if (written.get(root) === text && findWrap(root.childNodes)) return;
  root.replaceChildren(text);
  written.set(root, text);
}

function wantText<Of extends Said>(claim: Claim<Of>, element: Element, driver: Driver<Of>): Wanted {
  const { text } = claim.edit;
  const root = findRoot(element, driver.lendToDeclared);
  if (root) return { root, show: () => showInRoot(root, text) };
  return driver.wantRootless(claim, element, driver, (inside) => wantText(claim, inside, driver));
}

const isBlank = (node: Node): boolean => node.nodeType === 8 || (isText(node) && !node.data.trim());

/** Whether the parser has only just opened the element: what comes next may be the page's own shadow root. */
export const isOpening = ({ childNodes, nextSibling }: Element): boolean =>
  !nextSibling && document.readyState === 'loading' && [...childNodes].every(isBlank);

export const text = <Of extends Said>(
  claim: Claim<Of>,
  _change: { kind: 'text' },
  driver: Driver<Of>,
): Wanted => (isOpening(claim.element) ? { waits: true } : wantText(claim, claim.element, driver));
