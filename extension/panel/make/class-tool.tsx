// Class: names of the page's own classes, added or taken away.

import { useSignal } from '@preact/signals';
import type { ToolProps } from './tool-props.ts';

export function ClassTool({ target, add }: ToolProps) {
  const plus = useSignal('');
  const minus = useSignal('');
  const split = (text: string) =>
    text
      .split(/[\s,]+/)
      .map((one) => one.replace(/^\./, ''))
      .filter(Boolean);
  return (
    <form
      class="make-form"
      onSubmit={(event) => {
        event.preventDefault();
        const [on, off] = [split(plus.value), split(minus.value)];
        add(
          { kind: 'class', target, ...(on.length && { add: on }), ...(off.length && { remove: off }) },
          'Class',
        );
      }}
    >
      <div class="grid">
        <label class="field">
          <span>Add classes</span>
          <input
            type="text"
            value={plus.value}
            onInput={({ currentTarget }) => {
              plus.value = currentTarget.value;
            }}
          />
        </label>
        <label class="field">
          <span>Take away</span>
          <input
            type="text"
            value={minus.value}
            onInput={({ currentTarget }) => {
              minus.value = currentTarget.value;
            }}
          />
        </label>
      </div>
      <button class="button main" type="submit" disabled={!plus.value.trim() && !minus.value.trim()}>
        Keep the classes
      </button>
    </form>
  );
}
