// Copies a text, and says that it did.

import { useSignal } from '@preact/signals';
import { Check, Copy } from 'lucide-preact';
import { t } from '../../../shared/words/t.ts';

export function CopyButton({ text, label }: { text: string; label: string }) {
  const isDone = useSignal(false);
  const Icon = isDone.value ? Check : Copy;
  return (
    <button
      class="button"
      type="button"
      onClick={async () => {
        await navigator.clipboard.writeText(text);
        isDone.value = true;
      }}
      onBlur={() => {
        isDone.value = false;
      }}
    >
      <Icon size={14} aria-hidden="true" /> <span aria-live="polite">{isDone.value ? t`Copied` : label}</span>
    </button>
  );
}
