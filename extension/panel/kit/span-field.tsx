// A field for a length of time, in words: "7 days".

import type { ComponentProps } from 'preact';
import { t } from '../../../shared/words/t.ts';
import { Entry } from './entry.tsx';
import { readSpan, writeSpan } from './read-span.ts';

export const SpanField = ({
  label,
  value,
  set,
  isShort = true,
  ...rest
}: {
  label: string;
  /** as a config holds it: "7d" */
  value: string;
  set(value: string): void;
  isShort?: boolean;
} & Omit<ComponentProps<typeof Entry>, 'label' | 'value' | 'keep' | 'class'>) => (
  <Entry
    {...rest}
    class={isShort ? 'short' : ''}
    aria-label={label}
    placeholder={t`7 days`}
    title={t`A number and its unit: 90 minutes, 12 hours, 7 days`}
    value={writeSpan(value)}
    keep={(words) => set(readSpan(words))}
  />
);
