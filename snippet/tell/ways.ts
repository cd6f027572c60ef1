// Who can be told, and what tells them: those that the config uses, and nothing where it uses none.

import type { Emit } from '../events.ts';
import { apply, listen, quiet, readFrom, setTimer } from '../native.ts';
import { needed } from '../needed.ts';
import type { createTelling } from './telling.ts';

type Given = Parameters<typeof createTelling> extends [unknown, unknown, ...infer Rest] ? Rest : never;

/** What the page is told, told to its analytics too, where there is some to tell. */
export function tellingToo(emit: Emit, ...given: Given): Emit {
  const { counting: _, telling: create, ...ways } = needed;
  const telling = create?.(ways, { apply, listen, quiet, readFrom, setTimer }, ...given);
  return (type, detail) => {
    emit(type, detail);
    telling?.hear(type, detail);
  };
}
