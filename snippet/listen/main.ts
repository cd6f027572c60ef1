// What a page loads instead of the rest of the tag where the visitor has refused: it hears whether somebody says otherwise,
// or wants to look, and has the rest come, which judges that for itself. A module; it begins nothing by itself.
//
// It writes nothing but the refusal that was on file, should the page clear that away. Where it is not sure it calls for
// the rest: that costs a download, and no word on file. It does without what the rest has for broken pages (native.ts),
// as what fails in it brings the rest.

import type { Heard, Listener } from '../now/ears.ts';
import { DENIED, KEY } from '../own-file.ts';
import { hearTools } from './hear-tools.ts';

const DENIED_BY_TOOL = `${DENIED} }`;

const quiet = <T>(fn: () => T): T | undefined => {
  try {
    return fn();
  } catch {
    // storage is blocked: nothing is there
    return undefined;
  }
};

export const listen: Listener['listen'] = (ears, api, settle) => {
  const { bring } = ears;
  const on = (types: string, fn: (event: never) => unknown) =>
    types.split(' ').forEach((type) => {
      const hear = (event: Event) => {
        if (ears.isHere) return;
        try {
          fn(event as never);
        } catch {
          bring();
        }
      };
      addEventListener(type, hear, true);
    });

  // the refusal: until somebody takes it back, in this tab or in another one, it stays on file
  ears.keep();
  const judge = (file = quiet(() => localStorage.getItem(KEY)) ?? '') => {
    const denial = file.startsWith(DENIED) ? file : '';
    if (!denial && (file || ears.denial)) bring();
    ears.denial = denial;
  };
  judge();
  // another tab wrote, and this page may have cleared the file since
  on('storage', ({ key, newValue }: StorageEvent) => key === KEY && judge(newValue ?? ''));
  // or may have, while this page was kept for the back button
  on('pageshow', () => judge());
  // on a phone that may be the last that a page hears
  on('visibilitychange', () => document.hidden && ears.keep());
  // what a page could not finish that was left as all was erased
  quiet(ears.erase);
  quiet(() => sessionStorage.removeItem('selvedge:redirected'));

  // the visitor: a link or an address that opens their own view (open-mirror.ts); a preview is for the rest, too
  on('click', (event: MouseEvent) => {
    const [clicked] = event.composedPath() as Element[];
    if (clicked?.closest?.('a')?.hash !== '#selvedge-privacy') return;
    event.preventDefault();
    void api.open?.();
  });
  // a draft link is for the extension alone
  const look = () => /^#selvedge(=|-p)/.test(location.hash) && bring();
  look();
  on('hashchange', look);

  const heard: Heard = { tcf: [], layer: [], acted: [] };
  // what a tool says ends no refusal but a tool's (consent/standing.ts)
  if (ears.denial === DENIED_BY_TOOL) hearTools(ears, heard, on);

  const asked = settle().flatMap(({ name, given }) => (name === 'push' ? given : [[name, ...given]]));
  [...ears.queue, ...asked].forEach((call) => {
    const [name, type, fn] = call as [unknown, unknown, () => void];
    // what fails there is the page's error
    if (name === 'on' && type === 'ready') queueMicrotask(fn);
  });
  document.dispatchEvent(new CustomEvent('selvedge:ready'));
  return heard;
};
