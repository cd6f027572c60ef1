// Link: leads elsewhere.

import { useSignal } from '@preact/signals';
import { t } from '../../../../shared/words/t.ts';
import type { ToolProps } from './tool-props.ts';

export function LinkTool({ picked, target, made, save }: ToolProps) {
  const [now] = made('link');
  const original = picked.href ?? '';
  const href = useSignal(now?.href ?? original);
  const isNew = useSignal(now?.newTab ?? false);
  const write = () => {
    const to = href.value.trim();
    const isOriginal = (to === '' || to === original.trim()) && !isNew.value;
    save(
      { kind: 'link', target, href: to || original, ...(isNew.value && { newTab: true }) },
      t`Link`,
      isOriginal,
    );
  };
  return (
    <div class="make-form">
      <label class="field">
        <span>{t`Leads to`}</span>
        <input
          type="text"
          placeholder={original}
          value={href.value}
          onInput={({ currentTarget }) => {
            href.value = currentTarget.value;
            write();
          }}
        />
      </label>
      <label class="row small">
        <input
          type="checkbox"
          checked={isNew.value}
          onChange={({ currentTarget }) => {
            isNew.value = currentTarget.checked;
            write();
          }}
        />
        {t`in a new tab`}
      </label>
      <p class="tiny soft">{t`Saved as you type. Leave it empty to keep the page’s own address.`}</p>
    </div>
  );
}
