// Umami. https://umami.is/docs/tracker-functions

import { type Adapter, valueIn } from './told.ts';

export const umami: Adapter = (told) =>
  told.experiences.map(({ id: experience, arm }) =>
    told.goal === undefined
      ? ['umami.track', 'selvedge_exposure', { experience, arm }]
      : ['umami.track', 'selvedge_goal', { goal: told.goal, experience, arm, ...valueIn(told) }],
  );
