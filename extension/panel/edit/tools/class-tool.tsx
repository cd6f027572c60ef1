// Class: names of the page's own classes, added or taken away.

import { useSignal } from '@preact/signals';
import type { ToolProps } from './tool-props.ts';

export function ClassTool({ target, made, add }: ToolProps) {
  const [now] = made('class');
  const plus = useSignal(now?.add?.join(' ') ?? '');
  const minus = useSignal(now?.remove?.join(' ') ?? '');
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
        const off = split(minus.value);
        const on = split(plus.value).filter((one) => !off.includes(one));
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
