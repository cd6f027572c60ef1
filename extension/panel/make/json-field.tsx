// A value as JSON, for experts: checked while they type, the errors said in place; nothing wrong gets into the draft.

import { useSignal } from '@preact/signals';

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
  const text = useSignal(JSON.stringify(value, null, 2));
  const problems = useSignal<string[]>([]);
  const read = (next: string) => {
    text.value = next;
    try {
      const parsed: unknown = JSON.parse(next);
      problems.value = check(parsed);
      if (problems.value.length === 0) set(parsed);
    } catch (error) {
      problems.value = [(error as Error).message];
    }
  };
  const isWrong = problems.value.length > 0;
  return (
    <label class="field">
      <span>{label}</span>
      <textarea
        class="code"
        rows={rows}
        spellcheck={false}
        aria-invalid={isWrong}
        value={text.value}
        onInput={({ currentTarget }) => read(currentTarget.value)}
      />
      {isWrong && (
        <span class="tiny make-warn" role="alert">
          {problems.value.slice(0, 3).join(' ')}
        </span>
      )}
    </label>
  );
}
