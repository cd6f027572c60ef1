// A field for HTML, CSS or JSON: CodeMirror, and a plain text field until that has loaded (or if it never does).
//
// `typed` hears every letter, `left` what the field holds when the author leaves it having changed it: take the one
// that fits, an edit of the draft is one step in undo. Tab always leaves the field.

import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { CodeEditor, CodeLanguage } from './code-editor.ts';

export interface CodeFieldProps {
  label: string;
  language: CodeLanguage;
  /** a new value takes the place of what was typed */
  value: string;
  typed?(value: string): void;
  left?(value: string): void;
  /** lines that are always shown */
  rows?: number;
  hint?: string;
  isWrong?: boolean;
  /** what is underlined as wrong, by offsets into the text */
  marks?: readonly { from: number; to: number }[];
  /** the id of what explains the field or says what is wrong */
  describedBy?: string;
}

const NONE: readonly never[] = [];

export function CodeField({
  label,
  language,
  value,
  typed,
  left,
  rows = 4,
  hint = '',
  isWrong = false,
  marks = NONE,
  describedBy,
}: CodeFieldProps) {
  const place = useRef<HTMLDivElement>(null);
  const plain = useRef<HTMLTextAreaElement>(null);
  const editor = useRef<CodeEditor>();
  const [isLoaded, setLoaded] = useState(false);
  /** what the field holds, and whether the author changed it since it was last given or left */
  const held = useRef({ given: value, text: value, isChanged: false });
  if (held.current.given !== value) held.current = { given: value, text: value, isChanged: false };

  const attributes = {
    'aria-label': label,
    'aria-invalid': String(isWrong),
    ...(describedBy && { 'aria-describedby': describedBy }),
  };
  const type = (text: string) => {
    held.current.text = text;
    held.current.isChanged = true;
    typed?.(text);
  };
  const leave = () => {
    if (!held.current.isChanged) return;
    held.current.isChanged = false;
    left?.(held.current.text);
  };
  // the editor outlives a rendering: it calls what was rendered last
  const now = useRef({ type, leave, attributes });
  now.current = { type, leave, attributes };

  useEffect(() => {
    let isGone = false;
    import('./code-editor.ts').then(
      ({ createCodeEditor }) => {
        if (isGone || !place.current) return;
        const field = plain.current;
        const at = document.activeElement === field && field;
        const [from, to] = at ? [at.selectionStart, at.selectionEnd] : [0, 0];
        editor.current = createCodeEditor(place.current, {
          text: held.current.text,
          language,
          hint,
          attributes: now.current.attributes,
          typed: (text) => now.current.type(text),
          left: () => now.current.leave(),
        });
        // nothing that is hidden takes the caret
        place.current.hidden = false;
        if (at) editor.current.focus(from, to);
        setLoaded(true);
      },
      // the plain field does the same work
      () => undefined,
    );
    return () => {
      isGone = true;
      editor.current?.remove();
      editor.current = undefined;
    };
  }, []);
  useLayoutEffect(() => editor.current?.write(held.current.text), [value]);
  useLayoutEffect(() => editor.current?.describe(now.current.attributes), [isWrong, describedBy, isLoaded]);
  useLayoutEffect(() => editor.current?.mark(marks), [marks, isLoaded]);

  return (
    <div class="field code-field">
      <span aria-hidden="true">{label}</span>
      <div
        ref={place}
        class="code-place"
        data-wrong={isWrong ? '' : undefined}
        style={{ '--rows': String(rows) }}
        hidden={!isLoaded}
      />
      {!isLoaded && (
        <textarea
          ref={plain}
          class="code"
          rows={rows}
          spellcheck={false}
          placeholder={hint}
          value={held.current.text}
          aria-label={label}
          aria-invalid={isWrong}
          aria-describedby={describedBy}
          onInput={({ currentTarget }) => type(currentTarget.value)}
          onBlur={leave}
        />
      )}
    </div>
  );
}
