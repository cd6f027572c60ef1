// A visitor who is known from the second page on, on a page of two headings.

import type { Config } from '../../../shared/schema/config.ts';
import type { Site } from '../../support/site.ts';
import { configOf, experienceOf, pageWith, serveTag } from '../../support/tag.ts';

const config = configOf({
  segments: [
    { id: 'known', name: 'known', when: { kind: 'count', event: 'page_view', is: { $gte: 2 } } },
    { id: 'desk', name: 'desk', when: { kind: 'context', key: 'device', is: 'desktop' } },
  ],
  experiences: [
    experienceOf('known', [{ kind: 'text', target: { css: 'h2' }, value: 'Known' }]),
    experienceOf('desk', [{ kind: 'text', target: { css: 'h1' }, value: 'Desk' }]),
  ],
});

/** Their `h1` is for everybody at a desk, their `h2` for who is known. */
export function serveKnown(site: Site, over: Partial<Config> = {}): void {
  serveTag(site, { ...config, ...over });
  site.serve('/', pageWith('<h1>Original</h1><h2>Original</h2>'));
}
