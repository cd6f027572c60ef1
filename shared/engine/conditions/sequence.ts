// Steps that happened in order, close enough together, with nothing in between that undoes them.
//
// State, for each value of `same`: the latest first step from which 1, 2, … steps can have been done (the latest
// is always the best, as only the first step ages), and when all steps were done.
import type { ConditionOf, Step } from '../../schema/condition.ts';
import { digAll } from '../dig.ts';
import { ms } from '../duration.ts';
import { matchesWhere } from '../predicate.ts';
import type { Rule } from '../rule.ts';

type Chain = [firsts: (number | null)[], done: number[]];

export function sequence(condition: ConditionOf<'sequence'>): Rule<Record<string, Chain>> {
  const { steps, same, without } = condition;
  const within = ms(condition.within);
  const inLast = ms(condition.inLast, Infinity);
  const after = ms(condition.after, 0);
  const last = steps.length - 1;
  const all = without ? [...steps, without] : steps;

  return {
    is: true,
    isHistory: true,
    spans: [within, inLast, after],
    node: {
      id: JSON.stringify(condition),
      on: all.map(({ event }) => event),
      init: () => ({}),
      fold(chains, { name, at, props }) {
        const isStep = ({ event, where }: Step) => event === name && matchesWhere(props, where);
        for (const key in chains) {
          const [firsts, done] = chains[key] as Chain;
          if (!((firsts[0] ?? -Infinity) >= at - within || done.some((time) => time > at - inLast)))
            delete chains[key];
        }
        for (const key of same ? new Set(digAll(props, same).map((value) => JSON.stringify(value))) : ['']) {
          if (without && isStep(without)) delete chains[key];
          for (let step = last; step >= 0; step--) {
            const first = step ? chains[key]?.[0][step - 1] : at;
            if (first == null || at - first > within || !isStep(steps[step] as Step)) continue;
            // With nothing that could undo them one list of what was done serves all values.
            const place = step === last && !without ? '' : key;
            const [firsts, done] = chains[place] ?? [[], []];
            // Of the times at which all was done those stay that can still decide.
            chains[place] =
              step < last
                ? [Object.assign(firsts, { [step]: first }), done]
                : [
                    firsts,
                    inLast === Infinity
                      ? [done[0] ?? at]
                      : [...(after ? done.filter((time) => time > at - inLast) : []), at],
                  ];
          }
        }
        return chains;
      },
    },
    look(chains, { profile }) {
      const done = Object.values(chains).flatMap((chain) => chain[1]);
      const prunedAt = profile.prunedAt ?? -Infinity;
      return {
        figures(now) {
          const isDone = done.some((at) => at > now - inLast && at <= now - after);
          // A step may have been pruned where the first could lie before the ledger begins.
          return isDone || prunedAt < now - inLast - within || inLast === Infinity ? [isDone] : [false, true];
        },
        cuts: () => [...done.flatMap((at) => [at + inLast, at + after]), prunedAt + inLast + within + 1],
      };
    },
  };
}
