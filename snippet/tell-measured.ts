// What a page whose config says `measure` is told besides: of goals which are the first. Its analytics are told too, where
// the config says so: what does that, and those who can be told, are parts of this tag then.

import type { Emit } from './events.ts';
import { tellingFirsts } from './measure/firsts.ts';
import { apply, listen, quiet, readFrom, setTimer } from './native.ts';
import { needed } from './needed.ts';
import type { createTelling } from './tell/telling.ts';

type Given =
  Parameters<typeof createTelling> extends [unknown, unknown, unknown, ...infer Rest] ? Rest : never;

/** The page is told as by `emit`. */
export function tellMeasured(emit: Emit, ...given: Given): Emit {
  const lent = { apply, listen, quiet, readFrom, setTimer };
  const [config, visitor] = given;
  return tellingFirsts(needed.telling?.(emit, needed, lent, ...given) ?? emit, config, visitor);
}
