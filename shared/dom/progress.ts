// How far a framework is with one element of the server's: taken over, or surely still to be.
//
// Frameworks leave marks as they go. All of them are private and none is promised, so what is read here is read as
// if it might be missing, and no mark at all means no more than that: nothing is known.
import { AWAITED } from './framework.ts';
import { closest, contains, parentOf } from './native.ts';

/**
 * Qwik never hydrates: its page is awake as served. What Angular says no more of, it has taken over.
 *
 * @see https://qwik.dev/docs/concepts/resumable/
 */
const TAKEN = '[q\\:container],[ng-version]';

interface Fiber {
  return?: Fiber | null;
  memoizedState?: { dehydrated?: unknown } | null;
  stateNode?: { current?: { memoizedState?: { isDehydrated?: boolean } | null } } | null;
}

/** React's own record of a node, or of the root in this container. */
function findFiber(node: Node): Fiber | undefined {
  const key = Object.keys(node).find((name) => /^__react(Fiber|Container|InternalInstance)/.test(name));
  const marks: Record<string, Fiber> = Object(node);
  return key ? (marks[key] ?? {}) : undefined;
}

/** Whether React has gone through the whole root, and the boundary: it marks nodes while it still compares those behind. */
function isDone(fiber: Fiber): boolean {
  let top = fiber;
  for (; top.return; top = top.return) if (top.memoizedState?.dehydrated) return false;
  return !top.stateNode?.current?.memoizedState?.isDehydrated;
}

/** Whether the node stands inside a Suspense boundary: `<!--$-->` … `<!--/$-->`. */
function isInBoundary(node: Node): boolean {
  let open = 0;
  for (let at = node.previousSibling; at; at = at.previousSibling) {
    if (at.nodeType !== 8) continue;
    const data = at.nodeValue ?? '';
    if (/^\/[$&]/.test(data)) open--;
    else if (/^[$&]/.test(data) && ++open > 0) return true;
  }
  return false;
}

/** A node of Vue 3's own tree. */
interface VNode {
  type: unknown;
  el?: Node | null;
  children?: unknown;
  component?: { subTree?: VNode; asyncDep?: unknown; asyncResolved?: boolean } | null;
  suspense?: { activeBranch?: VNode | null } | null;
}

/** A node with what frameworks leave on it. */
interface Marked extends Node {
  _vnode?: VNode | null;
}

/** Whether Vue has taken the element over; undefined when it may be in a component that waits for its code or its turn. */
function isInTree(vnode: VNode | null | undefined, element: Element): boolean | undefined {
  if (!vnode) return false;
  const { type, el, component, suspense, children } = vnode;
  if (component) {
    const { subTree, asyncDep, asyncResolved } = component;
    const isLazy = !!Object(type).__asyncLoader;
    return (isLazy && !subTree?.component) || (asyncDep && !asyncResolved)
      ? undefined
      : isInTree(subTree, element);
  }
  // without an active branch it still waits for something in it
  if (suspense) return suspense.activeBranch ? isInTree(suspense.activeBranch, element) : undefined;
  if (typeof type === 'string' && el) {
    if (el === element) return true;
    if (!contains(el, element)) return false;
    // what it holds is no business of Vue's
    if (!Array.isArray(children)) return true;
  }
  let found: boolean | undefined = false;
  for (const child of Array.isArray(children) ? children : []) {
    const is = typeof child === 'object' && isInTree(child, element);
    if (is) return true;
    if (is === undefined) found = is;
  }
  return found;
}

/** Whether a framework has taken this element over, or surely will; undefined where nothing says so. */
export function findProgress(element: Element): 'taken' | 'awaited' | undefined {
  if (closest(element, AWAITED)) return 'awaited';
  if (closest(element, TAKEN)) return 'taken';
  let isBehind = false;
  for (let at: Marked | null = element; at; at = parentOf(at)) {
    const fiber = findFiber(at);
    if (fiber) return isDone(fiber) && (at === element || !isBehind) ? 'taken' : 'awaited';
    isBehind ||= isInBoundary(at);
    if ('_vnode' in at) return isInTree(at._vnode, element) === undefined ? 'awaited' : 'taken';
    // Preact and Vue 2
    if ('__k' in at || '__vue__' in at) return 'taken';
  }
  // Svelte prepares the prototype and hydrates in the same breath
  return '__e' in element ? 'taken' : undefined;
}
