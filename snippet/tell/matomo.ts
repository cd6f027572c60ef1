// Matomo. https://developer.matomo.org/guides/tracking-javascript-guide

import type { Adapter } from './told.ts';

export const matomo: Adapter = ({ goal, value, experiences }) =>
  experiences.map(({ id, arm }) => [
    '_paq.push',
    goal === undefined
      ? ['trackEvent', 'selvedge', id, arm]
      : ['trackEvent', 'selvedge goal', goal, `${id}:${arm}`, ...(value === undefined ? [] : [value])],
  ]);
