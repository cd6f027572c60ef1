// The toolbar at the picked element: a press opens the tool in the panel. It stands in the overlay's closed shadow root
// and takes only what an author did, so the page can neither find its buttons nor press them.

import { t } from '../../../shared/words/t.ts';
import type { Picked } from '../../wire/edit-shapes.ts';
import { ORS_PANE_KEY } from '../../wire/pane-key.ts';
import { AT_ELEMENT, type AtElement, isToolFor } from '../../wire/tools-for.ts';
import { findStand } from './box-model.ts';
import { findToolbarPlace } from './find-toolbar-place.ts';
import { SIZE_BAR_CSS } from './size-bar.ts';
import { findShown } from './twins.ts';

export const TOOLBAR_CSS = `
.tools { position: absolute; box-sizing: border-box; max-width: calc(100vw - 16px); padding: 3px; border: 1px solid #b9b4a6;
  border-radius: 8px; background: #fff; color: #1b2133; font: 600 13px/1.4 system-ui, sans-serif; pointer-events: auto;
  box-shadow: 0 2px 10px rgb(27 33 51 / 25%); cursor: default; }
.tools[hidden] { display: none; }
.tools .row { display: flex; flex-wrap: wrap; gap: 2px; }
.tools button { min-height: 28px; margin: 0; padding: 3px 9px; border: 0; border-radius: 5px; background: none; color: inherit;
  font: inherit; cursor: pointer; }
.tools button:hover { background: #e7ebf6; }
.tools button:focus-visible { outline: 2px solid #2b4794; outline-offset: -2px; }
.tools p { max-width: 30em; margin: 2px 9px 3px; font-weight: 400; font-size: 12px; }
@media (prefers-color-scheme: dark) {
  .tools { border-color: #4a5168; background: #1b2133; color: #f4f2ec; }
  .tools button:hover { background: #2e3650; }
  .tools button:focus-visible { outline-color: #a9bcf0; }
}
@media (forced-colors: active) { .tools button { border: 1px solid; } }
${SIZE_BAR_CSS}`;

const LABELS: Record<AtElement, string> = {
  text: t`Text`,
  link: t`Link`,
  image: t`Picture`,
  style: t`Style`,
  size: t`Size`,
  hide: t`Hide`,
  move: t`Move`,
  more: t`More`,
};

/** What the handles of a size take around an element, px. */
const HANDLES = 24;

/** What the page would hear of a press or a key. */
const HEARD = [
  'keydown',
  'keyup',
  'keypress',
  'click',
  'dblclick',
  'pointerdown',
  'pointerup',
  'mousedown',
  'mouseup',
];

/** Where it goes on. */
const IN_PANEL = {
  text: t`Write it in the panel: click its marked field${ORS_PANE_KEY}.`,
  size: t`Drag a handle; Alt leaves the page’s own steps, Shift takes both sides. By keys: Tab to a handle, arrows, Page Up and Down for the page’s own steps. Escape gives it back.`,
  other: t`It is open in the panel: click there${ORS_PANE_KEY}.`,
};

/** What a text cannot do to it, and why. */
function sayLimits({ tag, isWordy, takes }: Picked): string {
  if (!isToolFor('text', tag)) return '';
  if (takes === 'text') return t`Text only: an entry of a list shows no markup.`;
  return isWordy
    ? ''
    : t`More than words is inside: a text takes the place of all of it. HTML, under More, can keep it.`;
}

export interface Toolbar {
  /** Stands beside the element with what suits it; without one it is gone. */
  offer(element: Element | undefined, picked?: Picked): void;
  /** Whether what is picked is being sized. */
  sizing(isOn: boolean): void;
  /** Opens the tool in the panel, as a press of its button does; nothing where what is picked has no such tool. */
  open(tool: AtElement): void;
  /** To where the element is by now. */
  follow(): void;
  hasFocus(): boolean;
  /** @returns whether there is a button to go to */
  focus(): boolean;
}

function makeBar(sizes: HTMLElement): Record<'bar' | 'row' | 'note', HTMLElement> {
  const bar = document.createElement('div');
  bar.className = 'tools';
  bar.hidden = true;
  const row = document.createElement('div');
  row.className = 'row';
  row.setAttribute('role', 'toolbar');
  row.setAttribute('aria-label', t`What becomes of what is picked`);
  const note = document.createElement('p');
  bar.append(row, sizes, note);
  return { bar, row, note };
}

/** @param root where it stands @param sizes stands below the tools @param pressed hears which tool an author wants */
export function createToolbar(
  root: ShadowRoot,
  sizes: HTMLElement,
  pressed: (tool: AtElement) => void,
): Toolbar {
  const { bar, row, note } = makeBar(sizes);
  root.append(bar);
  let at: Element | undefined;
  let offered: readonly AtElement[] = [];
  /** what stands around the element, px */
  let around = 0;

  const buttons = () => [...row.querySelectorAll('button')];
  const goTo = (button: HTMLButtonElement | undefined) => {
    if (!button) return;
    for (const one of buttons()) one.tabIndex = one === button ? 0 : -1;
    button.focus();
  };
  const say = (words: string) => {
    note.textContent = words;
    note.hidden = !words;
    follow();
  };
  const open = (tool: AtElement) => {
    if (!offered.includes(tool)) return;
    // no page can give the focus to a panel
    if (tool !== 'hide' && tool !== 'size') say(IN_PANEL[tool === 'text' ? 'text' : 'other']);
    pressed(tool);
  };
  const make = (tool: AtElement, index: number) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = LABELS[tool];
    button.tabIndex = index === 0 ? 0 : -1;
    button.addEventListener('click', (event) => {
      if (event.isTrusted) open(tool);
    });
    return button;
  };
  const keys = (event: KeyboardEvent) => {
    const all = buttons();
    const from = all.findIndex((one) => one.matches(':focus'));
    const to: Record<string, number> = {
      ArrowRight: (from + 1) % all.length,
      ArrowLeft: (from + all.length - 1) % all.length,
      Home: 0,
      End: all.length - 1,
    };
    const next = to[event.key];
    if (!event.isTrusted || (next === undefined && event.key !== 'Escape')) return;
    event.preventDefault();
    if (next === undefined) all[from]?.blur();
    else goTo(all[next]);
  };
  for (const type of HEARD) bar.addEventListener(type, (event) => event.stopPropagation());
  row.addEventListener('keydown', keys);

  const follow = () => {
    const box = at?.isConnected ? findShown(at).getBoundingClientRect() : undefined;
    bar.hidden = !box || (box.width === 0 && box.height === 0);
    if (!box || bar.hidden) return;
    const { width, height } = bar.getBoundingClientRect();
    const view = { width: innerWidth, height: innerHeight };
    const taken = around ? findStand(box, view) : box;
    const { left, top } = findToolbarPlace(
      {
        left: taken.left - around,
        top: taken.top - around,
        right: taken.left + taken.width + around,
        bottom: taken.top + taken.height + around,
      },
      { width, height },
      view,
    );
    bar.style.left = `${left}px`;
    bar.style.top = `${top}px`;
  };
  return {
    follow,
    open,
    offer(element, picked) {
      at = picked?.choices.length ? element : undefined;
      offered = picked && at ? AT_ELEMENT.filter((tool) => isToolFor(tool, picked.tag)) : [];
      row.replaceChildren(...offered.map(make));
      say(picked ? sayLimits(picked) : '');
    },
    sizing(isOn) {
      around = isOn ? HANDLES : 0;
      const button = buttons()[offered.indexOf('size')];
      button?.setAttribute('aria-pressed', String(isOn));
      say(isOn ? IN_PANEL.size : '');
    },
    hasFocus: () => root.activeElement !== null && bar.contains(root.activeElement),
    focus() {
      if (bar.hidden) return false;
      goTo(buttons()[0]);
      return true;
    },
  };
}
