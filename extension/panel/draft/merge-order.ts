// The order of a list that two authors have changed. Of experiences and variants it decides who gets what.

type Named = { id: string };

const idsOf = (list: readonly Named[]): string[] => list.map(({ id }) => id);

/** The ids of the first, and each other one of the second behind what it follows there. */
function weave(first: string[], second: string[]): string[] {
  const woven = [...first];
  second.forEach((id, at) => {
    if (woven.includes(id)) return;
    const before = second.slice(0, at).findLast((one) => woven.includes(one));
    let place = before === undefined ? 0 : woven.indexOf(before) + 1;
    // what the first added there comes first
    while (before !== undefined && place < woven.length && !second.includes(woven[place] ?? '')) place++;
    woven.splice(place, 0, id);
  });
  return woven;
}

/** The same things in this order; every id of theirs is in it. */
export function putInOrder<T extends Named>(list: readonly T[], ids: readonly string[]): T[] {
  return [...list].sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
}

/** As the second has it, with what it lacks behind what it follows in the list. */
export const orderAs = <T extends Named>(list: readonly T[], order: readonly Named[]): T[] =>
  putInOrder(list, weave(idsOf(order), idsOf(list)));

/** @returns the order for all that either has; and whether both changed it, each otherwise: then it is ours */
export function mergeOrder(
  base: readonly Named[],
  ours: readonly Named[],
  theirs: readonly Named[],
): { ids: string[]; isDisputed: boolean } {
  const [before, mine, other] = [base, ours, theirs].map(idsOf) as [string[], string[], string[]];
  const shared = (list: string[]) =>
    list.filter((id) => [before, mine, other].every((one) => one.includes(id))).join('\n');
  const [was, is, isThere] = [shared(before), shared(mine), shared(other)];
  const isTheirs = is === was && isThere !== was;
  return {
    ids: isTheirs ? weave(other, mine) : weave(mine, other),
    isDisputed: is !== was && isThere !== was && is !== isThere,
  };
}
