// A tag manager's `dataLayer`. No name of these is one that is read there (observe/data-layer.ts): it is not heard back.
// https://developers.google.com/tag-platform/tag-manager/datalayer

import { stringOf } from './string-of.ts';
import { type Adapter, valueIn } from './told.ts';

export const dataLayer: Adapter = (told) =>
  told.experiences.map((given) => [
    'dataLayer.push',
    told.goal === undefined
      ? { event: 'experience_impression', exp_variant_string: stringOf(given) }
      : {
          event: 'selvedge_goal',
          goal: told.goal,
          exp_variant_string: stringOf(given),
          ...valueIn(told),
        },
  ]);
