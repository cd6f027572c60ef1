// A block while its form is open: what is typed is shown at once, and in the draft a moment later; what comes otherwise
// (undone, from another window) takes the place of what the form shows.

import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Place } from '../../draft/desk.ts';
import { sortKeys } from '../../draft/is-same.ts';
import type { Block } from '../../draft/make-block.ts';
import { type } from '../on-page.ts';

type At = Extract<Place, { kind: 'variant' }>;

/** Without the author's notes, which another form writes. */
const say = ({ kind, shape, place, fields, dress, close }: Block): string =>
  JSON.stringify(sortKeys({ kind, shape, place, fields, dress, close }));

export type SaveBlock = (next: Block, what: string) => void;

export function useTypedBlock(at: At, stored: Block, index: number): { block: Block; save: SaveBlock } {
  const mine = useSignal(stored);
  /** What was typed and is not known to be stored, in order. */
  const sent = useRef<string[]>([]);
  const now = say(stored);
  useLayoutEffect(() => {
    const place = sent.current.indexOf(now);
    if (place >= 0) sent.current.splice(0, place + 1);
    else if (now !== say(mine.value)) {
      sent.current = [];
      mine.value = stored;
    }
  }, [now]);
  const save: SaveBlock = (next, what) => {
    mine.value = next;
    sent.current.push(say(next));
    type({
      experience: at.experience,
      id: at.id,
      change: structuredClone(next),
      isOriginal: false,
      language: '',
      what,
      index,
    });
  };
  return { block: mine.value, save };
}
