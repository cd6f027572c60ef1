// The page in front shows one thing at a time: what is edited, the checks, a contact sheet. They take turns.

import { signal } from '@preact/signals';

export function createPageTurn() {
  let last: Promise<unknown> = Promise.resolve();
  let takeOff: () => Promise<void> = async () => {};

  /** Grows when the page was borrowed and is given back: who edits there shows it anew. */
  const givenBack = signal(0);

  /** Runs `job` once all before it are done, failed or not. A job must not ask for a turn itself: it would wait for ever. */
  function inPageTurn<T>(job: () => Promise<T>): Promise<T> {
    const mine = last.then(job);
    last = mine.catch(() => {});
    return mine;
  }

  /** How what is edited is taken off the page. */
  function onBorrow(off: () => Promise<void>): void {
    takeOff = off;
  }

  /** A turn with nothing edited on the page; what was there comes back. */
  const borrowPage = <T>(job: () => Promise<T>): Promise<T> =>
    inPageTurn(async () => {
      await takeOff();
      try {
        return await job();
      } finally {
        givenBack.value++;
      }
    });

  return { givenBack, inPageTurn, onBorrow, borrowPage };
}
export type PageTurn = ReturnType<typeof createPageTurn>;

/** The panel's own. */
export const pageTurn = createPageTurn();
export const { givenBack, inPageTurn, onBorrow, borrowPage } = pageTurn;
