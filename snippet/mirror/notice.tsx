// Says that this page is a preview, for whom, and leads out of it; or that it is none, though a preview link was followed.
// Covers nothing for longer than it is wanted. What the link says is not repeated: anybody can write one.

import { render } from 'preact';
import { dress } from './dress.ts';
import { speak } from './speak.ts';

/** @param name of the segment whose page this is, in the owner's words, shown as text; undefined where there is none */
export async function notice(name: string | undefined): Promise<void> {
  const { strings, sayGroups } = await speak();
  const host = document.createElement('selvedge-preview');
  const box = document.createElement('aside');
  box.lang = strings.lang;
  box.dir = strings.dir;
  box.setAttribute('aria-label', strings.preview);
  dress(host).append(box);
  const leave = () => {
    history.replaceState(history.state, '', location.pathname + location.search);
    location.reload();
  };
  render(
    <>
      <p class="notice">
        {name === undefined ? (
          strings.previewNone
        ) : (
          <>
            <b>{strings.preview}</b> {strings.previewHelp.replace('{}', () => sayGroups(name))}
          </>
        )}
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
