// Has a text read by a worker, so that no text, however it was made, holds up the panel; what takes too long is ended.

import { extensionUrl } from '../wire/browser.ts';
import type { Job, Read } from './jobs.ts';

/** The longest config there may be takes a tenth of this on a slow machine. */
const PATIENCE_MS = 10_000;

interface Reader {
  worker: Worker;
  waiting: Map<number, { done(value: unknown): void; failed(error: Error): void }>;
}

let reader: Reader | undefined;
let count = 0;

function start(): Reader {
  const worker = new Worker(extensionUrl('reader.js'));
  const waiting: Reader['waiting'] = new Map();
  worker.addEventListener('message', ({ data: { id, value, message } }) => {
    const one = waiting.get(id);
    waiting.delete(id);
    if (message === undefined) one?.done(value);
    else one?.failed(new Error(message));
  });
  worker.addEventListener('error', () => end('it could not be read'));
  return { worker, waiting };
}

/** Whoever waits hears why; the next text gets a new worker. */
function end(why: string): void {
  const { worker, waiting } = reader ?? {};
  reader = undefined;
  worker?.terminate();
  for (const { failed } of waiting?.values() ?? []) failed(new Error(why));
}

/** @throws Error in plain words when it takes too long */
export async function readAside<J extends Job>(job: J, text: string): Promise<Read<J>> {
  reader ??= start();
  const { worker, waiting } = reader;
  const id = ++count;
  const timer = setTimeout(() => {
    if (waiting.has(id)) end(`reading it took more than ${PATIENCE_MS / 1000} seconds`);
  }, PATIENCE_MS);
  try {
    return await new Promise<Read<J>>((resolve, failed) => {
      waiting.set(id, { done: resolve as (value: unknown) => void, failed });
      worker.postMessage({ id, job, text });
    });
  } finally {
    clearTimeout(timer);
  }
}
