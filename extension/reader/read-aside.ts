// Has a text read by a worker, so that no text, however it was made, holds up the panel; what takes too long is ended.

import { readLanguage } from '../../shared/words/locale.ts';
import { t } from '../../shared/words/t.ts';
import { extensionUrl } from '../wire/browser.ts';
import type { Answer, Job, Order, Read } from './jobs.ts';

/** The longest config there may be takes a tenth of this on a slow machine. */
const PATIENCE_MS = 10_000;

interface Reader {
  worker: Worker;
  /** how those who wait are told that it ended */
  waiting: Set<(error: Error) => void>;
}

function createReading() {
  let reader: Reader | undefined;
  let count = 0;

  function start(): Reader {
    const worker = new Worker(extensionUrl(`reader.js?language=${readLanguage()}`));
    worker.addEventListener('error', () => end(t`it could not be read`));
    return { worker, waiting: new Set() };
  }

  /** Whoever waits hears why; the next text gets a new worker. */
  function end(why: string): void {
    const { worker, waiting } = reader ?? {};
    reader = undefined;
    worker?.terminate();
    for (const failed of waiting ?? []) failed(new Error(why));
  }

  return async <J extends Job>(job: J, text: string): Promise<Read<J>> => {
    reader ??= start();
    const { worker, waiting } = reader;
    const order: Order = { id: ++count, job, text };
    const over = new AbortController();
    const timer = setTimeout(
      () => end(t`reading it took more than ${PATIENCE_MS / 1000} seconds`),
      PATIENCE_MS,
    );
    try {
      return await new Promise<Read<J>>((resolve, failed) => {
        waiting.add(failed);
        over.signal.addEventListener('abort', () => waiting.delete(failed));
        const hear = ({ data }: MessageEvent<Answer<J>>) => {
          if (data.id !== order.id) return;
          if (data.isRead) resolve(data.value);
          else failed(new Error(data.message));
        };
        worker.addEventListener('message', hear, { signal: over.signal });
        worker.postMessage(order);
      });
    } finally {
      clearTimeout(timer);
      over.abort();
    }
  };
}

/** @throws Error in plain words when it takes too long */
export const readAside = createReading();

const advise = createReading();
/**
 * Thinks over a config that is fit to be published, in a worker of its own: some rules take long, and no text waits for
 * them.
 *
 * @throws as `readAside`
 */
export const adviseAside = (config: object): Promise<Read<'advice'>> =>
  advise('advice', JSON.stringify(config));
