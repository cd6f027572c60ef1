// Editing on the live page: hover shows, a click picks, a double click edits text in place. All that it changes is
// said to the panel, which changes the draft; the preview then shows it. So the editor itself changes nothing.
//
// While picking, a pane of glass catches the pointer: the page's own handlers never see a click. In browse mode
// the glass is away and the page works as ever.

import type { Target } from '../../../shared/schema/target.ts';
import { tellEdit } from '../../lib/draft/edit-news.ts';
import type { EditOrder, EditState, Found, Picked } from '../../lib/draft/edit-shapes.ts';
import { findAgain, isDrifted } from '../../lib/targets/find-again.ts';
import { findTargets } from '../../lib/targets/find-targets.ts';
import { sayText } from '../../lib/targets/take-print.ts';
import type { Preview } from '../preview.ts';
import { describePicked, findPath } from './describe-picked.ts';
import { createOverlay, type Overlay } from './overlay.ts';

const collapse = (text: string | null): string => (text ?? '').replace(/\s+/g, ' ').trim();

/** What a target finds now, as the tag would; a selector that cannot be read finds nothing. */
function seek({ css, text, within }: Target): Element[] {
  try {
    let roots: ParentNode[] = [document];
    for (const host of within ?? [])
      roots = roots
        .flatMap((root) => [...root.querySelectorAll(host)])
        .flatMap(({ shadowRoot }) => shadowRoot ?? []);
    const all = roots.flatMap((root) => [...root.querySelectorAll(css)]);
    return text === undefined ? all : all.filter((one) => collapse(one.textContent) === collapse(text));
  } catch {
    return [];
  }
}

export function createEditor(preview: Pick<Preview, 'borrow' | 'state'>): (order: EditOrder) => EditState {
  let overlay: Overlay | undefined;
  let mode: EditState['mode'] = 'off';
  let chosen: Element | undefined;
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
  const isOurs = (element: Element) => element.closest('[data-selvedge]') !== null;

  /** What lies at a point, topmost first, inside open shadow roots too. */
  const stack = (x: number, y: number): Element[] => {
    const all: Element[] = [];
    for (const element of document.elementsFromPoint(x, y)) {
      if (element === overlay?.host || element === document.documentElement || isOurs(element)) continue;
      // a root on anything else may be our own, which shows text over the original
      const inner = element.localName.includes('-')
        ? (element.shadowRoot?.elementsFromPoint(x, y) ?? [])
        : [];
      for (const one of inner) if (one !== element && one.getRootNode() === element.shadowRoot) all.push(one);
      all.push(element);
    }
    return all;
  };
  const choose = (element: Element): Picked => {
    chosen = element;
    const picked = plainly(() => describePicked(element));
    overlay?.outline('hover', undefined);
    overlay?.outline('picked', element, picked.path.at(-1));
    return picked;
  };
  const pick = (element: Element | undefined) => {
    if (element) tellEdit({ kind: 'picked', picked: choose(element) });
  };

  const hover = (event: PointerEvent) => {
    const [top] = stack(event.clientX, event.clientY);
    overlay?.outline('hover', top === chosen ? undefined : top, top && plainName(top));
  };
  const plainName = (element: Element) => {
    const said = sayText(element);
    return `${element.localName}${said && element.children.length < 4 ? ` “${said.slice(0, 40)}”` : ''}`;
  };
  const click = (event: MouseEvent) => {
    event.preventDefault();
    if (!event.isTrusted || isWriting) return;
    const all = stack(event.clientX, event.clientY);
    // again at the same place with Alt: what lies beneath
    const at = chosen && event.altKey ? all.indexOf(chosen) + 1 : 0;
    pick(all[at % all.length]);
  };
  const write = async (event: MouseEvent) => {
    const element = chosen;
    if (!event.isTrusted || !overlay || !element || isWriting) return;
    const picked = plainly(() => describePicked(element));
    if (!picked.isPlain || picked.choices.length === 0) return;
    isWriting = true;
    const layer = collapse(
      (element.localName.includes('-') ? undefined : element.shadowRoot?.textContent) || element.textContent,
    );
    const value = await overlay.write(element, layer || picked.text);
    isWriting = false;
    if (value !== undefined && value !== layer) tellEdit({ kind: 'wrote', value, picked });
  };
  const keys = (event: KeyboardEvent) => {
    if (mode !== 'pick' || isWriting || !event.isTrusted) return;
    const to = (
      { ArrowUp: 'parent', ArrowDown: 'child', ArrowLeft: 'previous', ArrowRight: 'next' } as const
    )[event.key];
    if (event.key === 'Escape') {
      leave('browse');
      tellEdit({ kind: 'left' });
    } else if (to && chosen) pick(step(to));
    else return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };

  const step = (to: 'parent' | 'child' | 'previous' | 'next'): Element | undefined => {
    const from = chosen?.isConnected ? chosen : document.body;
    if (!from) return undefined;
    if (to === 'parent') return from === document.body ? from : findPath(from).at(-2);
    const walk = (element: Element | null, by: 'nextElementSibling' | 'previousElementSibling') => {
      let at = element;
      while (
        at &&
        (isOurs(at) || at === overlay?.host || /^(script|style|link|template|noscript)$/.test(at.localName))
      )
        at = at[by];
      return at ?? undefined;
    };
    if (to === 'child') return walk(from.firstElementChild, 'nextElementSibling') ?? from;
    const by = to === 'next' ? 'nextElementSibling' : 'previousElementSibling';
    return walk(from[by], by) ?? from;
  };
  const enter = () => {
    if (!overlay) {
      overlay = createOverlay();
      overlay.glass.addEventListener('pointermove', hover);
      overlay.glass.addEventListener('click', click);
      overlay.glass.addEventListener('dblclick', write);
      addEventListener('keydown', keys, true);
    }
    overlay.guard(true);
    mode = 'pick';
  };
  const leave = (next: 'browse' | 'off') => {
    mode = next;
    chosen = undefined;
    removeEventListener('keydown', keys, true);
    overlay?.remove();
    overlay = undefined;
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
  const find = (targets: Target[]): Found[] =>
    plainly(() =>
      targets.map((target): Found => {
        const all = seek(target);
        const [first] = all;
        const drifted = all.length === 1 && first && target.print ? isDrifted(first, target.print) : false;
        const again = all.length === 0 || drifted ? findAgain(target, document) : undefined;
        const [better] = again ? findTargets(again.element) : [];
        return {
          count: all.length,
          isDrifted: drifted,
          ...(again && better && again.element !== first
            ? { again: { target: better.target, confidence: again.confidence, says: sayText(again.element) } }
            : {}),
        };
      }),
    );

  return (order) => {
    let picked: Picked | undefined;
    let found: Found[] | undefined;
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
        if (to) picked = choose(to);
        break;
      }
      case 'climb': {
        const to = chosen && findPath(chosen)[order.index];
        if (to) picked = choose(to);
        break;
      }
      case 'point':
        point(order.target as Target | undefined);
        break;
      case 'find':
        found = find(order.targets as Target[]);
        break;
    }
    return { mode, ...(picked && { picked }), ...(found && { found }) };
  };
}
