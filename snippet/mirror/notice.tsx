// Says that this page is a preview, for whom, and leads out of it. Covers nothing for longer than it is wanted.

import { render } from 'preact';
import { dress } from './dress.ts';
import { readStrings } from './strings.ts';

/** @param name of the segment whose page this is; the owner's words, shown as text */
export function notice(name: string): void {
  const strings = readStrings({});
  const host = document.createElement('selvedge-preview');
  const box = document.createElement('aside');
  box.lang = strings.lang;
  box.setAttribute('aria-label', strings.preview);
  dress(host).append(box);
  (document.body ?? document.documentElement).append(host);
  const leave = () => {
    history.replaceState(history.state, '', location.pathname + location.search);
    location.reload();
  };
  render(
    <>
      <p class="notice">
        <b>{strings.preview}</b> {strings.previewHelp.replace('{}', () => name)}
      </p>
      <button type="button" onClick={leave}>
        {strings.previewLeave}
      </button>
      <button type="button" onClick={() => host.remove()}>
        {strings.previewHide}
      </button>
    </>,
    box,
  );
}
