// Leads the caret to a field of the panel that was asked for on the page.
//
// No browser lets a page hand the focus to a panel, nor a panel take it. So where the panel does not have it the field is
// marked, and can be typed in as soon as the author comes: by a click anywhere into the panel, or by keys.

import type { Undo } from '../../wire/browser.ts';

/** What takes the focus itself when it is clicked. */
const CLICKED = 'a, button, input, select, textarea, summary, label, [contenteditable]';

/**
 * @param card where the field is, or will be: pieces of the panel load by themselves
 * @param find the field
 * @param waits told whether the author has still to come
 */
export function leadCaret(
  card: HTMLElement,
  find: () => HTMLElement | null,
  waits: (isWaiting: boolean) => void,
): Undo {
  const over = new AbortController();
  const { signal } = over;
  let field: HTMLElement | null = null;
  const look = () => {
    const isWaiting = !document.hasFocus();
    field?.toggleAttribute('data-waits', isWaiting);
    waits(isWaiting);
  };
  const lead = () => {
    field = find();
    if (!field) return;
    awaited.disconnect();
    window.focus();
    field.focus();
    // what is typed takes the place of what it says
    if (field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement) field.select();
    else if (field.isContentEditable) getSelection()?.selectAllChildren(field);
    look();
    addEventListener('focus', look, { signal });
    if (document.hasFocus()) return;
    const keep = (event: Event) => {
      // a click on nothing would take the caret away again
      if (event.target instanceof Element && !event.target.closest(CLICKED)) event.preventDefault();
    };
    addEventListener('mousedown', keep, { once: true, capture: true, signal });
  };
  const awaited = new MutationObserver(lead);
  awaited.observe(card, { childList: true, subtree: true });
  lead();
  return () => {
    over.abort();
    awaited.disconnect();
    field?.removeAttribute('data-waits');
    waits(false);
  };
}
