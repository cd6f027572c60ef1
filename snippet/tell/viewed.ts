// What Segment and RudderStack are both told, by the words of their common specification. A published config has no names,
// so ids stand for them. https://segment.com/docs/connections/spec/ab-testing/

import { type Call, type Told, worthIn } from './told.ts';

export const viewed = (path: string, told: Told): Call[] =>
  told.experiences.map(({ id, arm }) =>
    told.goal === undefined
      ? [
          path,
          'Experiment Viewed',
          { experiment_id: id, experiment_name: id, variation_id: arm, variation_name: arm },
        ]
      : [path, 'selvedge_goal', { goal: told.goal, experiment_id: id, variation_id: arm, ...worthIn(told) }],
  );
