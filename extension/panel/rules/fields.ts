// A condition while it is being filled in, and how a blank changes it.
//
// A blank serves many kinds of conditions, so it sees the fields of them all; each is typed as the schema has it, and
// condition-kinds.ts gives a kind only the blanks whose field it has. A field that is renamed there is asked for here.

import type { Condition } from '../../../shared/schema/condition.ts';

type KeyOf<Each> = Each extends unknown ? keyof Each : never;
type ValueOf<Each, Key extends PropertyKey> = Each extends unknown
  ? Key extends keyof Each
    ? Each[Key]
    : never
  : never;

/** The fields of every kind of condition. */
export type Fields = { [Key in KeyOf<Condition>]?: ValueOf<Condition, Key> | undefined };

/** Changes a copy of the condition. */
export type SetFields = (change: (node: Fields) => void) => void;

/** Fills a field in; what is empty is taken out. */
export function fill<Key extends keyof Fields>(node: Fields, key: Key, value: Fields[Key]): void {
  if (value === '' || value === undefined) delete node[key];
  else node[key] = value;
}
