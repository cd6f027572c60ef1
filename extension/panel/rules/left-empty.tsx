// Fields of a rule that need something: one that is left empty leaves the rule as it was until something is written, and
// that is said.

import type { JSX } from 'preact';
import { useId, useLayoutEffect, useState } from 'preact/hooks';
import { t } from '../../../shared/words/t.ts';

/** Whether a field was left empty. */
export function useLeftEmpty(text: string) {
  const [isEmpty, setEmpty] = useState(false);
  // changed elsewhere, by undo: the field shows that
  useLayoutEffect(() => setEmpty(false), [text]);
  return { isEmpty, left: (typed: string) => setEmpty(!typed.trim()) };
}

/** Of a field that may be wrong. */
export const wrongBy = (id: string | undefined) =>
  id === undefined ? {} : { 'aria-invalid': true, 'aria-describedby': id };

interface NeededProps {
  /** what it holds */
  text: string;
  /** the same as it is read */
  said: string;
  keep(typed: string): void;
  field(own: {
    value: string;
    keep(typed: string): void;
    onBlur(event: { currentTarget: HTMLInputElement }): void;
  }): JSX.Element;
}

/** One field, with what is said where it was left empty. */
export function Needed({ text, said, keep, field }: NeededProps) {
  const id = useId();
  const { isEmpty, left } = useLeftEmpty(text);
  const isLacking = isEmpty && text !== '';
  return (
    <>
      {field({
        value: text,
        keep: (typed) => {
          if (typed.trim()) keep(typed);
        },
        onBlur: ({ currentTarget }) => left(currentTarget.value),
        ...wrongBy(isLacking ? id : undefined),
      })}
      {isLacking && (
        <span id={id} class="tiny make-warn" role="alert">
          {t`Fill it in. Until then the rule keeps ${said}.`}
        </span>
      )}
    </>
  );
}
