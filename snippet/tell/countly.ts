// Countly. https://support.countly.com/hc/en-us/articles/360037441932-Web-analytics-JavaScript

import type { Adapter } from './told.ts';

export const countly: Adapter = ({ goal, value, experiences }) =>
  experiences.map(({ id: experience, arm }) => [
    'Countly.q.push',
    [
      'add_event',
      goal === undefined
        ? { key: 'selvedge_exposure', count: 1, segmentation: { experience, arm } }
        : {
            key: 'selvedge_goal',
            count: 1,
            segmentation: { goal, experience, arm },
            ...(value !== undefined && { sum: value }),
          },
    ],
  ]);
