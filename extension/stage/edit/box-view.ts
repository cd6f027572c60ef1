// What an author sees of an element's box while they size it: padding and margin in colour, a handle for each length with
// its pixels on it, and beside the one in hand what it is. In the overlay's closed root; it reads the page and writes nothing.

import { t } from '../../../shared/words/t.ts';
import { SIDES, SPACES } from '../../wire/sizes.ts';
import { areasBetween, type Box, findHandle, growBox, type HandleName, shrinkBox } from './box-model.ts';
import { type BoxNow, readSize } from './read-box.ts';

export const BOX_CSS = `
.area { position: absolute; pointer-events: none; }
.area.padding { background: rgb(29 107 69 / 28%); }
.area.margin { background: rgb(214 132 24 / 30%); }
.handle { position: absolute; box-sizing: border-box; min-width: 22px; height: 18px; margin: 0; padding: 0 4px; border: 1px solid #fff;
  border-radius: 9px; transform: translate(-50%, -50%); background: #2b4794; color: #fff; font: 600 11px/16px system-ui, sans-serif;
  text-align: center; pointer-events: auto; touch-action: none; user-select: none; box-shadow: 0 1px 3px rgb(27 33 51 / 40%); }
.handle.padding { background: #1d6b45; cursor: ns-resize; }
.handle.margin { background: #8a4f06; cursor: ns-resize; }
.handle.x { cursor: ew-resize; }
.handle.height { cursor: ns-resize; }
.handle.both { min-width: 14px; width: 14px; height: 14px; padding: 0; border-radius: 3px; cursor: nwse-resize; }
.handle:hover, .handle.held { border-color: #1b2133; box-shadow: 0 0 0 2px #fff; z-index: 1; }
.handle:focus-visible { outline: 2px solid #c83a27; outline-offset: 2px; z-index: 1; }
.measure { position: absolute; max-width: 26em; padding: 3px 8px; border-radius: 5px; background: #1b2133; color: #fff;
  font: 600 12px/1.4 system-ui, sans-serif; white-space: nowrap; pointer-events: none; }
.measure[hidden], .area[hidden], .handle[hidden] { display: none; }
@media (forced-colors: active) { .area { border: 1px dashed; } .handle { border: 1px solid ButtonText; } }
`;

/** As a screen reader calls them. */
const LABELS: Record<HandleName, string> = {
  width: t`Width`,
  height: t`Height`,
  both: t`Width and height`,
  'padding-top': t`Space inside, top`,
  'padding-right': t`Space inside, right`,
  'padding-bottom': t`Space inside, bottom`,
  'padding-left': t`Space inside, left`,
  'margin-top': t`Space around, top`,
  'margin-right': t`Space around, right`,
  'margin-bottom': t`Space around, bottom`,
  'margin-left': t`Space around, left`,
};
export const sayHandle = (name: HandleName): string => LABELS[name];

/** The most that a pixel figure can be wrong by, as CSS rounds it. */
const tidy = (px: number): number => Math.round(px * 10) / 10;

export interface BoxView {
  show(now: BoxNow, held: HandleName | undefined, says: string): void;
  clear(): void;
  /** The handle under a point of the window. */
  findAt(x: number, y: number): HandleName | undefined;
  /** The one with the focus. */
  focused(): HandleName | undefined;
  /** @returns whether it is there */
  focus(name?: HandleName): boolean;
}

const put = (element: HTMLElement, { left, top, width, height }: Box): void => {
  element.hidden = width < 0.5 || height < 0.5;
  Object.assign(element.style, {
    left: `${left}px`,
    top: `${top}px`,
    width: `${width}px`,
    height: `${height}px`,
  });
};

export function createBoxView(root: ShadowRoot): BoxView {
  const make = (className: string) => {
    const element = document.createElement('div');
    element.className = className;
    element.hidden = true;
    root.append(element);
    return element;
  };
  const areas = SPACES.map((space) => ({
    space,
    sides: SIDES.map((side) => ({ side, element: make(`area ${space}`) })),
  }));
  const handles = new Map<HandleName, HTMLElement>();
  const measure = make('measure');

  const makeHandle = (name: HandleName) => {
    const [space = '', side = ''] = name.split('-');
    const isX = name === 'width' || side === 'left' || side === 'right';
    const handle = make(`handle ${space} ${isX ? 'x' : ''}`);
    handle.tabIndex = 0;
    handle.dataset.handle = name;
    handle.setAttribute('role', 'slider');
    handle.setAttribute('aria-label', LABELS[name]);
    handle.setAttribute('aria-orientation', isX || name === 'both' ? 'horizontal' : 'vertical');
    handle.setAttribute('aria-valuemin', '0');
    handles.set(name, handle);
    return handle;
  };
  const clear = () => {
    for (const handle of handles.values()) handle.remove();
    handles.clear();
    measure.hidden = true;
    for (const { sides } of areas) for (const { element } of sides) element.hidden = true;
  };
  const showAreas = ({ box, scale, ...edges }: BoxNow) => {
    const scaled = (of: 'border' | 'padding' | 'margin') => ({
      top: edges[of].top * scale,
      right: edges[of].right * scale,
      bottom: edges[of].bottom * scale,
      left: edges[of].left * scale,
    });
    const within = shrinkBox(box, scaled('border'));
    for (const { space, sides } of areas) {
      const outer = space === 'padding' ? within : growBox(box, scaled('margin'));
      const found = areasBetween(outer, scaled(space));
      for (const { side, element } of sides) put(element, found[side]);
    }
    return { border: scaled('border'), padding: scaled('padding'), margin: scaled('margin') };
  };
  return {
    clear,
    show(now, held, says) {
      const edges = showAreas(now);
      const view = { width: innerWidth, height: innerHeight };
      for (const [name, handle] of handles)
        if (!now.handles.includes(name)) {
          handle.remove();
          handles.delete(name);
        }
      for (const name of now.handles) {
        const handle = handles.get(name) ?? makeHandle(name);
        const { x, y } = findHandle(name, now.box, edges, view);
        const size = tidy(readSize(name, now));
        const label = name === 'both' ? t`${tidy(now.width)} by ${tidy(now.height)} px` : t`${size} px`;
        handle.hidden = now.box.width === 0 && now.box.height === 0;
        handle.textContent = name === 'both' ? '' : `${Math.round(size)}`;
        handle.style.left = `${x}px`;
        handle.style.top = `${y}px`;
        handle.setAttribute('aria-valuenow', `${size}`);
        handle.setAttribute('aria-valuetext', label);
        handle.classList.toggle('held', name === held);
        if (name === held) {
          measure.textContent = `${LABELS[name]}: ${label}${says && ` · ${says}`}`;
          measure.hidden = false;
          const { width } = measure.getBoundingClientRect();
          measure.style.left = `${Math.max(4, Math.min(x + 16, view.width - width - 4))}px`;
          measure.style.top = `${y + 40 < view.height ? y + 14 : y - 40}px`;
        }
      }
      if (held === undefined) measure.hidden = true;
    },
    findAt(x, y) {
      const found = root.elementFromPoint(x, y)?.closest<HTMLElement>('.handle');
      return [...handles].find(([, handle]) => handle === found)?.[0];
    },
    focused: () => [...handles].find(([, handle]) => handle === root.activeElement)?.[0],
    focus(name) {
      const handle = name ? handles.get(name) : [...handles.values()][0];
      handle?.focus({ preventScroll: true });
      return handle !== undefined;
    },
  };
}
