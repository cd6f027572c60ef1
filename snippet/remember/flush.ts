// When what happened is stored: what happens together in one go, when the page rests, one go at a time.

import { readThrown } from '../../shared/engine/thrown.ts';
import { setTimer } from '../native.ts';

type Job = () => Promise<void>;

/**
 * @param rest resolves when the page is not to be disturbed no more
 * @param inTurn gives a job its turn
 * @param isMore whether there is more to write
 * @param tend keeps the ledger in order; its own writes go through `run`. With `share` it makes room
 */
export function createFlush(
  rest: Promise<unknown>,
  inTurn: (job: Job) => Promise<void>,
  write: Job,
  isMore: () => boolean,
  tend: (run: (job: Job) => Promise<void>, share?: number) => Promise<void>,
): Job {
  let planned: Promise<void> | undefined;
  let isTended = false;
  return () => {
    planned ??= inTurn(async () => {
      await rest;
      await new Promise<void>((resolve) => setTimer(resolve, 0));
      planned = undefined;
      try {
        do await write();
        while (isMore());
      } catch (error) {
        if (readThrown(error).name !== 'QuotaExceededError') throw error;
        // full: make room once, then try again
        isTended = true;
        await tend((job) => job(), 0.2);
        await write();
      }
      // once a page, in idle time
      if (!isTended) void tend(inTurn);
      isTended = true;
    });
    return planned;
  };
}
