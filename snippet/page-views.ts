// The views of one page: each is remembered once, and what it says of itself is what is decided from.

import { readFacts } from '../shared/dom/facts.ts';
import { isOtherView } from '../shared/engine/address.ts';
import type { Given } from '../shared/engine/lines/entry.ts';
import type { Facts } from '../shared/engine/view.ts';
import type { Config } from '../shared/schema/config.ts';
import type { Props } from '../shared/schema/props.ts';
import type { Begun } from './begun.ts';
import { attempt, quiet, URL } from './native.ts';
import { type PageArrival, readArrival } from './observe/arrival.ts';
import { recordPageView } from './observe/page-view.ts';
import type { Recorder } from './record.ts';

export interface Seen {
  url: URL;
  facts: Facts;
  /** What was decided for it before. */
  given?: Given[] | undefined;
}

export interface PageViews {
  /** Another view begins in this document. */
  next(): void;
  /** The view that is remembered is so no more. */
  forget(): void;
  /** Remembers the view of now, unless that has been done. */
  open(): Seen;
}

/** @param framed it belongs to the page around it, and is no view of its own */
export function createPageViews(
  config: Config,
  recorder: Recorder,
  framed: boolean,
  begun: Begun | undefined,
): PageViews {
  /** Views of this document so far, and the one that is remembered; 0 none. */
  let views = 1;
  let viewed = 0;
  /** The first view and what was decided for it, where that was begun before us. */
  let first = begun && new URL(begun.href);
  let given = begun?.decided?.given;

  /** `url` is undefined where nobody knows it any more. */
  const remember = (url: URL | undefined, came: PageArrival, isServed: boolean, at?: number) => {
    if (framed) return;
    if (url) quiet(recordPageView)(config, url, came, recorder, isServed, at);
    else void recorder.record('page_view', {}, came, at);
  };
  const tellShown = (exposed: string[], at: number | undefined) => {
    for (let i = 0; i < exposed.length; i += 3) {
      const [experience, variant, segment] = exposed.slice(i);
      const props = { experience, outcome: 'variant', variant, segment } as Props;
      void recorder.record('exposure', props, undefined, at);
    }
  };
  const open = (): Seen => {
    const here = new URL(location.href);
    // an address that was only tidied since says no more where the visitor came from
    const url = first ?? here;
    const from = readArrival(url, viewed ? '' : document.referrer, recorder.keep);
    if (viewed !== views) {
      viewed = views;
      for (const { url, came, at, exposed } of begun?.leftViews(recorder.keep) ?? []) {
        // this one is filed as well where it is being led away from
        if (at === begun?.decided?.at) continue;
        remember(url, came, false, at);
        tellShown(exposed, at);
      }
      const { at, led = [] } = (first && begun?.decided) ?? {};
      // as it was decided: what happens once a visit is named by when that began
      remember(url, from, views === 1, at);
      tellShown(led, at);
    }
    const decided = given;
    const isGone = first && isOtherView(first, here, true);
    first = given = undefined;
    if (!isGone) return { url, facts: attempt(() => readFacts(url, from.arrival), {}), given: decided };
    // the page has moved on while nobody was there to see it
    views++;
    return open();
  };
  return {
    next() {
      views++;
    },
    forget() {
      viewed = 0;
    },
    open,
  };
}
