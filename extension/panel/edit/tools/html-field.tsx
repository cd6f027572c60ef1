// The end of every form that makes HTML: the field, and the button that takes it while there is something in it.

import type { Signal } from '@preact/signals';
import { CodeField } from '../../kit/code-field.tsx';

interface Props {
  html: Signal<string>;
  label: string;
  /** of the button */
  act: string;
  rows?: number;
}

export const HtmlField = ({ html, label, act, rows = 5 }: Props) => (
  <>
    <CodeField
      label={label}
      language="html"
      rows={rows}
      value={html.value}
      typed={(value) => {
        html.value = value;
      }}
    />
    <button class="button main" type="submit" disabled={!html.value.trim()}>
      {act}
    </button>
  </>
);
