// One attribute or text node that we show differently, over what the page last set.
//
// Promises: what the page writes becomes the new base, ours is put back over it, and when the last
// operation leaves, the base is restored exactly. Never writes what is already so.
import { findLayer, type Layer, layers, type Operation, type Rebase, type Value } from './layers.ts';
import { getAttribute, isText, removeAttribute, setAttribute } from './native.ts';

/** Whether we changed an attribute of this element: it may then no longer match its own selector. */
export const isLayered = (node: Node): boolean => !!layers.get(node)?.size;

const read = (node: Element | Text, name: string): Value =>
  isText(node) ? node.data : getAttribute(node, name);

/** The words of a class attribute, each once. */
export const words = (value: Value): string[] => [...new Set(value?.match(/\S+/g))];

/** The page's own classes, when it edited the list that holds ours: what we hid stays hidden. */
export function rebaseWords({ base, ours }: Layer, now: string): string {
  const was = words(ours);
  const is = words(now);
  const own = words(base);
  const all = [...new Set([...own, ...is])];
  // who writes the whole list does not know our words: it means what it says
  if (was.some((word) => !all.includes(word))) return now;
  // else what we hid is still the page's, and what we added is not
  return all.filter((word) => !was.includes(word) || (own.includes(word) && is.includes(word))).join(' ');
}

/** Takes up what the page wrote, shows ours over it. Answers whether the page had taken it back. */
function renew(layer: Layer): boolean {
  const { node, name, behind, operations, rebase } = layer;
  const now = read(node, name);
  const isTaken = now !== layer.ours;
  if (isTaken) layer.base = rebase && now !== null ? rebase(layer, now) : now;
  let next = layer.base;
  for (const operation of operations.values()) next = operation(next);
  // while it is ours: words mean the same in any order
  if (rebase && operations.size && words(next).sort().join(' ') === words(now).sort().join(' ')) next = now;
  layer.ours = next;
  if (next === now) return false;
  if (isText(node)) node.data = next ?? '';
  else if (next === null) removeAttribute(node, name);
  else {
    // an emptied src lets go of the old picture at once; otherwise it stays painted until the new one is there
    if (name === 'src') setAttribute(node, name, '');
    setAttribute(node, name, next);
    if (now === null) {
      for (const other of behind) {
        const value = read(node, other);
        if (value !== null) {
          removeAttribute(node, other);
          setAttribute(node, other, value);
        }
      }
    }
  }
  return isTaken;
}

/**
 * Lays `operation` over the attribute or text; again by the same owner replaces it.
 * @param held the owner's layers, to which this one is added
 * @returns whether the page had taken it back
 */
export function lay(
  owner: object,
  held: Set<Layer>,
  node: Element | Text,
  name: string,
  operation: Operation,
  rebase?: Rebase,
): boolean {
  const of = layers.get(node) ?? new Map<string, Layer>();
  layers.set(node, of);
  let layer = of.get(name);
  if (!layer) {
    const base = read(node, name);
    const names = !isText(node) && base !== null ? node.getAttributeNames() : [];
    layer = {
      node,
      name,
      base,
      ours: base,
      operations: new Map(),
      behind: names.slice(names.indexOf(name) + 1),
    };
    of.set(name, layer);
  }
  held.add(layer);
  layer.rebase = rebase;
  layer.operations.set(owner, operation);
  return renew(layer);
}

/** Takes a layer of somebody else's over as it lies: what was written there is the owner's until it lifts it. */
export function inherit(owner: object, laid: Omit<Layer, 'operations'>): Layer {
  const { node, name, base, ours, behind } = laid;
  const operations = new Map<object, Operation>([[owner, () => ours]]);
  const layer = { node, name, base, ours, behind, operations };
  const of = layers.get(node) ?? new Map<string, Layer>();
  layers.set(node, of.set(name, layer));
  return layer;
}

/** Takes what stands in a text for the owner's own words: a translator's. It stays until the layer leaves. */
export function accept(owner: object, held: Set<Layer>, node: Text): void {
  const layer = findLayer(node, '');
  if (!layer?.operations.has(owner)) return;
  held.add(layer);
  layer.ours = node.data;
}

/** Takes the owner's operation away; what the page would show now comes back. */
export function lift(owner: object, layer: Layer): void {
  layer.operations.delete(owner);
  renew(layer);
  if (!layer.operations.size) layers.get(layer.node)?.delete(layer.name);
}
