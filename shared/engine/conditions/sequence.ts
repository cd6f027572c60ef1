// Steps that happened in order, close enough together, with nothing in between that undoes them.
//
// State: entries [time, step, value of `same`]. For a step before the last the time is the latest first step from
// which it can have been reached (the latest is always the best, as only the first step ages); for the last step
// it is when all were done, and of those only as many as tell when the answer holds.

import { ms } from '../../grammar/duration.ts';
import type { ConditionOf, Step } from '../../schema/condition.ts';
import { digTold } from '../dig.ts';
import { toJson } from '../native.ts';
import { holds } from '../predicate.ts';
import type { Rule } from '../view.ts';

type Entry = [time: number, step: number, key: string];

/** How many entries of single values are remembered, the latest. What was done whatever the value is always kept. */
const ENTRIES = 100;

export function sequence(condition: ConditionOf<'sequence'>): Rule<Entry> {
  const { steps, same, without } = condition;
  const within = ms(condition.within);
  const inLast = ms(condition.inLast, Infinity);
  const after = ms(condition.after, 0);
  const last = steps.length - 1;

  return {
    is: true,
    spans: [within, inLast, after, inLast + within],
    memory: {
      id: [condition],
      on: [...steps, ...(without ? [without] : [])].map(({ event }) => event),
      fold(entries, { name, at, props }) {
        const isStep = (step: Step | undefined) => step?.event === name && holds(step.where, props);
        let kept = entries.filter(([time, step]) => at - time < (step < last ? within + 1 : inLast));
        for (const key of same ? new Set(digTold(props, same).map((value) => toJson(value))) : ['']) {
          if (isStep(without)) kept = kept.filter(([, , known]) => known !== key);
          for (let step = last; step >= 0; step--) {
            const [begun] = kept.find(([, done, known]) => done === step - 1 && known === key) ?? [];
            const first = step ? begun : at;
            if (first === undefined || at - first > within || !isStep(steps[step])) continue;
            // With nothing that could undo them one list of what was done serves all values.
            const place = step === last && !without ? '' : key;
            const known = kept.filter(([, done, of]) => done === step && of === place);
            // Done thrice, with no gap from the first time's end to the third's beginning: the second adds nothing.
            const needless = known.filter(
              (_entry, i) => step < last || (i && at - (known[i - 1]?.[0] ?? at) <= inLast - after),
            );
            kept = kept.filter((entry) => !needless.includes(entry));
            kept.push([step < last ? first : at, step, place]);
          }
        }
        const single = kept.filter(([, , key]) => key);
        const excess = single.slice(0, -ENTRIES);
        return kept.filter((entry) => !excess.includes(entry));
      },
    },
    figures(entries, { profile }, now) {
      const isDone = entries.some(
        ([time, step]) => step === last && time > now - inLast && time <= now - after,
      );
      // A step may have been pruned where the first could lie before the ledger begins.
      return isDone || inLast === Infinity || (profile.prunedAt ?? -Infinity) < now - inLast - within
        ? [isDone]
        : [false, true];
    },
    edges: (entries, { profile }) => [...entries.map(([time]) => time), profile.prunedAt ?? Infinity],
  };
}
