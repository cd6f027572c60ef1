// The ways out of a block: its button, Escape, and beside a dialog the page itself. The focus goes back to where it came from.
import type { Frame } from './build-frame.ts';
import { on } from './on.ts';

const isTyping = (): boolean =>
  !!document.activeElement?.matches('input,textarea,select,[contenteditable]:not([contenteditable=false])');

/** Opens it where nobody is typing, else as soon as they have left the field. */
export function openDialog(dialog: HTMLDialogElement, opened: () => void): void {
  if (!dialog.isConnected || dialog.open) return;
  if (!isTyping()) {
    dialog.showModal();
    opened();
    return;
  }
  const again = () => void setTimeout(() => openDialog(dialog, opened), 0);
  document.addEventListener('focusout', again, { once: true });
}

/** The browser gives the focus back, and hears Escape. @param closed called once it is */
function letCloseDialog(dialog: HTMLDialogElement, close: Element | undefined, closed: () => void): void {
  on(dialog, 'close', closed);
  if (close) on(close, 'click', () => dialog.close());
  on(dialog, 'click', ({ target, clientX, clientY }: MouseEvent) => {
    const { left, right, top, bottom } = dialog.getBoundingClientRect();
    const isBeside = clientX < left || clientX > right || clientY < top || clientY > bottom;
    if (target === dialog && isBeside) dialog.close();
  });
}

/** @param act called when the visitor closes it */
export function letClose({ frame, close }: Frame, act: () => void): void {
  if (frame instanceof HTMLDialogElement) {
    letCloseDialog(frame, close, act);
    return;
  }
  if (!close) return;
  let before: EventTarget | null = null;
  const leave = () => {
    act();
    if (before instanceof HTMLElement) before.focus();
  };
  on(frame, 'focusin', ({ relatedTarget }: FocusEvent) => {
    before ??= relatedTarget;
  });
  on(close, 'click', leave);
  on(frame, 'keydown', (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    leave();
  });
}
