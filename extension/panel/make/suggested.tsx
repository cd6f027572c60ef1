// A text field that offers what has been seen on this site.

import { useSignal } from '@preact/signals';

export function Suggested({
  label,
  value,
  list,
  set,
}: {
  label: string;
  value: string;
  list: string[];
  set(value: string): void;
}) {
  const id = useSignal(`list-${Math.random().toString(36).slice(2)}`);
  return (
    <>
      <input
        type="text"
        aria-label={label}
        placeholder={label}
        list={id.value}
        value={value}
        onChange={({ currentTarget }) => set(currentTarget.value.trim())}
      />
      <datalist id={id.value}>
        {list.map((one) => (
          <option key={one} value={one} />
        ))}
      </datalist>
    </>
  );
}
