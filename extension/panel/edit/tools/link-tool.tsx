// Link: leads elsewhere.

import { useSignal } from '@preact/signals';
import type { ToolProps } from './tool-props.ts';

export function LinkTool({ picked, target, made, add }: ToolProps) {
  const [now] = made('link');
  const href = useSignal(now?.href ?? picked.href ?? '');
  const isNew = useSignal(now?.newTab ?? false);
  return (
    <form
      class="make-form"
      onSubmit={(event) => {
        event.preventDefault();
        add({ kind: 'link', target, href: href.value, ...(isNew.value && { newTab: true }) }, 'Link');
      }}
    >
      <label class="field">
        <span>Leads to</span>
        <input
          type="text"
          required
          value={href.value}
          onInput={({ currentTarget }) => {
            href.value = currentTarget.value;
          }}
        />
      </label>
      <label class="row small">
        <input
          type="checkbox"
          checked={isNew.value}
          onChange={({ currentTarget }) => {
            isNew.value = currentTarget.checked;
          }}
        />
        in a new tab
      </label>
      <button class="button main" type="submit">
        Keep the link
      </button>
    </form>
  );
}
