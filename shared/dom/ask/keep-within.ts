// Beside an element a question is as wide as what that holds, so that it keeps to the page's margins.

import type { Position } from '../../schema/change.ts';

/** Narrower (px) it is not made. */
const LEAST = 240;

/** Between which of the window's columns (px) stands what it holds: within its padding, and in what only wraps it. */
function findContent(element: Element): { left: number; right: number } | undefined {
  const { display, paddingLeft, paddingRight } = getComputedStyle(element);
  if (display.startsWith('inline')) return;
  const { left, right } = element.getBoundingClientRect();
  const [only, other] = element.children;
  return (
    (only && !other && findContent(only)) || {
      left: left + parseFloat(paddingLeft),
      right: right - parseFloat(paddingRight),
    }
  );
}

/** @param host beside or in an element, and shown */
export function keepWithin(host: HTMLElement, position: Position): void {
  const isBehind = position === 'after' || position === 'last';
  const beside = isBehind ? host.previousElementSibling : host.nextElementSibling;
  if (!beside) return;
  const set = (left: number, right: number) => {
    host.style.setProperty('--left', `${Math.max(left, 0)}px`);
    host.style.setProperty('--right', `${Math.max(right, 0)}px`);
  };
  const fit = () => {
    set(0, 0);
    const all = host.getBoundingClientRect();
    const { left, right } = findContent(beside) ?? all;
    if (Math.min(right, all.right) - Math.max(left, all.left) >= LEAST)
      set(left - all.left, all.right - right);
  };
  new ResizeObserver(fit).observe(beside);
}
