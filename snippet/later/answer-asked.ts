// Answers what the page has asked before the rest of the tag was there (now/stub.ts).

import { actAsOf } from '../consent/acted.ts';
import type { Asked } from '../now/asked.ts';
import type { Served } from '../public.ts';

const { apply } = Reflect;

/**
 * Whoever listens hears all that there is to say as the rest begins; what else was asked it can answer when it has.
 * By `await`: the page may have replaced `then`.
 */
export function answerAsked(rest: Served, asked: Asked[]): void {
  const answer = async ({ name, given, done, hasActed }: Asked): Promise<void> => {
    let told: unknown;
    actAsOf(!!hasActed, () => {
      told = name === 'push' ? apply(rest.q.push, rest.q, given) : apply(rest[name], rest, given);
    });
    done?.(await told);
  };
  const answerAll = async () => {
    // one turn later than what the page shows is counted, so that a goal knows of it
    await undefined;
    await undefined;
    for (const one of asked) if (one.name !== 'on') void answer(one);
  };
  for (const { name, given } of asked) if (name === 'on') apply(rest.on, rest, given);
  void answerAll();
}
