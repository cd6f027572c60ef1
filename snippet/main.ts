// Read this first: the order in which the tag comes to life, and the only try/catch around everything.
//
// observe → remember → decide → apply: one folder each; loop.ts joins them.

import { hasOwn } from '../shared/engine/native.ts';
import type { Config } from '../shared/schema/config.ts';
import { createApi } from './api.ts';
import { loadConfig } from './config.ts';
import { watchTouches } from './consent/acted.ts';
import { createEvents } from './events.ts';
import { createGate } from './gate.ts';
import { isPreviewed } from './is-previewed.ts';
import { createLoop, type Loop } from './loop.ts';
import { attempt, dispatch, listen, quiet, readFrom, warnConsole } from './native.ts';
import { withMirror } from './open-mirror.ts';
import { isPreviewLink, readPreviewLink } from './preview-link.ts';
import { isRobot } from './robot.ts';
import { tag } from './tag.ts';
import { createWarn } from './warn.ts';

/** Told by a tag that finds another one at work. */
const AGAIN = 'selvedge:again';

type Found = { version?: unknown; q?: unknown };
/** What stands in our place: nothing, a queue, another tag, or something of the page's own that may throw. */
const readPlace = (): Found => {
  const { selvedge: found }: { selvedge?: Found } = Object(window);
  return { version: found?.version, q: found?.q ?? found };
};

function boot(): void {
  const before = attempt(readPlace, {});
  if (before.version) {
    dispatch(AGAIN);
    return;
  }

  // 1. who is here, and who wants to know
  watchTouches();
  const { emit, on } = createEvents();
  const warn = createWarn(emit);
  listen(document, AGAIN, () =>
    warn({ code: 'twice', message: 'the tag is on this page more than once; the first one works' }),
  );

  // 2. the page's API, before there is anything to say
  let loop: Loop | undefined;
  const { opened: ready, open: isReady } = createGate();
  const api = createApi(() => loop, ready, on, warn);
  /** One entry of the queue: a call of the API by its name, nothing else. */
  const run = (entry: unknown): void => {
    try {
      const [name, ...given] = entry as [string, ...unknown[]];
      const call: unknown = hasOwn(api, name) && readFrom(api, name);
      if (typeof call === 'function') return void call(...given);
    } catch {
      // nothing that can be read, or `explain` of what is not there
    }
    warn({ code: 'call', message: 'the queue takes lists like ["track", name, props]', path: 'q' });
  };
  const push = (...entries: unknown[]): number => {
    for (let i = 0; i < entries.length; i++) run(entries[i]);
    return 0;
  };
  // the queue stays, for code that was written for it: what is pushed from now on is done at once
  const value = { ...api, q: { push } };
  try {
    Object.defineProperty(window, 'selvedge', {
      value,
      configurable: true,
      writable: true,
      enumerable: true,
    });
  } catch {
    // the page has declared it with `var`
    Object.assign(window, { selvedge: value });
  }
  // nobody is there to get a variant
  if (isRobot(navigator.userAgent)) {
    isReady();
    return;
  }
  let queue = before.q;
  const drain = quiet(() => {
    const entries: unknown = queue;
    if (!Array.isArray(entries)) return;
    const given: unknown[] = [];
    for (let i = 0; i < entries.length; i++) given.push(entries[i]);
    queue = undefined;
    push(...given);
    // whoever kept the array finds it worked off
    if (!Object.isFrozen(entries)) entries.length = 0;
  });

  const begin = (config: Config): void => {
    const link = readPreviewLink(config, warn);
    // what a preview shows is told to nobody, so that nobody counts it
    loop = link ? createLoop(link.config, tag, () => {}, warn, true) : createLoop(config, tag, emit, warn);
    if (isPreviewLink()) void withMirror(warn, ({ notice }) => notice(link?.name));
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
      // 4. remember, decide and apply, at once; a prerendered page when it is shown, which is before it is painted:
      // https://wicg.github.io/nav-speculation/prerendering.html
      const { prerendering }: Document & { prerendering?: boolean } = document;
      if (prerendering) listen(document, 'prerenderingchange', () => begin(config));
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
