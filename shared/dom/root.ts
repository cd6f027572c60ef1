// Our shadow roots: they say what an element shall say over its own words.
//
// An element has one root for life, and the page's own wish for it comes first. So a root of the page's is never
// touched; where the parser may still bring a declared one we wait; and when the page asks for a root on an element that
// has ours, it gets ours, emptied and to all appearances new.
import { HOSTS } from '../grammar/allowed.ts';
import { type Claim, own, type Said } from './claim.ts';
import { mine } from './mine.ts';
import { attachShadow, findIn, getAttribute, make, removeNode } from './native.ts';

/** Who shows something in a root. */
const holders = new WeakMap<ShadowRoot, Claim<Said>>();
/** Roots that were ours and are the page's. */
const lent = new WeakMap<Element, ShadowRoot>();

/** The page's own root of an element, as far as it can be known. */
export const findPageRoot = (element: Element): ShadowRoot | undefined => {
  const root = lent.get(element) ?? element.shadowRoot;
  return root && !mine.has(root) ? root : undefined;
};

/** Hands our root of an element to the page as the new one that it wants. Throws what the browser would throw. */
function lend(element: Element, root: ShadowRoot, wanted: ShadowRootInit): ShadowRoot {
  const { mode } = attachShadow(make('div'), wanted);
  if (mode !== root.mode) {
    Object.defineProperty(root, 'mode', { value: mode });
    Object.defineProperty(element, 'shadowRoot', { value: null });
  }
  root.replaceChildren();
  mine.delete(root);
  lent.set(element, root);
  const claim = holders.get(root);
  if (claim?.root === root) {
    claim.root = undefined;
    claim.edit.problem('target', 'the page wants its shadow root');
    claim.edit.again(root);
  }
  return root;
}

/**
 * Hands it to a declared root that the parser found no place for.
 *
 * @see https://html.spec.whatwg.org/multipage/scripting.html#attr-template-shadowrootmode
 */
export function lendToDeclared(element: Element, root: ShadowRoot): boolean {
  const [declared]: (Element & { content?: DocumentFragment })[] = findIn(
    element,
    ':scope>template[shadowrootmode]',
  );
  // while it is open, the parser still fills it
  if (!declared?.content || (!declared.nextSibling && document.readyState === 'loading')) return false;
  const mode = getAttribute(declared, 'shadowrootmode')?.toLowerCase();
  // of any other word the parser makes no root
  if (mode !== 'open' && mode !== 'closed') return false;
  lend(element, root, { mode }).append(declared.content);
  removeNode(declared);
  return true;
}

/**
 * Our root over an element, if it can have one.
 *
 * @param lends `lendToDeclared`, or what leaves that to somebody who comes later
 */
export function findRoot(element: Element, lends: typeof lendToDeclared): ShadowRoot | undefined {
  let root = element.shadowRoot;
  // a lone marked slot is what an earlier applier left
  if (root && !mine.has(root) && (lent.has(element) || !root.querySelector('slot[data-selvedge]'))) return;
  if (!root) {
    if (!HOSTS.test(element.localName)) return;
    try {
      root = attachShadow(element, { mode: 'open' });
    } catch {
      return;
    }
  }
  if (lends(element, root)) return;
  mine.add(root);
  return root;
}

/** Lets a claim show something in a root of ours. */
export function holdRoot(claim: Claim<Said>, root: ShadowRoot): void {
  holders.set(root, claim);
  claim.root = root;
}

/** Shows nothing in a root any more: with a lone slot, the page's own children are seen again. */
export const leaveRoot = (root: ShadowRoot): void => root.replaceChildren(own(make('slot')));

let isShared = false;

/** Lets the page have the roots that it asks for, also where we came first. */
export function shareRoots(): void {
  if (isShared) return;
  isShared = true;
  const { prototype } = Element;
  const shared = {
    attachShadow(this: Element, wanted: ShadowRootInit): ShadowRoot {
      const root = this?.shadowRoot;
      return root && mine.has(root) ? lend(this, root, wanted) : attachShadow(this, wanted);
    },
  };
  try {
    prototype.attachShadow = shared.attachShadow;
  } catch {
    // frozen: the page then hears from the browser that there is a root
  }
}
