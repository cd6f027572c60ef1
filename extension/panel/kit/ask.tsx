// A button for what cannot be taken back: it asks once more, in place.

import { useSignal } from '@preact/signals';

export function Ask({
  label,
  question,
  yes,
  act,
}: {
  label: string;
  question: string;
  yes: string;
  act(): Promise<void>;
}) {
  const isAsking = useSignal(false);
  if (!isAsking.value)
    return (
      <button
        class="button"
        type="button"
        onClick={() => {
          isAsking.value = true;
        }}
      >
        {label}
      </button>
    );
  return (
    <fieldset class="note bad ask">
      <legend class="unseen">{label}</legend>
      <div>
        <p>{question}</p>
        <span class="row">
          <button
            class="button bad"
            type="button"
            ref={(element) => element?.focus()}
            onClick={async () => {
              await act();
              isAsking.value = false;
            }}
          >
            {yes}
          </button>
          <button
            class="button"
            type="button"
            onClick={() => {
              isAsking.value = false;
            }}
          >
            Keep it
          </button>
        </span>
      </div>
    </fieldset>
  );
}
