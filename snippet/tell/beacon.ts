// An address of the owner's own: one request for an exposure, one for a goal with all the experiences it counts for.

import type { Adapter } from './told.ts';

export const beacon: Adapter = ({ goal, value, experiences }, entry, hosts) => {
  if (entry.to !== 'beacon') return [];
  const { href, host, origin, protocol } = new URL(entry.url, location.origin);
  // a config is not to be trusted
  if (origin !== location.origin && !(protocol === 'https:' && hosts.includes(host)))
    throw new TypeError(`${host} is not in \`hosts\``);
  const all = experiences.map(({ id, outcome, variant, segment, round }) => ({
    id,
    outcome,
    variant,
    segment,
    round,
  }));
  const bodies =
    goal === undefined
      ? all.map(({ id, ...given }) => ({ v: 1, kind: 'exposure', experience: id, ...given }))
      : [{ v: 1, kind: 'goal', goal, value, experiences: all }];
  return bodies.map((body) => [
    'fetch',
    href,
    {
      method: 'POST',
      // no question beforehand, whoever's address it is
      headers: { 'content-type': 'text/plain' },
      body: JSON.stringify(body),
      keepalive: true,
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
    },
  ]);
};
