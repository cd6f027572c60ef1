// What a page view is remembered as: the view itself, named pages, a search, a page that is not there. Of the visitor by
// the tag, of a previewed visitor by the extension, who so walks through a site as visitors do.

import { readQuery } from '../engine/address.ts';
import { matchesPages } from '../engine/pattern.ts';
import type { Config } from '../schema/config.ts';
import type { Props } from '../schema/props.ts';
import type { Keep } from './keep.ts';

/** What was searched for on this page, by its address; '' nothing. */
export const readSearch = (url: URL, keep: (text: string) => string): string =>
  keep(new URLSearchParams(readQuery(url)).get('q') ?? '').slice(0, 200);

/**
 * @param isMissing the server has said that there is no such page
 * @returns the events in order, `page_view` first
 */
export function viewEvents(
  { topics = [], capture = [] }: Pick<Config, 'topics' | 'capture'>,
  url: URL,
  keep: Keep,
  isMissing: boolean,
): { name: string; props: Props }[] {
  const isHere = ({ pages }: { pages?: string[] }) => (pages ? matchesPages(pages, url) : false);
  const path = keep.path(url, 'page_view.path');
  const q = readSearch(url, (text) => keep.text(text, 'page_view.q'));
  const named = capture.filter((rule) => rule.kind === 'page' && isHere(rule));
  return [
    {
      name: 'page_view',
      props: { path, topics: topics.filter(isHere).map(({ topic }) => topic), ...(q && { q }) },
    },
    ...named.map(({ event, props = {} }) => ({ name: event, props: keep.props(props, event) })),
    ...(q ? [{ name: 'search', props: { term: q } }] : []),
    ...(isMissing ? [{ name: 'page_not_found', props: { path } }] : []),
  ];
}

/**
 * Whether the server has answered 404 to what this document was asked for.
 *
 * @see https://developer.mozilla.org/en-US/docs/Web/API/PerformanceResourceTiming/responseStatus
 */
export const isNotFound = (): boolean => {
  const { responseStatus }: { responseStatus?: number } = Object(
    performance.getEntriesByType('navigation')[0],
  );
  return responseStatus === 404;
};
