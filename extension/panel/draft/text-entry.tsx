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
  /** one line of text that is shown whole, on as many lines as it takes */
  wraps?: boolean;
  /** what the draft makes of the text: while it is the same, the field keeps what was typed ("/a, " for "/a") */
  say?(text: string): string;
}

const asTyped = (text: string): string => text;

export function TextEntry({
  spot,
  what,
  value,
  rows,
  wraps,
  say = asTyped,
  ...rest
}: Own & Omit<ComponentProps<'input'>, keyof Own | 'onInput' | 'ref'>) {
  const { now, put } = useTyped(value, say);
  const given = {
    value: now,
    onInput: ({ currentTarget }: { currentTarget: { value: string } }) => {
      const text = wraps ? currentTarget.value.replace(/\s*\n\s*/g, ' ') : currentTarget.value;
      put(text);
      typeText(spot, what, text);
    },
  };
  return rows || wraps ? (
    <textarea
      class={wraps ? 'wraps' : undefined}
      // where a browser has no `field-sizing`, so many
      rows={rows ?? 2}
      maxLength={rest.maxLength}
      {...given}
    />
  ) : (
    <input type="text" {...rest} {...given} />
  );
}
