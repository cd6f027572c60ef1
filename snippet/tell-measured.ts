// What a page whose config says `measure` is told besides: of goals which are the first. Its analytics are told too.

import type { Emit } from './events.ts';
import { tellingFirsts } from './measure/firsts.ts';
import { tellingToo } from './tell/ways.ts';

type Given = Parameters<typeof tellingToo>;

/** The page is told as by `emit`. */
export const tellMeasured = (
  emit: Emit,
  ...given: Given extends [unknown, ...infer Rest] ? Rest : never
): Emit => tellingFirsts(tellingToo(emit, ...given), given[0], given[1]);
