// The one way in which the order of a list changes.

/**
 * Moves an item of a list one place in it. @param at where it stands by now: what was pressed just before may not be shown yet;
 * an item that is gone by then moves nothing
 */
export function moveItem(list: unknown[], at: number, by: 1 | -1): void {
  const to = at + by;
  if (at < 0 || to < 0 || to >= list.length) return;
  const [item] = list.splice(at, 1);
  list.splice(to, 0, item);
}
