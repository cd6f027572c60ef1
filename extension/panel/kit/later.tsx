// A part of the panel that comes in a file of its own when it is first shown: most authors never open it.

import { useEffect, useState } from 'preact/hooks';
import { Note } from './note.tsx';
import { sayError } from './say-error.ts';

type Part = () => preact.JSX.Element | null;

/** @param load must be the same function each time */
export function Later({ load }: { load(): Promise<Part> }) {
  const [state, setState] = useState<{ Part: Part } | { why: string }>();
  useEffect(() => {
    let isGone = false;
    const set = (next: { Part: Part } | { why: string }) => {
      if (!isGone) setState(next);
    };
    load().then(
      (Part) => set({ Part }),
      (error) => set({ why: sayError(error) }),
    );
    return () => {
      isGone = true;
    };
  }, [load]);
  if (!state) return <p class="soft small">One moment …</p>;
  if ('Part' in state) return <state.Part />;
  return (
    <Note tone="bad">
      <span>This could not be opened ({state.why}). Close the panel and open it again.</span>
    </Note>
  );
}
