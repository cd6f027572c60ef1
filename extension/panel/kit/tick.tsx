// A checkbox over what is kept elsewhere: in storage, in the page.
//
// Keeping takes a moment, and whatever draws the panel in between would show what was. So the box shows what was
// chosen until that is kept, or could not be.

import { useSignal } from '@preact/signals';

interface Props {
  /** what is kept */
  isOn: boolean;
  /** settles when `isOn` says how it ended; a box that is clicked again meanwhile shows the last word */
  keep(isOn: boolean): Promise<void>;
  'aria-label'?: string;
}

export function Tick({ isOn, keep, 'aria-label': label }: Props) {
  const chosen = useSignal<{ isOn: boolean } | undefined>(undefined);
  const choose = async (word: { isOn: boolean }) => {
    chosen.value = word;
    await keep(word.isOn);
    if (chosen.value === word) chosen.value = undefined;
  };
  return (
    <input
      type="checkbox"
      checked={(chosen.value ?? { isOn }).isOn}
      aria-label={label}
      onChange={({ currentTarget }) => void choose({ isOn: currentTarget.checked })}
    />
  );
}
