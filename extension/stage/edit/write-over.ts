// The field for text that is edited in place: over the element, and dressed as it is.

import { findGround } from './find-ground.ts';
import { findShown } from './twins.ts';

const DRESSED = [
  'color',
  'font',
  'letterSpacing',
  'textAlign',
  'textTransform',
  'lineHeight',
  'wordSpacing',
] as const;

/** What a page's shortcuts would hear. */
const TYPING = ['keydown', 'keyup', 'keypress', 'input', 'beforeinput', 'paste', 'copy', 'cut'];

function createField(element: Element, text: string): HTMLTextAreaElement {
  const field = document.createElement('textarea');
  const style = getComputedStyle(findShown(element));
  for (const property of DRESSED) field.style[property] = style[property];
  field.style.background = findGround(element);
  field.value = text;
  field.setAttribute('aria-label', 'Text of this element. Enter keeps it, Escape cancels.');
  return field;
}

function fit(field: HTMLTextAreaElement, element: Element): void {
  const { left, top, width, height } = findShown(element).getBoundingClientRect();
  Object.assign(field.style, {
    left: `${left - 4}px`,
    top: `${top - 2}px`,
    width: `${Math.max(width + 8, 80)}px`,
    height: `${Math.max(height + 4, field.scrollHeight)}px`,
  });
}

/**
 * Edits `text` over the element; Enter and leaving keep it, Escape cancels.
 *
 * @param root where the field stands while it is there
 * @returns the text, or undefined when cancelled
 */
export function writeOver(root: ShadowRoot, element: Element, text: string): Promise<string | undefined> {
  const field = createField(element, text);
  root.append(field);
  fit(field, element);
  field.focus();
  field.select();
  return new Promise((resolve) => {
    let isOver = false;
    const end = (value: string | undefined) => {
      // taking the field away blurs it
      if (isOver) return;
      isOver = true;
      field.remove();
      resolve(value);
    };
    field.addEventListener('input', () => fit(field, element));
    for (const type of TYPING) field.addEventListener(type, (event) => event.stopPropagation());
    field.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') end(undefined);
      else if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) end(field.value);
      else return;
      event.preventDefault();
    });
    field.addEventListener('blur', () => end(field.value));
  });
}
