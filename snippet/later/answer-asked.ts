// Answers what the page has asked before the rest of the tag was there (now/stub.ts).

import { actAsOf } from '../consent/acted.ts';
import type { Asked } from '../now/stub.ts';
import type { Served } from '../public.ts';

const { apply } = Reflect;

/** Whoever listens hears all that there is to say as the rest begins; what else was asked it can answer when it has. */
export function answerAsked(rest: Served, asked: Asked[]): void {
  const answer = ({ name, given, done, hasActed }: Asked): void =>
    actAsOf(!!hasActed, () => {
      if (name === 'push') apply(rest.q.push, rest.q, given);
      else done?.(apply(rest[name], rest, given));
    });
  for (const { name, given } of asked) if (name === 'on') apply(rest.on, rest, given);
  // one turn later than what the page shows is counted, so that a goal knows of it
  void Promise.resolve()
    .then()
    .then(() => asked.filter(({ name }) => name !== 'on').forEach(answer));
}
