// Who can be told, and what tells them: in a published tag those that its config uses, and nothing where it uses none. The
// build makes a place of this name, and publishing cuts out the others (shared/publish/choose-tells.ts).

import type { Emit } from '../events.ts';
import { apply, listen, quiet, readFrom, setTimer } from '../native.ts';
import type { createTelling } from './telling.ts';
import type { Ways } from './told.ts';

declare const __SELVEDGE_TELL__: Ways & { core?: typeof createTelling };

type Given = Parameters<typeof createTelling> extends [unknown, unknown, ...infer Rest] ? Rest : never;

/** What the page is told, told to its analytics too, where there is some to tell. */
export function tellingToo(emit: Emit, ...given: Given): Emit {
  const { core, ...ways } = __SELVEDGE_TELL__;
  const telling = core?.(ways, { apply, listen, quiet, readFrom, setTimer }, ...given);
  return (type, detail) => {
    emit(type, detail);
    telling?.hear(type, detail);
  };
}
