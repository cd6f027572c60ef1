// Read this first: the order in which the tag comes to life, and the only try/catch around everything.
//
// observe → remember → decide → apply: one folder each; loop.ts joins them.

import type { Config } from '../shared/schema/config.ts';
import { createApi } from './api.ts';
import { loadConfig } from './config.ts';
import { createEvents } from './events.ts';
import { createGate } from './gate.ts';
import { createLoop, type Loop } from './loop.ts';
import { listen, warnConsole } from './native.ts';
import { withPanel } from './open-panel.ts';
import { isPreviewLink, readPreviewLink } from './preview-link.ts';
import { readTag } from './tag.ts';
import { createWarn } from './warn.ts';

/** Set by the extension before the page's scripts run: it shows the page itself, we neither apply nor record. */
function isPreviewed(): boolean {
  try {
    return !!sessionStorage.getItem('selvedge:preview');
  } catch {
    return false;
  }
}

function boot(): void {
  const place = window as unknown as { selvedge?: { version?: string; q?: unknown } & Partial<unknown[]> };
  const before = place.selvedge;
  if (before?.version) return; // the tag is on the page twice

  // 1. what the owner wrote on the element, and who wants to know
  const tag = readTag();
  const { emit, on } = createEvents();
  const warn = createWarn(emit);

  // 2. the page's API, before there is anything to say
  let loop: Loop | undefined;
  const { opened: ready, open: isReady } = createGate();
  const api = createApi(() => loop, ready, on, warn);
  const run = ([name, ...given]: [string, ...unknown[]]): void => {
    (api as unknown as Record<string, (...given: unknown[]) => void>)[name]?.(...given);
  };
  Object.defineProperty(window, 'selvedge', {
    // the queue stays, for code that was written for it: what is pushed from now on is done at once
    value: Object.assign(api, { q: { push: run } }),
    configurable: true,
    writable: true,
    enumerable: true,
  });
  const queue = before?.q ?? before;
  const drain = () => {
    if (Array.isArray(queue)) queue.splice(0).forEach(run);
  };

  const begin = (config: Config): void => {
    const link = readPreviewLink(config, warn);
    // what a preview shows is told to nobody, so that nobody counts it
    loop = link ? createLoop(link.config, tag, () => {}, warn, true) : createLoop(config, tag, emit, warn);
    if (link) void withPanel(warn, ({ notice }) => notice(link.name));
    if (!isPreviewed()) loop.start(drain);
    drain();
    // such a link on the page itself does not load it
    listen(window, 'hashchange', () => isPreviewLink() && location.reload());
    listen(document, 'selvedge:standby', () => loop?.stop());
    listen(document, 'selvedge:resume', () => loop?.start());
    // 5. the ledger, behind
    void loop.visitor.ready.then(() => {
      isReady();
      emit('ready', undefined);
    });
  };

  // 3. the config: inside the tag, or beside it
  loadConfig(
    tag.config,
    warn,
    (config) => {
      // 4. remember, decide and apply, at once; a prerendered page when it is shown, which is before it is painted
      if ((document as { prerendering?: boolean }).prerendering)
        listen(document, 'prerenderingchange', () => begin(config));
      else begin(config);
    },
    isReady,
  );
}

try {
  boot();
} catch (error) {
  // never the page's problem
  warnConsole('[selvedge] stopped; the page is not changed.', error);
}
