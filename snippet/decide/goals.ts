// Whether an event reaches a goal, and how much it is worth.

import { digNumbers } from '../../shared/engine/dig.ts';
import { holds } from '../../shared/engine/predicate.ts';
import type { Config } from '../../shared/schema/config.ts';
import type { Props } from '../../shared/schema/props.ts';

export function findGoals(
  goals: Config['goals'],
  name: string,
  props: Props,
): { goal: string; value?: number }[] {
  return (goals ?? [])
    .filter(({ event, where }) => event === name && (!where || holds(where, props)))
    .map(({ id, value }) => {
      const [worth] = value === undefined ? [] : digNumbers(props, value);
      return { goal: id, ...(worth !== undefined && { value: worth }) };
    });
}
