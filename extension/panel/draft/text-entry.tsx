// A field for one text of the draft, saved as one types: a name, a description.

import type { ComponentProps } from 'preact';
import { useTyped } from '../kit/use-typed.ts';
import { typeText } from './desk.ts';
import type { Spot } from './texts.ts';

interface Own {
  spot: Spot;
  /** in words, for undo */
  what: string;
  /** what the draft holds */
  value: string;
  /** more than one: a larger field */
  rows?: number;
}

export function TextEntry({
  spot,
  what,
  value,
  rows,
  ...rest
}: Own & Omit<ComponentProps<'input'>, keyof Own | 'onInput' | 'ref'>) {
  const { now, put } = useTyped(value, (one) => one);
  const given = {
    value: now,
    onInput: ({ currentTarget }: { currentTarget: { value: string } }) => {
      put(currentTarget.value);
      typeText(spot, what, currentTarget.value);
    },
  };
  return rows ? <textarea rows={rows} {...given} /> : <input type="text" {...rest} {...given} />;
}
