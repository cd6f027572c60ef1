// A field for one text of the draft, saved as one types: a name, a description, the pages, a weight.

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
  /** what the draft makes of the text: while it is the same, the field keeps what was typed ("/a, " for "/a") */
  say?(text: string): string;
}

const asTyped = (text: string): string => text;

export function TextEntry({
  spot,
  what,
  value,
  rows,
  say = asTyped,
  ...rest
}: Own & Omit<ComponentProps<'input'>, keyof Own | 'onInput' | 'ref'>) {
  const { now, put } = useTyped(value, say);
  const given = {
    value: now,
    onInput: ({ currentTarget }: { currentTarget: { value: string } }) => {
      put(currentTarget.value);
      typeText(spot, what, currentTarget.value);
    },
  };
  return rows ? (
    <textarea rows={rows} maxLength={rest.maxLength} {...given} />
  ) : (
    <input type="text" {...rest} {...given} />
  );
}
