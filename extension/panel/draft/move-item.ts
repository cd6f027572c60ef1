// The one way in which the order of a list changes.

/** Moves an item of a list in place. */
export function moveItem(list: unknown[], from: number, to: number): void {
  if (to < 0 || to >= list.length) return;
  const [item] = list.splice(from, 1);
  list.splice(to, 0, item);
}
