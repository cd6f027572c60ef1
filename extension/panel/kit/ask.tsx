// A button for what cannot be taken back: it asks once more, in place.

import { useSignal } from '@preact/signals';
import { t } from '../../../shared/words/t.ts';

interface AskProps {
  label: string;
  question: string;
  yes: string;
  /** what leaves it as it is */
  no?: string;
  act(): Promise<void>;
}

export function Ask({ label, question, yes, no = t`Keep it`, act }: AskProps) {
  const isAsking = useSignal(false);
  const setAsking = (is: boolean) => () => {
    isAsking.value = is;
  };
  if (!isAsking.value)
    return (
      <button class="button" type="button" onClick={setAsking(true)}>
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
            onClick={() => void act().then(setAsking(false))}
          >
            {yes}
          </button>
          <button class="button" type="button" onClick={setAsking(false)}>
            {no}
          </button>
        </span>
      </div>
    </fieldset>
  );
}
