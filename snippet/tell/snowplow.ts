// Snowplow, as structured events.
// https://docs.snowplow.io/docs/sources/trackers/web-trackers/custom-tracking-using-schemas/structured-events/

import { type Adapter, valueIn } from './told.ts';

export const snowplow: Adapter = (told) =>
  told.experiences.map(({ id, arm }) => [
    'snowplow',
    'trackStructEvent',
    told.goal === undefined
      ? { category: 'selvedge', action: 'exposure', label: id, property: arm }
      : {
          category: 'selvedge',
          action: 'goal',
          label: told.goal,
          property: `${id}:${arm}`,
          ...valueIn(told),
        },
  ]);
