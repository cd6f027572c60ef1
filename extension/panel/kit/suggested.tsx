// A text field that offers what has been seen on this site, in words where there are any.

import { useId } from 'preact/hooks';
import { Entry } from './entry.tsx';

const asItIs = (one: string): string => one;

export function Suggested({
  label,
  value,
  list,
  say = asItIs,
  set,
}: {
  label: string;
  value: string;
  list: string[];
  /** "view_item" → "Viewed an item"; what has no words as it is */
  say?: (one: string) => string;
  set(value: string): void;
}) {
  const id = useId();
  const known = [...new Set([value, ...list])];
  const unsay = (words: string) =>
    known.find((one) => say(one).toLowerCase() === words.toLowerCase()) ?? words;
  // two that read the same are told apart by their own names
  const show = (one: string) => (unsay(say(one)) === one ? say(one) : one);
  return (
    <>
      <Entry
        aria-label={label}
        placeholder={label}
        list={id}
        value={show(value)}
        keep={(words) => set(unsay(words.trim()))}
      />
      <datalist id={id}>
        {list.map((one) => (
          <option key={one} value={show(one)} />
        ))}
      </datalist>
    </>
  );
}
