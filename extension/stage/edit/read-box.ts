// The box of an element as it is now: where it is seen, its edges and sizes, and which of them can be set. Read only.

import { t } from '../../../shared/words/t.ts';
import { SIDES, type Space } from '../../wire/sizes.ts';
import type { OwnStep } from '../../wire/survey-shapes.ts';
import type { Box, Edges, HandleName } from './box-model.ts';
import { findShown } from './twins.ts';

export interface BoxNow extends Record<'border' | Space, Edges> {
  box: Box;
  /** px as CSS has them, whatever the box's sizing */
  width: number;
  height: number;
  /** px of the window for one of CSS's: other than 1 where the page scales it */
  scale: number;
  isPicture: boolean;
  /** as wide as there is room, so its right edge gives way */
  isFilling: boolean;
  handles: HandleName[];
}

const PICTURES = 'img, video, canvas, svg';
const SPACINGS = (['padding', 'margin'] as const).flatMap((space) =>
  SIDES.map((side) => `${space}-${side}` as const),
);
/** Of so many neighbours the sizes are offered. */
const MOST_BESIDE = 12;

const px = (value: string): number => Number.parseFloat(value) || 0;

/** What can be set of it: of what flows in a line only what is at its sides, of parts of a table only what is inside. */
function findHandles(element: Element, { display, width }: CSSStyleDeclaration): HandleName[] {
  if (element.matches('html, body')) return SPACINGS.filter((name) => name.startsWith('padding'));
  if (display === 'none' || display === 'contents') return [];
  if (display.startsWith('table') && display !== 'table')
    return SPACINGS.filter((name) => name.startsWith('padding') && /cell|caption/.test(display));
  const isInLine = display === 'inline' && !element.matches(PICTURES);
  if (isInLine) return SPACINGS.filter((name) => /left|right/.test(name));
  return [
    ...(Number.isNaN(Number.parseFloat(width)) ? [] : (['width', 'height', 'both'] as const)),
    ...SPACINGS,
  ];
}

function isFilling(shown: Element, style: CSSStyleDeclaration, margins: number): boolean {
  const around = shown.parentElement;
  if (!around || style.float !== 'none' || !/^(block|flex|grid|flow-root|list-item)$/.test(style.display))
    return false;
  const room = getComputedStyle(around);
  if (/flex|grid/.test(room.display)) return false;
  const inside = around.clientWidth - px(room.paddingLeft) - px(room.paddingRight);
  return Math.abs(shown.getBoundingClientRect().width + margins - inside) < 2;
}

export function readBox(element: Element): BoxNow {
  const shown = findShown(element);
  const style = getComputedStyle(shown);
  const edges = (name: (side: string) => string): Edges => {
    const [top = 0, right = 0, bottom = 0, left = 0] = SIDES.map((side) =>
      px(style.getPropertyValue(name(side))),
    );
    return { top, right, bottom, left };
  };
  const { left, top, width, height } = shown.getBoundingClientRect();
  const [padding, margin, border] = [
    edges((side) => `padding-${side}`),
    edges((side) => `margin-${side}`),
    edges((side) => `border-${side}-width`),
  ];
  const own = shown instanceof HTMLElement ? shown.offsetWidth : 0;
  return {
    box: { left, top, width, height },
    padding,
    margin,
    border,
    width: px(style.width),
    height: px(style.height),
    scale: own > 0 && width > 0 ? width / own : 1,
    isPicture: shown.matches(PICTURES),
    isFilling: isFilling(shown, style, margin.left + margin.right),
    handles: findHandles(shown, style),
  };
}

/** What a handle sets, in px. */
export function readSize(name: HandleName, { width, height, padding, margin }: BoxNow): number {
  if (name === 'width' || name === 'both') return width;
  if (name === 'height') return height;
  const [space, side] = name.split('-') as [Space, keyof Edges];
  return (space === 'padding' ? padding : margin)[side];
}

/** Sizes that something beside or around it has: to be as wide, or as high. */
export function readNeighbours(element: Element, name: HandleName): OwnStep[] {
  const shown = findShown(element);
  const around = shown.parentElement;
  if (!around || (name !== 'width' && name !== 'height' && name !== 'both')) return [];
  const isWide = name !== 'height';
  const room = getComputedStyle(around);
  const inside = isWide
    ? around.clientWidth - px(room.paddingLeft) - px(room.paddingRight)
    : around.clientHeight - px(room.paddingTop) - px(room.paddingBottom);
  const beside = [...around.children]
    .filter((one) => one !== shown && one.getClientRects().length > 0)
    .slice(0, MOST_BESIDE)
    .map((one) => px(getComputedStyle(one)[isWide ? 'width' : 'height']));
  const steps = [
    ...(isWide ? [{ px: inside, says: t`all the room there is` }] : []),
    ...beside.map((size) => ({
      px: size,
      says: isWide ? t`as wide as what is beside it` : t`as high as what is beside it`,
    })),
  ];
  return steps.filter((step) => step.px > 0);
}
