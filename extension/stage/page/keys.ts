// Keys in the previewed page: Alt+N and Alt+P go to the next and the previous segment, holding Alt+O shows the
// original. Only what a person pressed counts, and only while a preview is on; all other keys are the page's.

import { stepAs } from '../../wire/step-as.ts';
import type { Preview } from './preview.ts';

export function watchKeys(preview: Preview): void {
  const hear = (event: KeyboardEvent) => {
    if (!event.isTrusted || !preview.state()) return;
    const { code, altKey, ctrlKey, metaKey, type, repeat } = event;
    if (type === 'keyup') {
      if (code === 'KeyO' || code.startsWith('Alt')) preview.peek(false);
      return;
    }
    if (!altKey || ctrlKey || metaKey) return;
    if (code === 'KeyO') preview.peek(true);
    else if ((code === 'KeyN' || code === 'KeyP') && !repeat)
      void preview.change((before) => ({ ...before, as: stepAs(before, code === 'KeyN' ? 1 : -1) }));
    else return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  addEventListener('keydown', hear, true);
  addEventListener('keyup', hear, true);
  addEventListener('blur', () => preview.peek(false));
}
