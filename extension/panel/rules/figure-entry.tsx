// The field of one figure. What is counted is whole and not below 0: what is not leaves the rule as it was, and that is
// said.

import type { ComponentProps } from 'preact';
import { useId, useLayoutEffect, useState } from 'preact/hooks';
import { t } from '../../../shared/words/t.ts';
import { Entry } from '../kit/entry.tsx';
import { isFigure, type Kind } from './compare.ts';

type Props = { kind: Kind } & ComponentProps<typeof Entry>;

export function FigureEntry({ kind, value, keep, onBlur, ...rest }: Props) {
  const id = useId();
  const [isUnfit, setUnfit] = useState(false);
  // changed elsewhere, by undo: the field shows that
  useLayoutEffect(() => setUnfit(false), [value]);
  const isWhole = kind === 'whole';
  return (
    <>
      <Entry
        {...rest}
        type={kind === 'value' ? 'text' : 'number'}
        step={isWhole ? 1 : 'any'}
        {...(isWhole && { min: 0 })}
        {...(isUnfit && { 'aria-invalid': true, 'aria-describedby': id })}
        value={value}
        keep={(typed) => {
          if (isFigure(typed, kind)) keep(typed);
        }}
        onBlur={(event) => {
          setUnfit(!isFigure(event.currentTarget.value, kind));
          onBlur?.(event);
        }}
      />
      {isUnfit && (
        <span id={id} class="tiny make-warn" role="alert">
          {t`A whole number is needed, 0 or more. Until then the rule keeps ${value}.`}
        </span>
      )}
    </>
  );
}
