// The order in which the tag comes to life: read this first.
//
// observe → remember → decide → apply: one folder each; loop.ts joins them.

import { hasOwn } from '../shared/engine/native.ts';
import { isRobot } from '../shared/page/robot.ts';
import type { Config } from '../shared/schema/config.ts';
import { createApi } from './api.ts';
import type { MakeApplier } from './apply/show.ts';
import type { Begun } from './begun.ts';
import { loadConfig } from './config.ts';
import { actAsOf, type Touches, watchTouches } from './consent/acted.ts';
import { createEvents } from './events.ts';
import { createGate } from './gate.ts';
import { isPreviewed } from './is-previewed.ts';
import { createLoop, type Loop } from './loop.ts';
import { dispatch, listen, quiet, readFrom } from './native.ts';
import { withMirror } from './open-mirror.ts';
import { AGAIN } from './own-place.ts';
import { isPreviewLink, readPreviewLink } from './preview-link.ts';
import type { Served } from './public.ts';
import { tag } from './tag.ts';
import { createWarn } from './warn.ts';

/** There is another one. */
export const yieldToFirst = (): void => dispatch(AGAIN);

/**
 * @param touches what is known of them as the tag begins
 * @param queued what the page has asked so far, if it is a list
 * @param serve makes this what the page asks
 * @param makeApplier makes what puts changes on the page
 * @param begun what a script before this one has begun
 */
export function boot(
  touches: Touches,
  queued: unknown,
  serve: (api: Served) => void,
  makeApplier: MakeApplier,
  begun?: Begun,
): void {
  // 1. who is here, and who wants to know
  watchTouches(touches);
  const { emit, on } = createEvents();
  const warn = createWarn(emit);
  const isTwice = () =>
    warn({ code: 'twice', message: 'the tag is on this page more than once; the first one works' });
  listen(document, AGAIN, isTwice);

  // 2. the page's API, before there is anything to say
  let loop: Loop | undefined;
  const { opened: ready, open: isReady } = createGate();
  const api = createApi(() => loop, ready, on, warn, begun?.said);
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
  // what is pushed from now on is done at once
  serve({ ...api, q: { push } });
  if (begun?.isTwice) isTwice();
  // nobody is there to get a variant
  if (isRobot(navigator.userAgent)) {
    isReady();
    return;
  }
  let queue = queued;
  const drain = quiet(() => {
    const entries: unknown = queue;
    if (!Array.isArray(entries)) return;
    const given: unknown[] = [];
    for (let i = 0; i < entries.length; i++) given.push(entries[i]);
    queue = undefined;
    // what stood there before the tag nobody had touched the page for
    if (begun) actAsOf(false, () => push(...given));
    else push(...given);
    // whoever kept the array finds it worked off
    if (!Object.isFrozen(entries)) entries.length = 0;
  });

  const begin = (config: Config): void => {
    const link = readPreviewLink(config, warn);
    // what a preview shows is told to nobody, so that nobody counts it
    loop = link
      ? createLoop(link.config, tag, () => {}, warn, { isShared: true, makeApplier })
      : createLoop(config, tag, emit, warn, { begun, makeApplier });
    if (isPreviewLink()) void withMirror(warn, ({ notice }) => notice(link?.name));
    if (!isPreviewed() && !begun?.isOnStandby) loop.start(drain);
    drain();
    // such a link on the page itself does not load it
    listen(window, 'hashchange', () => isPreviewLink() && location.reload());
    listen(document, 'selvedge:standby', () => loop?.stop());
    listen(document, 'selvedge:resume', () => loop?.start());
    // 5. the ledger, behind
    void loop.visitor.ready.then(() => {
      isReady();
      if (!begun?.heard) emit('ready', undefined);
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
    begun?.config,
  );
}
