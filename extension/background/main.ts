// The background: opens the panel, and tidies up. It holds no state and may be stopped at any moment; every
// listener is registered while the script starts, so that a woken background gets the event it was woken for.

import '../wire/no-eval.ts';
import { addMenu, extensionUrl, inject, onControls, openPanel, openTab, word } from '../wire/browser.ts';
import { tell } from '../wire/news.ts';
import { forgetPreviews } from '../wire/preview-state.ts';

onControls({
  open(tab) {
    // first and at once: browsers open a panel only within the click:
    // https://developer.chrome.com/docs/extensions/reference/api/sidePanel
    openPanel(tab.windowId);
    // where the page cannot be looked at, the panel says why
    void inject(tab.id, 'stage.js')
      .catch(() => undefined)
      .then(() => tell('opened', tab.id));
  },
  installed(reason) {
    void addMenu('open', word('openHere'));
    if (reason === 'install') void openTab(extensionUrl('welcome.html'));
  },
  started() {
    // what tabs previewed before the browser was closed is over
    void forgetPreviews();
  },
});
