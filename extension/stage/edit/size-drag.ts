// One length in hand, by pointer or by arrow keys: what it becomes, shown on the page at each step, and said or given back
// at the end.

import { OPPOSITE, type Sizes } from '../../wire/sizes.ts';
import type { OwnStep } from '../../wire/survey-shapes.ts';
import { growsBy, type HandleName, namesOf } from './box-model.ts';
import { type BoxNow, readBox, readNeighbours, readSize } from './read-box.ts';
import { REACH, type Snapped, snap, stepOn } from './snap.ts';

/** After the last arrow key, until what it made is said. */
const PAUSE_MS = 700;
/** Of what is sized, px: less could not be taken hold of again. */
const LEAST_SIZE = 8;

export interface SizesShown {
  /** Shows these besides what the draft says; none: the draft alone. */
  show(sizes: Sizes | undefined): void;
  /** Says them to the panel, and shows them until the draft does. */
  keep(sizes: Sizes): void;
  /** The page's own lengths of space. */
  spaces(): OwnStep[];
}

interface Drag {
  name: HandleName;
  from: BoxNow;
  steps: OwnStep[];
  /** where the pointer went down; none by keys */
  press?: { id: number; x: number; y: number };
  sizes?: Sizes;
  /** what it has come to, where that is one of the page's own */
  says: string;
}

export interface SizeDrag {
  now(): Readonly<Drag> | undefined;
  begin(element: Element, name: HandleName, press?: Drag['press']): void;
  /** The pointer went on. */
  go(event: MouseEvent): void;
  /** By one pixel, or to the next of the page's own; a pause says it. */
  nudge(element: Element, name: HandleName, by: -1 | 1, isFar: boolean): void;
  /** @returns whether there was one */
  end(isKept: boolean): boolean;
  /** What keys made is said. */
  settle(): void;
}

const isSpace = (name: HandleName): boolean => name.includes('-');

function makeSizes({ name, from }: Drag, px: number, height: number, isBothSides: boolean): Sizes {
  const [first, second] = namesOf(name, from.isPicture);
  const sizes: Sizes = {};
  if (first) sizes[first] = px;
  if (second) sizes[second] = from.isPicture ? 'auto' : height;
  if (isBothSides && name in OPPOSITE) sizes[OPPOSITE[name as keyof typeof OPPOSITE]] = px;
  return sizes;
}

/** @param changed told when what is in hand is another */
export function createSizeDrag(shown: SizesShown, changed: () => void): SizeDrag {
  let drag: Drag | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const begin: SizeDrag['begin'] = (element, name, press) => {
    settle();
    const steps = isSpace(name)
      ? [{ px: 0, says: 'none' }, ...shown.spaces()]
      : readNeighbours(element, name);
    drag = { name, from: readBox(element), steps, says: '', ...(press && { press }) };
    changed();
  };
  const set = (now: Drag, { px, step }: Snapped, height: number, isBothSides: boolean) => {
    const least = isSpace(now.name) ? Math.min(0, readSize(now.name, now.from)) : LEAST_SIZE;
    const fit = Math.max(px, least);
    now.sizes = makeSizes(now, fit, Math.max(Math.round(height), LEAST_SIZE), isBothSides);
    now.says = step && step.px === fit ? step.says : '';
    shown.show(now.sizes);
    changed();
  };
  const end = (isKept: boolean): boolean => {
    const was = drag;
    clearTimeout(timer);
    drag = undefined;
    if (!was) return false;
    if (isKept && was.sizes) shown.keep(was.sizes);
    else shown.show(undefined);
    changed();
    return true;
  };
  const settle = () => {
    if (drag && !drag.press) end(true);
  };
  return {
    now: () => drag,
    begin,
    end,
    settle,
    go({ clientX, clientY, altKey, shiftKey }) {
      if (!drag?.press) return;
      const { press, from, name, steps, sizes } = drag;
      const [dx, dy] = [(clientX - press.x) / from.scale, (clientY - press.y) / from.scale];
      if (!sizes && dx === 0 && dy === 0) return;
      const grows = growsBy(name, from.isFilling);
      const px = readSize(name, from) + dx * grows.x + dy * grows.y;
      set(drag, snap(px, steps, altKey ? 0 : REACH / from.scale), from.height + dy, shiftKey);
    },
    nudge(element, name, by, isFar) {
      if (drag?.name !== name) begin(element, name);
      if (!drag) return;
      const [first] = namesOf(name, drag.from.isPicture);
      const asked = first && drag.sizes?.[first];
      const px = typeof asked === 'number' ? asked : Math.round(readSize(name, drag.from));
      // each direction has a handle of its own: this one leaves the height
      set(drag, isFar ? stepOn(px, drag.steps, by) : { px: px + by }, drag.from.height, false);
      clearTimeout(timer);
      timer = setTimeout(settle, PAUSE_MS);
    },
  };
}
