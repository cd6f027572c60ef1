// Insert: a block from the library, or html of the author's own.

import { useSignal } from '@preact/signals';
import { CodeField } from '../parts/code-field.tsx';
import { BLOCKS } from './blocks.ts';
import type { ToolProps } from './tool-props.ts';

export function InsertTool({ target, add }: ToolProps) {
  const position = useSignal<'before' | 'after' | 'first' | 'last'>('after');
  const html = useSignal(BLOCKS[0]?.html ?? '');
  const block = useSignal(BLOCKS[0]?.id ?? '');
  return (
    <form
      class="make-form"
      onSubmit={(event) => {
        event.preventDefault();
        add({ kind: 'insert', target, position: position.value, html: html.value }, 'Block');
      }}
    >
      <div class="grid">
        <label class="field">
          <span>Block</span>
          <select
            value={block.value}
            onChange={({ currentTarget }) => {
              block.value = currentTarget.value;
              html.value = BLOCKS.find(({ id }) => id === currentTarget.value)?.html ?? html.value;
            }}
          >
            {BLOCKS.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label class="field">
          <span>Where</span>
          <select
            value={position.value}
            onChange={({ currentTarget }) => {
              position.value = currentTarget.value as 'before';
            }}
          >
            <option value="before">before it</option>
            <option value="after">after it</option>
            <option value="first">inside, first</option>
            <option value="last">inside, last</option>
          </select>
        </label>
      </div>
      <CodeField
        label="What it says (HTML)"
        language="html"
        rows={5}
        value={html.value}
        typed={(value) => {
          html.value = value;
        }}
      />
      <button class="button main" type="submit" disabled={!html.value.trim()}>
        Insert the block
      </button>
    </form>
  );
}
