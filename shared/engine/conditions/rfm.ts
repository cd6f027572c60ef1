// This visitor's recency, frequency and monetary cells, 1–5 (5 is best), by the config's site-wide edges.

import type { ConditionOf } from '../../schema/condition.ts';
import type { Config } from '../../schema/config.ts';
import { digNumbers } from '../dig.ts';
import { ms } from '../duration.ts';
import { edgesFrom, type Rule, tidy } from '../rule.ts';

type Purchases = [lastAt: number, times: number, value: number] | null;

export function rfm({ recency, frequency, monetary }: ConditionOf<'rfm'>, config: Config): Rule<Purchases> {
  const {
    event = 'purchase',
    value = 'value',
    ...edges
  } = config.rfm ?? ({} as Partial<NonNullable<Config['rfm']>>);
  const spans = edges.recency?.map((edge) => ms(edge)) ?? [Number.NaN];
  const cell = (figure: number, steps: number[] = []) => 1 + steps.filter((edge) => figure >= edge).length;
  return {
    is: { recency, frequency, monetary },
    isHistory: true,
    spans,
    node: {
      id: JSON.stringify(['rfm', event, value]),
      on: [event],
      init: () => null,
      fold: (state, { at, props }) => [
        at,
        (state?.[1] ?? 0) + 1,
        digNumbers(props, value).reduce((sum, each) => sum + each, state?.[2] ?? 0),
      ],
    },
    look(state) {
      const [lastAt, times, total] = state ?? [Infinity, 0, 0];
      const cells = (at: number) => ({
        recency: 1 + spans.filter((edge) => at - lastAt <= edge).length,
        frequency: cell(times, edges.frequency),
        monetary: cell(tidy(total), edges.monetary),
      });
      return { figures: (at) => [state ? cells(at) : {}], cuts: () => edgesFrom(lastAt, spans) };
    },
  };
}
