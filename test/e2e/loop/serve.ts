// What specs of the loop serve, and what they read of it.

import type { Page } from '@playwright/test';
import type { Config } from '../../../shared/schema/config.ts';
import { eventsOf } from '../../support/page-api.ts';
import type { Site } from '../../support/site.ts';
import { configOf, pageWith, serveTag } from '../../support/tag.ts';

export const text = (value: string, css = 'h1') => ({ kind: 'text' as const, target: { css }, value });

/** Three headings, and another page beside them. */
export const THREE = '<h1>One</h1><h2>Two</h2><h3>Three</h3>';

/** The tag with a config of these parts, on a page with this body and on one beside it. */
export function serve(site: Site, parts: Partial<Config>, body = '<h1>Original</h1>'): void {
  serveTag(site, configOf(parts));
  site.serve('/', pageWith(body));
  site.serve('/other', pageWith('<h1>Other</h1>'));
}

export const heading = (page: Page) => page.getByRole('heading', { level: 1 });

/** What the exposures that are remembered say. */
export const exposures = async (page: Page) => (await eventsOf(page, 'exposure')).map(({ props }) => props);
