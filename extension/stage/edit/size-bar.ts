// On which screens the sizes hold that are dragged: buttons below the toolbar. What cannot be seen in this window is not
// offered, and says why.

import { t } from '../../../shared/words/t.ts';
import { type Media, WIDTHS } from '../../wire/sizes.ts';

export const SIZE_BAR_CSS = `
.tools .widths { display: flex; flex-wrap: wrap; gap: 2px; margin-top: 3px; padding-top: 3px; border-top: 1px solid #d8d3c6; }
.tools .widths[hidden] { display: none; }
.tools .widths button { min-height: 24px; font-size: 12px; font-weight: 400; }
.tools button[aria-pressed="true"] { background: #2b4794; color: #fff; font-weight: 600; }
.tools button:disabled { opacity: .55; cursor: default; }
@media (prefers-color-scheme: dark) { .tools .widths { border-color: #4a5168; } .tools button[aria-pressed="true"] { background: #a9bcf0; color: #1b2133; } }
@media (forced-colors: active) { .tools button[aria-pressed="true"] { outline: 2px solid Highlight; } }
`;

export interface SizeBar {
  element: HTMLElement;
  media(): Media;
  /** @param media where it begins; without one it goes */
  show(media: Media | undefined): void;
}

export function createSizeBar(chosen: () => void): SizeBar {
  let now: Media = '';
  const element = document.createElement('div');
  element.className = 'widths';
  element.hidden = true;
  element.setAttribute('role', 'group');
  element.setAttribute('aria-label', t`Where these sizes hold`);
  const buttons = WIDTHS.map(({ short, media }) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = short;
    button.addEventListener('click', (event) => {
      if (!event.isTrusted) return;
      chosen();
      now = media;
      tell();
    });
    element.append(button);
    return { button, media };
  });
  const tell = () => {
    for (const { button, media } of buttons) {
      const isSeen = !media || matchMedia(media).matches;
      button.disabled = !isSeen;
      button.title = isSeen
        ? ''
        : t`This window is not so wide or narrow: make it so first, to see what you do.`;
      button.setAttribute('aria-pressed', String(media === now));
    }
  };
  return {
    element,
    media: () => now,
    show(media) {
      element.hidden = media === undefined;
      now = media ?? '';
      tell();
    },
  };
}
