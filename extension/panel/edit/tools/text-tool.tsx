// Text: says something else, tokens included.

import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { Note } from '../../kit/note.tsx';
import { TokenPicker } from './token-picker.tsx';
import type { ToolProps } from './tool-props.ts';

export function TextTool({ picked, target, made, add }: ToolProps) {
  const value = useSignal(made('text')[0]?.value ?? picked.text);
  const field = useRef<HTMLTextAreaElement>(null);
  return (
    <form
      class="make-form"
      onSubmit={(event) => {
        event.preventDefault();
        add({ kind: 'text', target, value: value.value }, 'Text');
      }}
    >
      <label class="field">
        <span>New text</span>
        <textarea
          ref={field}
          rows={3}
          value={value.value}
          onInput={({ currentTarget }) => {
            value.value = currentTarget.value;
          }}
        />
      </label>
      {!picked.isPlain && (
        <Note tone="warn">
          <span>
            There are other elements inside (links, bold words): this text takes the place of all of them.
          </span>
        </Note>
      )}
      <TokenPicker text={value} field={() => field.current} />
      <p class="tiny soft">Or double-click the text on the page.</p>
      <button class="button main" type="submit">
        Keep the text
      </button>
    </form>
  );
}
