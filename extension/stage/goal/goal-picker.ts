// Picking what should be clicked or sent more often: hover shows it, a click or Enter picks it, arrows and Tab go from one to
// the next, Escape leaves. It changes nothing; the panel makes the goal.
//
// A pane of glass catches the pointer and every key is ours while it lasts: the page's own link is not followed, its
// form not sent, and nothing of it is recorded.

import { t } from '../../../shared/words/t.ts';
import type { Act, GoalOrder, GoalPick, GoalState } from '../../wire/goal-shapes.ts';
import { tell } from '../../wire/news.ts';
import { createOverlay } from '../edit/overlay.ts';
import { createPlainPage, type PlainPage } from '../edit/plain-page.ts';
import { NO_SKETCH } from '../edit/sketch.ts';
import { findStack } from '../edit/walk.ts';
import type { Preview } from '../page/preview.ts';
import { describeGoal } from './describe-goal.ts';
import { findActed } from './find-acted.ts';
import { nameOf } from './name-of.ts';
import { rise } from './rise.ts';

const POINTER = ['pointerdown', 'pointerup', 'mousedown', 'mouseup', 'click', 'dblclick', 'auxclick'];
const STEPS: Record<string, -1 | 1> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

const sayNone = (act: Act, top: Element | undefined): string =>
  top?.localName === 'iframe'
    ? t`Another page in a frame: nothing in it is heard`
    : act === 'click'
      ? t`No link or button here`
      : t`No form here`;

interface GoalPicking {
  act: Act;
  step(by: -1 | 1): string | undefined;
  /** Picks where the steps have led. */
  take(): GoalPick | undefined;
  end(): void;
}

function startGoalPicking(act: Act, page: PlainPage, left: () => void): GoalPicking {
  const overlay = createOverlay({ pressed: () => {}, covered: () => {}, sketch: () => NO_SKETCH });
  const { glass } = overlay;
  const over = new AbortController();
  const { signal } = over;
  /** where the keys have led */
  let at: Element | undefined;

  const say = (element: Element): string => nameOf(element) || element.localName;
  const pick = (element: Element): GoalPick => {
    at = element;
    const picked = page.plainly(() => describeGoal(element, act, nameOf(element)));
    overlay.outline('hover', undefined);
    overlay.outline('picked', element, picked.refused ?? say(element));
    return picked;
  };
  const find = ({ clientX, clientY }: MouseEvent) => {
    const [top] = findStack(clientX, clientY, overlay.host);
    return { top, found: top && rise(top, act) };
  };
  const step = (by: -1 | 1): string | undefined => {
    const all = findActed(act);
    const from = at ? all.indexOf(at) : -1;
    at = all[from < 0 && by < 0 ? all.length - 1 : (from + by + all.length) % all.length];
    if (!at) return undefined;
    at.scrollIntoView({ block: 'nearest' });
    overlay.outline('hover', at, say(at));
    return t`${say(at)}, ${all.indexOf(at) + 1} of ${all.length}`;
  };
  const take = (): GoalPick | undefined => (at?.isConnected ? pick(at) : undefined);

  glass.addEventListener('pointermove', (event) => {
    const { top, found } = find(event);
    overlay.outline('hover', found ?? top, found ? say(found) : sayNone(act, top));
  });
  for (const type of POINTER) glass.addEventListener(type, (event) => event.stopPropagation());
  glass.addEventListener('click', (event) => {
    event.preventDefault();
    const { found } = event.isTrusted ? find(event) : {};
    if (found) tell('goal', { kind: 'picked', picked: pick(found) });
  });
  const hear = (event: KeyboardEvent) => {
    const { key, shiftKey } = event;
    // the browser's own: reload, zoom, the address
    if (!event.isTrusted || event.ctrlKey || event.metaKey || event.altKey || /^F\d/.test(key)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (event.type !== 'keydown') return;
    const by = key === 'Tab' ? (shiftKey ? -1 : 1) : STEPS[key];
    if (key === 'Escape') {
      left();
      tell('goal', { kind: 'left' });
    } else if (by) step(by);
    else if (key === 'Enter') {
      const picked = take();
      if (picked) tell('goal', { kind: 'picked', picked });
    }
  };
  for (const type of ['keydown', 'keypress', 'keyup'] as const)
    addEventListener(type, hear, { capture: true, signal });
  overlay.guard(true);

  return {
    act,
    step,
    take,
    end() {
      over.abort();
      overlay.remove();
    },
  };
}

export function createGoalPicker(
  preview: Pick<Preview, 'borrow' | 'state'>,
): (order: GoalOrder) => GoalState {
  const page = createPlainPage(preview);
  let picking: GoalPicking | undefined;
  const leave = () => {
    picking?.end();
    picking = undefined;
  };
  return (order) => {
    switch (order.kind) {
      case 'pick':
        if (picking?.act !== order.act) {
          leave();
          picking = startGoalPicking(order.act, page, leave);
        }
        return {};
      case 'step': {
        const at = picking?.step(order.by);
        return at === undefined ? {} : { at };
      }
      case 'take': {
        const picked = picking?.take();
        return picked ? { picked } : {};
      }
      case 'end':
        leave();
        return {};
    }
  };
}
