// PostHog, which knows an experiment by its feature flag, and calls what it is compared with `control`.
// https://posthog.com/docs/experiments/adding-experiment-code

import { type Adapter, valueIn } from './told.ts';

export const posthog: Adapter = (told) =>
  told.experiences.map(({ id, arm, outcome }) => {
    const flag = `selvedge-${id}`;
    const given = outcome === 'holdout' ? 'control' : arm;
    const of = { [`$feature/${flag}`]: given };
    return told.goal === undefined
      ? [
          'posthog.capture',
          '$feature_flag_called',
          { $feature_flag: flag, $feature_flag_response: given, ...of },
        ]
      : ['posthog.capture', 'selvedge_goal', { goal: told.goal, ...of, ...valueIn(told) }];
  });
