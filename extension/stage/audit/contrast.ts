// Checks that text can be read on its ground: WCAG 2.2, 1.4.3, https://www.w3.org/TR/WCAG22/#contrast-minimum

import { type Rgb, rgb, wcagContrast } from 'culori';
import { parentElement } from '../../../shared/dom/native.ts';

function parentOf(element: Element): Element | null {
  const root = element.getRootNode();
  const host = root instanceof ShadowRoot ? root.host : null;
  return element.assignedSlot ?? parentElement(element) ?? host;
}

type Ink = Pick<Rgb, 'r' | 'g' | 'b' | 'alpha'>;
const over = (top: Ink, below: Ink): Ink => {
  const alpha = top.alpha ?? 1;
  const mix = (a: number, b: number) => a * alpha + b * (1 - alpha);
  return { r: mix(top.r, below.r), g: mix(top.g, below.g), b: mix(top.b, below.b) };
};

/** What lies under the text; undefined where a picture does, which nobody can judge by numbers. */
function findGround(element: Element): Ink | undefined {
  const layers: Ink[] = [];
  for (let at: Element | null = element; at; at = parentOf(at)) {
    const { backgroundColor, backgroundImage } = getComputedStyle(at);
    const color = rgb(backgroundColor);
    if (color && (color.alpha ?? 1) > 0) layers.push(color);
    if (color && (color.alpha ?? 1) >= 1) break;
    if (backgroundImage !== 'none') return undefined;
  }
  return layers.reduceRight<Ink>((below, top) => over(top, below), { r: 1, g: 1, b: 1 });
}

/** @returns the ratio and what is needed, where it is too low */
export function findLowContrast(element: Element): { ratio: number; needed: number } | undefined {
  const style = getComputedStyle(element);
  const ground = findGround(element);
  const color = rgb(style.color);
  if (!ground || !color || !element.checkVisibility?.()) return undefined;
  const size = Number.parseFloat(style.fontSize);
  // 18 pt, or 14 pt and bold
  const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
  const needed = isLarge ? 3 : 4.5;
  const ink = { mode: 'rgb' as const, ...over(color, ground) };
  const ratio = wcagContrast(ink, { mode: 'rgb' as const, ...ground });
  return ratio < needed - 0.005 ? { ratio, needed } : undefined;
}
