// Google Analytics by gtag.js. https://developers.google.com/analytics/devguides/collection/ga4/integration

import { stringOf } from './string-of.ts';
import { type Adapter, worthIn } from './told.ts';

export const ga4: Adapter = (told) =>
  told.experiences.map((given) =>
    told.goal === undefined
      ? ['gtag', 'event', 'experience_impression', { exp_variant_string: stringOf(given) }]
      : [
          'gtag',
          'event',
          'selvedge_goal',
          { goal: told.goal, exp_variant_string: stringOf(given), ...worthIn(told) },
        ],
  );
