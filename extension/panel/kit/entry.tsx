// A text field whose words are taken when the author leaves it: one step in undo. Until then they stay, whatever else the
// panel shows anew meanwhile: a field that is given its value again forgets what is being typed.

import { type ComponentProps, createContext } from 'preact';
import { useContext, useLayoutEffect, useState } from 'preact/hooks';

/** Is given, at each letter, what leaving the field would do; where nobody wants to know it, nothing is tried. */
export const TryOut = createContext<((leave: () => void) => void) | undefined>(undefined);

interface Own {
  /** what it holds; a new one takes the place of what was typed and left */
  value: string;
  keep(value: string): void;
}

/** What an input and a textarea are given. */
function useTyped({ value, keep }: Own) {
  const tryOut = useContext(TryOut);
  const [typed, setTyped] = useState<{ text: string; isLeft: boolean }>();
  useLayoutEffect(() => {
    if (typed?.isLeft) setTyped(undefined);
  }, [value]);
  return {
    value: typed?.text ?? value,
    onInput: ({ currentTarget }: { currentTarget: { value: string } }) => {
      const text = currentTarget.value;
      setTyped({ text, isLeft: false });
      tryOut?.(() => keep(text));
    },
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) => {
      setTyped({ text: currentTarget.value, isLeft: true });
      keep(currentTarget.value);
    },
  };
}

type Rest<E extends 'input' | 'textarea'> = Omit<
  ComponentProps<E>,
  keyof Own | 'onInput' | 'onChange' | 'ref'
>;

export const Entry = ({ value, keep, ...rest }: Own & Rest<'input'>) => (
  <input type="text" {...rest} {...useTyped({ value, keep })} />
);

export const LongEntry = ({ value, keep, ...rest }: Own & Rest<'textarea'>) => (
  <textarea {...rest} {...useTyped({ value, keep })} />
);
