// A value as JSON, for experts: checked while they type, the errors said in place; nothing wrong gets into the draft.

import { useSignal } from '@preact/signals';
import { useId, useRef } from 'preact/hooks';
import { isSame } from '../../lib/draft/is-same.ts';

export function JsonField({
  label,
  value,
  rows = 8,
  check,
  set,
}: {
  label: string;
  value: unknown;
  rows?: number;
  check(value: unknown): string[];
  set(value: unknown): void;
}) {
  const id = useId();
  const text = useSignal(JSON.stringify(value, null, 2));
  const problems = useSignal<string[]>([]);
  const seen = useRef(value);
  const typed = useRef<unknown>(value);
  if (seen.current !== value) {
    seen.current = value;
    // changed elsewhere (a form, undo), not by what was just typed here
    if (!isSame(typed.current, value)) {
      text.value = JSON.stringify(value, null, 2);
      problems.value = [];
    }
  }
  const read = (next: string) => {
    text.value = next;
    try {
      const parsed: unknown = JSON.parse(next);
      problems.value = check(parsed);
      if (problems.value.length > 0) return;
      typed.current = parsed;
      set(parsed);
    } catch (error) {
      problems.value = [(error as Error).message];
    }
  };
  const isWrong = problems.value.length > 0;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <textarea
        id={id}
        class="code"
        rows={rows}
        spellcheck={false}
        aria-invalid={isWrong}
        aria-describedby={isWrong ? `${id}-why` : undefined}
        value={text.value}
        onInput={({ currentTarget }) => read(currentTarget.value)}
      />
      {isWrong && (
        <span id={`${id}-why`} class="tiny make-warn" role="alert">
          {problems.value.slice(0, 3).join(' ')}
        </span>
      )}
    </div>
  );
}
