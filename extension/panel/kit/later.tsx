// Parts of the panel that come in a file of their own when they are first shown, so that the panel itself opens soon. Once
// the panel rests all of them are fetched, so that a click finds them there.

import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../../../shared/words/t.ts';
import { Note } from './note.tsx';
import { sayError } from './say-error.ts';

type Part<P> = (props: P) => JSX.Element | null;

const loads: (() => Promise<unknown>)[] = [];
let started: Promise<unknown> = Promise.resolve();

/** Parts are shown once this is done, which starts what they build on; where it fails, they say so. */
export function startFirst(start: Promise<unknown>): void {
  started = start;
  // who shows a part is told
  start.catch(() => undefined);
}

/** @param load imports the part @returns what stands for it; once it is there it is shown at once */
export function later<P extends object = object>(load: () => Promise<Part<P>>): Part<P> {
  let known: Part<P> | undefined;
  const get = async (): Promise<void> => {
    const [part] = await Promise.all([load(), started]);
    known ??= part;
  };
  loads.push(get);
  return function Later(props: P) {
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
    if (Known) return <Known {...props} />;
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
