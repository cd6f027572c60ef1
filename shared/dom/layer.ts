// One attribute or text node that we show differently, over what the page last set.
//
// Promises: what the page writes becomes the new base, ours is put back over it, and when the last
// operation leaves, the base is restored exactly. Never writes what is already so.
import { getAttribute, removeAttribute, setAttribute } from './native.ts';

/** What to show over the page's own value; null is "no such attribute". */
export type Operation = (base: string | null) => string | null;

export interface Layer {
  node: Element | Text;
  /** Attribute name; empty for a text node's data. */
  name: string;
  base: string | null;
  ours: string | null;
  operations: Map<object, Operation>;
}

const layers = new WeakMap<Node, Map<string, Layer>>();

/** The layer that is on now, if any. */
export const findLayer = (node: Node, name: string): Layer | undefined => layers.get(node)?.get(name);

/** Whether we changed an attribute of this element: it may then no longer match its own selector. */
export const isLayered = (node: Node): boolean => !!layers.get(node)?.size;

const read = ({ node, name }: Layer): string | null =>
  name ? getAttribute(node as Element, name) : (node as Text).data;

function write({ node, name }: Layer, value: string | null): void {
  if (!name) (node as Text).data = value ?? '';
  else if (value === null) removeAttribute(node as Element, name);
  else {
    // an emptied src lets go of the old picture at once; otherwise it stays painted until the new one is there
    if (name === 'src') setAttribute(node as Element, name, '');
    setAttribute(node as Element, name, value);
  }
}

const words = (value: string | null): string[] => value?.split(/\s+/).filter(Boolean) ?? [];

/** The page's own classes, when it edited (or replaced) the list that holds ours. */
function rebase(base: string | null, ours: string | null, now: string | null): string | null {
  if (now === null) return null;
  const was = words(ours);
  const is = words(now);
  const kept = words(base).filter((word) => is.includes(word) || !was.includes(word));
  return [...kept, ...is.filter((word) => !was.includes(word) && !kept.includes(word))].join(' ');
}

/** Takes up what the page wrote, shows ours over it. Answers whether the page had taken it back. */
export function settle(layer: Layer): boolean {
  const now = read(layer);
  const taken = now !== layer.ours;
  if (taken) layer.base = layer.name === 'class' ? rebase(layer.base, layer.ours, now) : now;
  let next = layer.base;
  for (const operation of layer.operations.values()) next = operation(next);
  if (next !== now) write(layer, next);
  layer.ours = next;
  return taken && next !== now;
}

/** Lays `operation` over the attribute or text; again by the same owner replaces it. */
export function lay(owner: object, node: Element | Text, name: string, operation: Operation): Layer {
  const of = layers.get(node) ?? new Map<string, Layer>();
  layers.set(node, of);
  let layer = of.get(name);
  if (!layer) {
    layer = { node, name, base: null, ours: null, operations: new Map() };
    layer.base = layer.ours = read(layer);
    of.set(name, layer);
  }
  layer.operations.set(owner, operation);
  return layer;
}

/** Takes the owner's operation away; what the page would show now comes back. */
export function lift(owner: object, layer: Layer): void {
  layer.operations.delete(owner);
  settle(layer);
  if (!layer.operations.size) layers.get(layer.node)?.delete(layer.name);
}
