// The report of the site in front, for the views of this room.

import { computed } from '@preact/signals';
import { draft, origin } from '../draft/desk.ts';
import { pageConfig } from '../site/page.ts';
import { createResultsHere } from './results-here.ts';

/** What visitors get now, as far as it is known. */
export const live = computed(() => {
  const found = pageConfig.value;
  return draft.value?.base ?? (found.kind === 'ok' ? found.config : undefined);
});

const sites = computed(() => {
  const host = origin.value === undefined ? [] : [new URL(origin.value).host];
  const named = [draft.value?.config.site, live.value?.site].flatMap((site) => site ?? []);
  return [...new Set([...host, ...named])];
});

/** The panel's own; the view starts it, as nothing else asks for reports. */
export const resultsHere = createResultsHere(origin, sites);
