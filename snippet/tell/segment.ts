// Segment. https://segment.com/docs/connections/sources/catalog/libraries/website/javascript/

import type { Adapter } from './told.ts';
import { viewed } from './viewed.ts';

export const segment: Adapter = (told) => viewed('analytics.track', told);
