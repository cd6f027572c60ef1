// RudderStack. https://www.rudderstack.com/docs/sources/event-streams/sdks/rudderstack-javascript-sdk/

import type { Adapter } from './told.ts';
import { viewed } from './viewed.ts';

export const rudderstack: Adapter = (told) => viewed('rudderanalytics.track', told);
