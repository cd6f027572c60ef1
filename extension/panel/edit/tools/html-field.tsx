// The end of every form that makes HTML: the field, and the button that takes it while there is something in it.

import { CodeField } from '../../kit/code-field.tsx';

interface Props {
  html: string;
  typed(html: string): void;
  label: string;
  /** of the button */
  act: string;
  rows?: number;
}

export const HtmlField = ({ html, typed, label, act, rows = 5 }: Props) => (
  <>
    <CodeField label={label} language="html" rows={rows} value={html} typed={typed} />
    <button class="button main" type="submit" disabled={!html.trim()}>
      {act}
    </button>
  </>
);
