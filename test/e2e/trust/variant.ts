// A site whose heading is another for everybody.

import type { Site } from '../../support/site.ts';
import { configOf, experienceOf, pageWith, serveTag } from '../../support/tag.ts';

export const config = configOf({
  experiences: [experienceOf('everyone', [{ kind: 'text', target: { css: 'h1' }, value: 'Variant' }])],
});

export function serveVariant(site: Site): void {
  serveTag(site, config);
  site.serve('/', pageWith('<h1>Original</h1>'));
}
