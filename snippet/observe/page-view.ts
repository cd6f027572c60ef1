// Remembers a page view, and what the page's address has said by itself.

import { isNotFound, readSearch, viewEvents } from '../../shared/page/page-view.ts';
import { scrub } from '../../shared/page/scrub.ts';
import type { Config } from '../../shared/schema/config.ts';
import type { Props } from '../../shared/schema/props.ts';
import { URL } from '../native.ts';
import type { Recorder } from '../record.ts';
import type { PageArrival } from './arrival.ts';

/** GA4's search event with its `search_term` as `term` too; undefined where the page's address has said it already. */
export function withoutEcho(name: string, props: Props): Props | undefined {
  const term = props.search_term ?? props.term;
  if (name === 'search' && term === readSearch(new URL(location.href), scrub)) return undefined;
  return term === undefined ? props : { ...props, term };
}

/**
 * @param isFirst whether the view is the document's first: only that can be what the server was asked for
 * @param at when it was; undefined: now
 */
export function recordPageView(
  config: Config,
  url: URL,
  arrival: PageArrival,
  { record, keep }: Recorder,
  isFirst: boolean,
  at?: number,
): void {
  const events = viewEvents(config, url, keep, isFirst && isNotFound());
  for (const { name, props } of events)
    void record(name, props, name === 'page_view' ? arrival : undefined, at);
}
