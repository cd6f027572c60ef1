// Class: names of the page's own classes, added or taken away.

import { type Signal, useSignal } from '@preact/signals';
import type { ToolProps } from './tool-props.ts';

function Words({ label, text }: { label: string; text: Signal<string> }) {
  return (
    <label class="field">
      <span>{label}</span>
      <input
        type="text"
        value={text.value}
        onInput={({ currentTarget }) => {
          text.value = currentTarget.value;
        }}
      />
    </label>
  );
}

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
        <Words label="Add classes" text={plus} />
        <Words label="Take away" text={minus} />
      </div>
      <button class="button main" type="submit" disabled={!plus.value.trim() && !minus.value.trim()}>
        Keep the classes
      </button>
    </form>
  );
}
