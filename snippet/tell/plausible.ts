// Plausible. `interactive: false`: none of these makes a visit longer. https://plausible.io/docs/custom-event-goals

import type { Adapter } from './told.ts';

export const plausible: Adapter = ({ goal, value, currency, experiences }) =>
  experiences.map(({ id: experience, arm }) =>
    goal === undefined
      ? ['plausible', 'selvedge_exposure', { props: { experience, arm }, interactive: false }]
      : [
          'plausible',
          'selvedge_goal',
          {
            props: { goal, experience, arm },
            interactive: false,
            ...(value !== undefined && currency !== undefined && { revenue: { amount: value, currency } }),
          },
        ],
  );
