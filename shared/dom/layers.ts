// Which attributes and text nodes we show differently now, and what the page itself has there (layer.ts).

export type Value = string | null;

/** What to show over the page's own value; null is "no such attribute". */
export type Operation = (base: Value) => Value;

/** The page's own value, where it has written this over ours. */
export type Rebase = (layer: Layer, now: string) => string;

export interface Layer {
  node: Element | Text;
  /** Attribute name; empty for a text node's data. */
  name: string;
  base: Value;
  ours: Value;
  operations: Map<object, Operation>;
  /** What the page means by a value that it writes over ours; undefined: what it says. */
  rebase?: Rebase | undefined;
  /** Attributes that stood behind this one: removing and setting it again must not reorder them. */
  behind: string[];
}

export const layers = new WeakMap<Node, Map<string, Layer>>();

/** The layer that is on now, if any. */
export const findLayer = (node: Node, name: string): Layer | undefined => layers.get(node)?.get(name);
