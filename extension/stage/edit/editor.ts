// Editing on the live page: hover shows, a click picks, a double click edits text in place, dragging what is picked
// moves it. All that it changes is said to the panel, which changes the draft; the preview then shows it. So the
// editor itself changes nothing.
//
// While picking, a pane of glass catches the pointer: the page's own handlers never see a click. In browse mode
// the glass is away and the page works as ever.

import { collapse } from '../../../shared/engine/collapse.ts';
import type { Target } from '../../../shared/schema/target.ts';
import type { EditOrder, EditState, Picked } from '../../wire/edit-shapes.ts';
import { tell } from '../../wire/news.ts';
import type { Preview } from '../page/preview.ts';
import { findTargets } from '../targets/find-targets.ts';
import { sayText } from '../targets/take-print.ts';
import { copyMarkup } from './copy-markup.ts';
import { describePicked, findPath } from './describe-picked.ts';
import { findHere, seek } from './find-here.ts';
import { createMover, type Mover, type Spot } from './mover.ts';
import { createOverlay, type Overlay } from './overlay.ts';
import { findOwnChange } from './own-change.ts';
import { findBeneath, findStack, stepFrom, type Way } from './walk.ts';

const WAYS = { ArrowUp: 'parent', ArrowDown: 'child', ArrowLeft: 'previous', ArrowRight: 'next' } as const;
const SHIFTS: Record<string, -1 | 1> = { ArrowUp: -1, ArrowLeft: -1, ArrowDown: 1, ArrowRight: 1 };

export function createEditor(preview: Pick<Preview, 'borrow' | 'state'>): (order: EditOrder) => EditState {
  let overlay: Overlay | undefined;
  let mover: Mover | undefined;
  let mode: EditState['mode'] = 'off';
  let chosen: Element | undefined;
  let beneath: Element[] = [];
  let isWriting = false;

  /** Reads the page as the site serves it: what is shown of ours is away for this one turn, and never painted so. */
  const plainly = <T>(read: () => T): T => {
    if (!preview.state()) return read();
    preview.borrow([]);
    try {
      return read();
    } finally {
      preview.borrow(undefined);
    }
  };
  /** The changes that are shown: the preview of one variant. */
  const changes = () =>
    (preview.state()?.config.experiences[0]?.variants[0]?.changes ?? []).flatMap((change) =>
      change.kind === 'redirect' ? [] : [change],
    );
  const stack = (x: number, y: number) => findStack(x, y, overlay?.host);
  const choose = (element: Element, under: Element[] = []): Picked => {
    chosen = element;
    beneath = under;
    const picked = plainly(() => describePicked(element, under));
    overlay?.outline('hover', undefined);
    overlay?.outline('picked', element, picked.path.at(-1));
    return picked;
  };
  const pick = (element: Element | undefined, under?: Element[]) => {
    if (element) tell('edit', { kind: 'picked', picked: choose(element, under) });
  };
  const plainName = (element: Element) => {
    const said = sayText(element);
    return `${element.localName}${said && element.children.length < 4 ? ` “${said.slice(0, 40)}”` : ''}`;
  };

  const hover = (event: PointerEvent) => {
    if (event.buttons) return;
    const [top] = stack(event.clientX, event.clientY);
    overlay?.outline('hover', top === chosen ? undefined : top, top && plainName(top));
  };
  const press = (event: PointerEvent) => {
    if (chosen && !isWriting && stack(event.clientX, event.clientY).includes(chosen))
      mover?.press(chosen, event);
  };
  const click = (event: MouseEvent) => {
    event.preventDefault();
    if (!event.isTrusted || isWriting || mover?.wasDrag()) return;
    const all = stack(event.clientX, event.clientY);
    // again at the same place with Alt: what lies beneath
    const at = chosen && event.altKey ? (all.indexOf(chosen) + 1) % all.length : 0;
    const found = all[at];
    const own = found?.hasAttribute('data-selvedge') ? findOwnChange(found, changes()) : undefined;
    if (own !== undefined) tell('edit', { kind: 'chose', change: own });
    else if (!found?.hasAttribute('data-selvedge')) pick(found, findBeneath(all.slice(at)));
  };
  const write = async () => {
    const element = chosen;
    if (!overlay || !element || isWriting) return;
    const picked = plainly(() => describePicked(element, beneath));
    if (!picked.isPlain || picked.choices.length === 0) {
      overlay.outline('picked', element, 'More than text is in here: change it in the panel');
      return;
    }
    isWriting = true;
    // what was written before, with its tokens, not what they came out as
    const known = changes().find(
      (change) => change.kind === 'text' && plainly(() => seek(change.target)).includes(element),
    );
    const before = known?.kind === 'text' ? known.value : picked.text;
    const value = await overlay.write(element, before);
    isWriting = false;
    if (value !== undefined && collapse(value) !== collapse(before))
      tell('edit', { kind: 'wrote', value, picked });
  };
  /** Says where something goes now; nowhere else is where the page has it. */
  const move = (element: Element, spot: Spot | undefined) => {
    const [picked, to] = plainly(() => [
      describePicked(element, beneath),
      spot && findTargets(spot.beside)[0]?.target,
    ]);
    if (picked.choices.length === 0 || (spot && !to))
      overlay?.outline('picked', element, 'No selector finds that place for good');
    else tell('edit', { kind: 'moved', picked, ...(to && { to }), position: spot?.position ?? 'after' });
  };
  const shift = (by: -1 | 1) => {
    const to = chosen?.isConnected && mover?.shift(chosen, by);
    if (chosen && to) move(chosen, to.spot);
  };

  const keys = (event: KeyboardEvent) => {
    if (mode !== 'pick' || isWriting || !event.isTrusted) return;
    const { key } = event;
    const way = WAYS[key as keyof typeof WAYS];
    const by = event.shiftKey ? SHIFTS[key] : undefined;
    if (key === 'Escape') {
      if (!mover?.cancel()) {
        leave('browse');
        tell('edit', { kind: 'left' });
      }
    } else if ((event.ctrlKey || event.metaKey) && key.toLowerCase() === 'z')
      tell('edit', { kind: event.shiftKey ? 'redo' : 'undo' });
    else if (event.ctrlKey || event.metaKey || event.altKey || !chosen) return;
    else if (by) shift(by);
    else if (way) pick(step(way));
    else if (key === 'Enter') void write();
    else return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const step = (way: Way) => {
    const from = chosen?.isConnected ? chosen : document.body;
    return from ? stepFrom(from, way) : undefined;
  };

  const enter = () => {
    if (!overlay) {
      overlay = createOverlay();
      mover = createMover(overlay, stack, move);
      overlay.glass.addEventListener('pointermove', hover);
      overlay.glass.addEventListener('pointerdown', press);
      overlay.glass.addEventListener('click', click);
      overlay.glass.addEventListener('dblclick', (event) => {
        if (event.isTrusted) void write();
      });
      addEventListener('keydown', keys, true);
    }
    overlay.guard(true);
    mode = 'pick';
  };
  const leave = (next: 'browse' | 'off') => {
    mode = next;
    chosen = undefined;
    mover?.cancel();
    removeEventListener('keydown', keys, true);
    overlay?.remove();
    overlay = mover = undefined;
  };
  const point = (target: Target | undefined) => {
    const [element] = target ? seek(target) : [];
    if (element && !overlay) {
      overlay = createOverlay();
      overlay.guard(false);
    }
    overlay?.outline('point', element);
    element?.scrollIntoView({ block: 'nearest' });
    if (!element && mode !== 'pick') leave(mode);
  };

  return (order) => {
    const answer: Omit<EditState, 'mode'> = {};
    switch (order.kind) {
      case 'pick':
        enter();
        break;
      case 'browse':
        leave('browse');
        break;
      case 'end':
        leave('off');
        break;
      case 'step': {
        enter();
        const to = step(order.to);
        if (to) answer.picked = choose(to);
        break;
      }
      case 'climb':
      case 'dive': {
        const to = order.kind === 'dive' ? beneath[order.index] : chosen && findPath(chosen)[order.index];
        if (to) answer.picked = choose(to);
        break;
      }
      case 'copy': {
        const from = chosen;
        if (from) answer.copy = plainly(() => copyMarkup(from));
        break;
      }
      case 'shift':
        shift(order.by);
        break;
      case 'point':
        point(order.target as Target | undefined);
        break;
      case 'find':
        answer.found = plainly(() => findHere(order.targets as Target[]));
        break;
    }
    return { mode, ...answer };
  };
}
