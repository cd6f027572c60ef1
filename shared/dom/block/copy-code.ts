// A code that is copied by a click; what came of it is said where it was clicked.
import { wait } from '../native.ts';
import { on } from './on.ts';
import type { OwnWords } from './words.ts';

/** So long (ms) it is said. */
const SAID = 4_000;

export function copyCode(
  code: HTMLElement,
  button: HTMLElement,
  status: HTMLElement,
  { copied, failed }: OwnWords,
): void {
  on(button, 'click', async () => {
    let words = copied;
    try {
      await navigator.clipboard.writeText(code.textContent ?? '');
    } catch {
      // no secure page, or not allowed: it is marked, so that one key copies it
      getSelection()?.selectAllChildren(code);
      words = failed;
    }
    status.textContent = words;
    wait(() => {
      if (status.textContent === words) status.textContent = '';
    }, SAID);
  });
}
