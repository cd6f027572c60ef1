// Steps that happened in order, close enough together, with nothing in between that undoes them.
//
// State, for each value of `same`: the latest first step from which 1, 2, … steps can have been done (the latest
// is always the best, as only the first step ages), and when all steps were done.
import type { ConditionOf, Step } from '../../schema/condition.ts';
import { digAll } from '../dig.ts';
import { ms } from '../duration.ts';
import type { VisitorEvent } from '../event.ts';
import { holds } from '../predicate.ts';
import type { Rule } from '../rule.ts';

type Chain = [firsts: (number | null)[], done: number[]];

const isStep = ({ event, where }: Step, { name, props }: VisitorEvent): boolean =>
  event === name && (!where || holds(where, props));

export function sequence(condition: ConditionOf<'sequence'>): Rule<Record<string, Chain>> {
  const { steps, same, without } = condition;
  const within = ms(condition.within);
  const inLast = condition.inLast === undefined ? Infinity : ms(condition.inLast);
  const after = condition.after === undefined ? 0 : ms(condition.after);
  const last = steps.length - 1;

  /** Of the times at which all was done: those that can still decide. */
  const keep = (done: number[], at: number): number[] =>
    inLast === Infinity
      ? done.slice(0, 1)
      : after
        ? done.filter((time) => time > at - inLast)
        : done.slice(-1);

  return {
    is: true,
    isHistory: true,
    spans: [within, inLast, after],
    node: {
      id: JSON.stringify(condition),
      on: [...steps, ...(without ? [without] : [])].map((step) => step.event),
      init: () => ({}),
      fold(chains, event) {
        const { at, props } = event;
        for (const [key, [[first], done]] of Object.entries(chains)) {
          const isLive = first != null && at - first <= within;
          const isDone = done.some((time) => time > at - inLast);
          if (!isLive && !isDone) delete chains[key];
        }
        for (const key of same ? new Set(digAll(props, same).map((value) => JSON.stringify(value))) : ['']) {
          if (without && isStep(without, event)) delete chains[key];
          for (let step = last; step >= 0; step--) {
            if (!isStep(steps[step] as Step, event)) continue;
            const first = step ? chains[key]?.[0][step - 1] : at;
            if (first == null || at - first > within) continue;
            // With nothing that could undo them one list of what was done serves all values.
            const place = step === last && !without ? '' : key;
            const chain: Chain = chains[place] ?? [[], []];
            chains[place] = chain;
            if (step < last) chain[0][step] = first;
            else chain[1] = keep([...chain[1], at], at);
          }
        }
        return chains;
      },
    },
    look(chains, { profile: { prunedAt } }) {
      const done = Object.values(chains).flatMap((chain) => chain[1]);
      return {
        figures(now) {
          if (done.some((at) => at > now - inLast && at <= now - after)) return [true];
          // A step may have been pruned where the first could lie before the ledger begins.
          return prunedAt !== null && inLast < Infinity && now - inLast - within <= prunedAt
            ? [false, true]
            : [false];
        },
        cuts: [
          ...done.flatMap((at) => [at + inLast, at + after]),
          ...(prunedAt === null ? [] : [prunedAt + inLast + within + 1]),
        ],
      };
    },
  };
}
