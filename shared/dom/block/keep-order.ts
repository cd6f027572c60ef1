// Where several blocks stand at one place, they are read in the order of the config, whichever was drawn first: each new
// one takes its place among those beside it. All of them are ours, so the page has nothing to say to that.
import type { Edit } from '../claim.ts';
import { insertBefore } from '../native.ts';
import type { BlockOptions } from './draw.ts';

type Of = Pick<Edit, 'experience' | 'index'>;

const known = new WeakMap<Node, Of>();

/** @param host of a block, on the page */
export function keepOrder(host: Element, of: Of, experiences: BlockOptions['experiences'] = []): void {
  known.set(host, of);
  /** Below 0: `other` is the earlier one. */
  const compare = (other: Of): number => {
    if (other.experience === of.experience) return other.index - of.index;
    const find = (one: Of) => experiences.findIndex(({ id }) => id === one.experience);
    return find(other) - find(of);
  };
  const isWrong = (at: Node | null, way: 1 | -1): at is Node => {
    const other = at && known.get(at);
    return !!other && compare(other) * way > 0;
  };
  let before: Node = host;
  while (isWrong(before.previousSibling, 1)) before = before.previousSibling;
  let after: Node | null = host.nextSibling;
  while (isWrong(after, -1)) after = after.nextSibling;
  const next = before === host ? after : before;
  if (host.parentNode && next !== host.nextSibling && next !== host)
    insertBefore(host.parentNode, host, next);
}
