// Parts of the panel that come in a file of their own when they are first shown, so that the panel itself opens soon. Once
// the panel rests all of them are fetched, so that a click finds them there.

import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../../../shared/words/t.ts';
import { Note } from './note.tsx';
import { sayError } from './say-error.ts';

type Part = () => JSX.Element | null;

const loads: (() => Promise<unknown>)[] = [];

/** @param load imports the part @returns what stands for it; once it is there it is shown at once */
export function later(load: () => Promise<Part>): Part {
  let known: Part | undefined;
  const get = async (): Promise<void> => {
    known ??= await load();
  };
  loads.push(get);
  return function Later() {
    const [why, setWhy] = useState<string>();
    const [, setKnown] = useState(known !== undefined);
    useEffect(() => {
      let isGone = false;
      get().then(
        () => {
          if (!isGone) setKnown(true);
        },
        (error) => {
          if (!isGone) setWhy(sayError(error));
        },
      );
      return () => {
        isGone = true;
      };
    }, []);
    const Known = known;
    if (Known) return <Known />;
    if (why === undefined) return <p class="soft small">{t`One moment …`}</p>;
    return (
      <Note tone="bad">
        <span>{t`This could not be opened (${why}). Close the panel and open it again.`}</span>
      </Note>
    );
  };
}

/** One after the other, each when the panel rests. What fails is asked for again where it is shown. */
export async function fetchParts(rest: () => Promise<void>): Promise<void> {
  for (const load of loads) {
    await rest();
    await load().catch(() => undefined);
  }
}
