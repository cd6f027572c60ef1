// Opens the visitor's own view: a file beside the tag, fetched only when somebody asks for it.
//
// By `import()`, because that needs no exception under Trusted Types, where the address of a script element does.
// The price: a module so loaded has no integrity attribute. It is the site's own file, from the tag's own folder.

import type { Api } from './api.ts';
import { loadBeside } from './beside.ts';
import type { Loop } from './loop.ts';
import type { Panel, PanelOptions } from './panel/main.tsx';
import type { Warn } from './warn.ts';

const LINK = '#selvedge-privacy';
const FILE = 'selvedge-panel.js';

/** Resolves when the panel is open, or could not be. Never rejects. */
export async function openPanel(
  loop: Loop | undefined,
  api: Api,
  warn: Warn,
  options?: PanelOptions,
): Promise<void> {
  try {
    const { open } = (await loadBeside(FILE)) as Panel;
    if (loop) open(loop, api, options);
  } catch (error) {
    warn({ code: 'panel', message: `not opened (${error}); the file belongs beside the tag`, path: FILE });
  }
}

/** Every link to `#selvedge-privacy` opens it, wherever it is and whenever it came. */
export function watchLinks(open: () => void): void {
  document.addEventListener(
    'click',
    (event) => {
      const link = (event.composedPath()[0] as Element).closest?.('a');
      if (link?.hash !== LINK) return;
      event.preventDefault();
      open();
    },
    true,
  );
}
