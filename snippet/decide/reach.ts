// Whether an event reaches a goal, and how much it is worth.

import { decodePaths } from '../../shared/engine/address.ts';
import { digNumbers } from '../../shared/engine/dig.ts';
import { holds } from '../../shared/engine/predicate.ts';
import type { Config } from '../../shared/schema/config.ts';
import type { Props } from '../../shared/schema/props.ts';

/** @throws on a goal it cannot read */
export function reach(
  { id, event, where, value }: NonNullable<Config['goals']>[0],
  name: string,
  props: Props,
): { goal: string; value?: number } | undefined {
  if (event !== name || !holds(decodePaths({ event, where }).where, props)) return undefined;
  const [worth] = value === undefined ? [] : digNumbers(props, value);
  return { goal: id, ...(worth !== undefined && { value: worth }) };
}
