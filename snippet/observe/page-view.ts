// What a page view is remembered as: the view itself, named pages, a search, a page that is not there.

import { readQuery } from '../../shared/engine/address.ts';
import { matchesPages } from '../../shared/engine/pattern.ts';
import type { Config } from '../../shared/schema/config.ts';
import type { Props } from '../../shared/schema/props.ts';
import { URL } from '../native.ts';
import type { Recorder } from '../record.ts';
import type { PageArrival } from './arrival.ts';
import { isNotFound } from './friction.ts';
import { scrub } from './scrub.ts';

/** What was searched for on this page, by its address; '' nothing. */
const readSearch = (url: URL, keep: (text: string) => string = scrub): string =>
  keep(new URLSearchParams(readQuery(url)).get('q') ?? '').slice(0, 200);

/** GA4's search event with its `search_term` as `term` too; undefined where the page's address has said it already. */
export function withoutEcho(name: string, props: Props): Props | undefined {
  const term = props.search_term ?? props.term;
  if (name === 'search' && term === readSearch(new URL(location.href))) return undefined;
  return term === undefined ? props : { ...props, term };
}

export function recordPageView(
  { topics = [], capture = [] }: Config,
  url: URL,
  arrival: PageArrival,
  { record, clean, keep }: Recorder,
): void {
  const isHere = ({ pages }: { pages?: string[] }) => (pages ? matchesPages(pages, url) : false);
  const path = keep.path(url, 'page_view.path');
  const q = readSearch(url, (text) => keep.text(text, 'page_view.q'));
  void record(
    'page_view',
    { path, topics: topics.filter(isHere).map(({ topic }) => topic), ...(q && { q }) },
    arrival,
  );
  for (const rule of capture)
    if (rule.kind === 'page' && isHere(rule)) void record(rule.event, clean(rule.props ?? {}, rule.event));
  if (q) void record('search', { term: q });
  if (isNotFound()) void record('page_not_found', { path });
}
