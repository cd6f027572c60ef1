// The visitor's own view, in one file beside the tag that is fetched when somebody opens it.
//
// Promises: it needs no exception under a strict policy or Trusted Types (a constructed stylesheet, no markup
// from strings); it can be worked by keyboard alone (a modal dialog: Escape, focus kept inside and given back);
// the page's own styles do not reach it, but for the custom properties in mirror.css.

import { render } from 'preact';
import type { Loop } from '../loop.ts';
import type { Api, MirrorOptions } from '../public.ts';
import { dress } from './dress.ts';
import { namesIn } from './say-answer.ts';
import { speak } from './speak.ts';
import { View } from './view.tsx';
import { why } from './why.ts';

export interface Mirror {
  open(loop: Loop, api: Api, options?: MirrorOptions): Promise<void>;
  /** Says that this page is a preview of what that segment gets, or that the link names none that is published. */
  notice(segment: string | undefined): Promise<void>;
}

export { notice } from './notice.tsx';

let dialog: HTMLDialogElement | undefined;
let isOpening = false;

export const open: Mirror['open'] = async (loop, api, { strings: given } = {}) => {
  if (dialog) return dialog.focus();
  if (isOpening) return;
  isOpening = true;
  const speech = await speak(given);
  const { strings } = speech;
  isOpening = false;
  const host = document.createElement('selvedge-privacy');
  const root = dress(host);
  dialog = document.createElement('dialog');
  dialog.lang = strings.lang;
  dialog.dir = strings.dir;
  dialog.setAttribute('aria-labelledby', 'title');
  root.append(dialog);
  const frame = dialog;
  frame.onclose = () => {
    render(null, frame);
    host.remove();
    dialog = undefined;
  };
  // a click beside it
  frame.onclick = ({ target }) => {
    if (target === frame) frame.close();
  };
  const explain = (id: string) => {
    const more = namesIn(loop.config, loop.config.segments.find((one) => one.id === id)?.when);
    const reason = api.explain(id, (english) => speech.reasons(english, more));
    return speech.sayGroups(why(reason, speech.locale));
  };
  render(<View loop={loop} api={api} speech={speech} explain={explain} close={() => frame.close()} />, frame);
  frame.showModal();
};
