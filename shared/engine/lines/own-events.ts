// The events that a page view brings by itself, in the order in which they are recorded: what of them is known when a
// config is published, and what only the page knows. shared/page/page-view.ts makes them.

import type { Config } from '../../schema/config.ts';
import type { Props } from '../../schema/props.ts';

const ARRIVAL = ['source', 'medium', 'campaign', 'channel', 'referrer', 'landing'];

export interface OwnEventKind {
  name: string;
  /** The names of the props that only the page knows. */
  asks: string[];
  /** Every page view has it, or every one that begins a visit. */
  isSure?: true;
  /** Of a capture: the pages that have it, and its props. */
  pages?: string[];
  props?: Props;
}

export function ownEvents({ capture = [] }: Pick<Config, 'capture'>): OwnEventKind[] {
  return [
    { name: 'visit_start', asks: ARRIVAL, isSure: true },
    { name: 'page_view', asks: ['path', 'topics', 'q', 'repeat', ...ARRIVAL], isSure: true },
    ...capture.flatMap((rule): OwnEventKind[] =>
      rule.kind === 'page'
        ? [{ name: rule.event, asks: [], pages: rule.pages, props: rule.props ?? {} }]
        : [],
    ),
    { name: 'search', asks: ['term'] },
    { name: 'page_not_found', asks: ['path'] },
  ];
}
