// Mixpanel. https://docs.mixpanel.com/docs/reports/apps/experiments

import { type Adapter, valueIn } from './told.ts';

export const mixpanel: Adapter = (told) =>
  told.experiences.map(({ id, arm }) =>
    told.goal === undefined
      ? ['mixpanel.track', '$experiment_started', { 'Experiment name': id, 'Variant name': arm }]
      : [
          'mixpanel.track',
          'selvedge_goal',
          { goal: told.goal, experiment: id, variant: arm, ...valueIn(told) },
        ],
  );
