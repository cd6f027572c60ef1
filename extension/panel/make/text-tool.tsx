// Text: says something else, tokens included.

import { useSignal } from '@preact/signals';
import { Note } from '../parts/note.tsx';
import type { ToolProps } from './tool-props.ts';

export function TextTool({ picked, target, now, add }: ToolProps) {
  const value = useSignal(now?.kind === 'text' ? now.value : picked.text);
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
      <p class="tiny soft">
        <code>{'{{trait.name|there}}'}</code> says a stated fact, or “there” where nothing was stated. Or
        double-click the text on the page.
      </p>
      <button class="button main" type="submit">
        Keep the text
      </button>
    </form>
  );
}
